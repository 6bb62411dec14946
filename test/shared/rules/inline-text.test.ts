import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineParts } from '#shared/rules/inline-text.ts';

describe('a line of a page', () => {
  it('shows names between backticks as code and words between two stars as strong', () => {
    expect(inlineParts('See `topics/ethics.md`, **always**.')).toEqual([
      { is: 'words', text: 'See ' },
      { is: 'code', text: 'topics/ethics.md' },
      { is: 'words', text: ', ' },
      { is: 'strong', text: 'always' },
      { is: 'words', text: '.' },
    ]);
  });

  it('keeps a backtick or star that has no partner, and what looks like a tag, as it is written', () => {
    const line = '5 * 2 ` <script>alert(1)</script> ethic*';
    expect(inlineParts(line)).toEqual([{ is: 'words', text: line }]);
  });

  it('has no part without words', () => {
    expect(inlineParts('')).toEqual([]);
    expect(inlineParts('`a`**b**')).toEqual([
      { is: 'code', text: 'a' },
      { is: 'strong', text: 'b' },
    ]);
  });

  it('loses nothing but the marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '**', '*', 'a', ' ', '<b>')), (pieces) => {
        const plain = (text: string) => text.replace(/[`*]/g, '');
        const shown = inlineParts(pieces.join('')).map(({ text }) => text);
        expect(plain(shown.join(''))).toBe(plain(pieces.join('')));
      }),
    );
  });
});
