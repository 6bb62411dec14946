import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const states = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
  Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
  Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington
  Wisconsin Wyoming`.split(/\s+/);
const twoWords = /\b(?:new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|rhode island)\b/i;
const folders = readdirSync('shared/rules/programmes');

/** Reading knows words that stand on papers, among them names of places; no rule hangs on them. */
const readsPapers = /^(?:shared\/reading|functions\/read-fields)\//;

type Line = { at: string; line: string };

function linesOf(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line, at) => ({ at: `${file}:${at + 1}`, line: line.replaceAll(/America\/\w+/g, '').trim() }));
}

describe('the code knows no programme', () => {
  test('no folder of a programme stands in a source file', () => {
    const named = new RegExp(folders.join('|'), 'i');

    expect(folders.length).toBeGreaterThan(8);
    expect(
      sourceFiles()
        .flatMap(linesOf)
        .filter(({ line }) => named.test(line)),
    ).toEqual([]);
  });

  test('no state is named where rules are kept, applied, shown or told', () => {
    const named = new RegExp(`\\b(?:${states.join('|')})\\b`, 'i');
    const lines = sourceFiles()
      .filter((file) => !readsPapers.test(file))
      .flatMap(linesOf);

    expect(lines.filter(({ line }) => named.test(line) || twoWords.test(line))).toEqual([]);
  });
});
