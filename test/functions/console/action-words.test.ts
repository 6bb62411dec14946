import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionWords } from '#functions/console/parts/action-words.ts';

const writesTrail = /\b(?:audit|personAudit|deskAudit)Write\(|\bnoteAtDesk\(|\bnoteTaken\(/;
/** Files that write a row of the trail, and each action that stands in them as it is. */
const written = globSync('{functions,shared}/**/*.ts')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .filter(({ text }) => writesTrail.test(text))
  .flatMap(({ path, text }) =>
    Array.from(text.matchAll(/action: '([a-z-]+)'(?=[^}]*\bcodes\b)/g), ([, action = '']) => ({ path, action })),
  );

describe('what happened', () => {
  it('is said in words, whatever was written down', () => {
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter(({ action }) => actionWords[action] === undefined)).toEqual([]);
  });

  it.each(['confirmed', 'quarantine-destroy-asked', 'disposal-agreed', 'hold-lifted', 'training-retired', 'link-made'])(
    'is said in words where the action is put together: %s',
    (action) => expect(actionWords[action]).toMatch(/^[A-Z]/),
  );
});
