import { describe, expect, it } from 'vitest';
import { openWords, sealWords } from '#functions/console/access/sealed-words.ts';

const mine = { formKey: 'the key of my session' };

describe('words that somebody looks for', () => {
  it('come back out of their address in the same session, letters of other languages too', () => {
    for (const words of ['Renée D’Aquin', 'x', '\u{1f9d1}', 'a'.repeat(200)])
      expect(openWords(mine, sealWords(mine, words))).toBe(words);
  });

  it('stand in no address, and the same ones are the same address', () => {
    const sealed = sealWords(mine, 'Fontenot');
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Font');
    expect(sealWords(mine, 'Fontenot')).toBe(sealed);
  });

  it('are nothing to another session, nor when a sign of the address was changed', () => {
    const sealed = sealWords(mine, 'Fontenot');
    expect(openWords({ formKey: 'of a colleague' }, sealed)).toBe('');
    const changed = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;
    for (const other of [changed, '', 'abc', `${sealed}AAAA`, '../../etc']) expect(openWords(mine, other)).toBe('');
  });
});
