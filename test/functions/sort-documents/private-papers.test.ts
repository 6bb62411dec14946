import { describe, expect, test } from 'vitest';
import { sortFile } from '#functions/sort-documents/sort-documents.ts';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import { hasCovered, withholdPrivate } from '#shared/reading/withhold-private.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';
import { privatePapers, wantedPapers } from './papers/private-papers.ts';

const looks = [null, 41, 42, 43];
const titled = (texts: readonly string[]) =>
  texts.map((text) => [text.trim().split('\n').slice(0, 5).join(' / '), text]);
const sorted = (text: string, seed: number | null) =>
  splitFile({ engine: 'test', pages: [aPageOfWords(text, seed === null ? {} : { misread: seed })] });

describe('a private paper', () => {
  test.each(titled(privatePapers))('is known for one: %s', (_title, text) => {
    const known = looks.map((seed) => sorted(text, seed).map(({ kind, isSensitive }) => [kind, isSensitive]));
    expect(known).toEqual(looks.map(() => [['other', true]]));
  });
});

describe('a paper that was asked for', () => {
  test.each(titled(wantedPapers))('is not taken for a private one: %s', (_title, text) => {
    for (const seed of looks) expect(sorted(text, seed).map(({ isSensitive }) => isSensitive)).toEqual([false]);
  });
});

const readings = (texts: readonly string[], seed: number | null) => ({
  engine: 'test',
  pages: texts.map((text, at) => aPageOfWords(text, { number: at + 1, ...(seed === null ? {} : { misread: seed }) })),
});
const secondPage = 'He attends his groups each week and we hope you will consider him.\nWith kind regards';
const transcript = `## Official Transcript
Lakeshore Community College
Student: Keisha Landry    SSN: 219-09-9999
Fall 2012 | ENGL 1010 Composition | 3.0 | B
Cumulative GPA 2.92`;

describe('what is kept of a reading', () => {
  test.each(looks)(
    'holds no word of a private page or of the page that goes on with it (misread by seed %s)',
    (seed) => {
      const [letter = ''] = privatePapers;
      const kept = withholdPrivate(readings([letter, secondPage, wantedPapers[0] ?? ''], seed));
      expect(kept.pages.map(({ words, isWithheld }) => [words.length > 0, isWithheld === true])).toEqual([
        [false, true],
        [false, true],
        [true, false],
      ]);
      // a step that is done again finds the same
      expect(withholdPrivate(kept)).toEqual(kept);
      expect(splitFile(kept)).toMatchObject([
        { pages: [1, 2], kind: 'other', isSensitive: true },
        { pages: [3, 3], kind: 'certificate', isSensitive: false },
      ]);
    },
  );

  test.each([
    ['SSN: 219-09-9999', '219-09-9999'],
    ['Social Security Number 219 09 9999', '9999'],
    ['S.S.N. 219099999', '219099999'],
    ['Student no 219-09-9999', '219-09-9999'],
  ])('holds no Social Security number: %s', (line, number) => {
    const kept = withholdPrivate(readings([transcript.replace('SSN: 219-09-9999', line)], null));
    expect(JSON.stringify(kept)).not.toContain(number);
    expect(kept.pages.map(hasCovered)).toEqual([true]);
  });

  test('keeps the hours beside a training about social media', () => {
    const kept = withholdPrivate(readings(['# Continuing Education Report\nEthics and Social Media 1.25 Yes'], null));
    expect(JSON.stringify(kept)).toContain('1.25');
  });

  test.each(['337-555-0188', '12-14-2026', '000-12-3456', '2026-03-04', 'PSS-204-11-2026'])(
    'keeps other numbers: %s',
    (number) => {
      const kept = withholdPrivate(readings([`# Certificate of Completion\nNo. ${number}`], null));
      expect(JSON.stringify(kept)).toContain(number);
    },
  );
});

test('a transcript with a covered number is read, and a person is told that it should not be kept', () => {
  const reading = withholdPrivate(readings([transcript], null));
  const [document] = sortFile(aFile({}), reading);
  expect(document).toMatchObject({ kind: 'education-evidence', isSensitive: false });
  expect(document?.reasons.map(({ code }) => code)).toEqual(['sensitive-document']);
  expect(JSON.stringify(document)).not.toContain('9999');
});
