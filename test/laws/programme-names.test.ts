import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const states = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
  Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
  Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington
  Wisconsin Wyoming`.split(/\s+/);
const twoWords = /\b(?:new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|rhode island)\b/i;
const folders = readdirSync('shared/rules/programmes');

/** What is printed on papers is read wherever it comes from; these are words to look for, and no rule hangs on them. */
const wordsOnPapers = new Set(['functions/read-fields/report-labels.ts', 'functions/read-fields/person-name.ts']);

describe('the code knows no programme', () => {
  test('no name of a state and no folder of a programme stands in a source file', () => {
    const named = new RegExp(`\\b(?:${[...states, ...folders].join('|')})\\b`, 'i');
    const telling = sourceFiles()
      .filter((file) => !wordsOnPapers.has(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .map((line, at) => ({ at: `${file}:${at + 1}`, line: line.replaceAll(/America\/\w+/g, '') }))
          .filter(({ line }) => named.test(line) || twoWords.test(line)),
      );

    expect(folders.length).toBeGreaterThan(8);
    expect(telling.map(({ at, line }) => `${at} ${line.trim()}`)).toEqual([]);
  });
});
