import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** Before a mail or an item of it is filed it has no line; a decision alone moves it to no other shelf. */
const withoutLine = [
  ...['functions/receive/receive.ts', 'functions/open-mail/open-mail.ts', 'functions/match-person/enter-items.ts'],
  'functions/desk/decide.ts',
];

describe('whoever writes a submission', () => {
  const writers = sourceFiles().filter((file) => /[^\w]submissionWrite\(/.test(readFileSync(file, 'utf8')));

  it.each(writers.filter((file) => !file.endsWith('/submission-records.ts') && !withoutLine.includes(file)))(
    'writes its line of the queue in the same transaction: %s',
    (file) => {
      expect(readFileSync(file, 'utf8')).toMatch(/\.\.\.\(await queueLineWrites\(/);
    },
  );
});
