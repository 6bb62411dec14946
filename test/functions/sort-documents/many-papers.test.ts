import { describe, expect, test } from 'vitest';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';
import { applications } from './papers/applications.ts';
import { certificates } from './papers/certificates.ts';
import { others } from './papers/others.ts';
import { reports } from './papers/reports.ts';

const seeds = [null, 11, 12, 13];
const blank = '';
const text = (list: readonly string[], opening: string) => {
  const found = list.find((one) => one.trim().startsWith(opening));
  if (found === undefined) throw new Error(`there is no paper that opens with "${opening}"`);
  return found;
};
const report = text(reports, '## Continuing Education Reporting Form');
const cover = text(others, '# FAX');
const application = text(applications, '## Application for Peer');
const signature = `Ethics Attestation Statement
[x] I attest that I have read the code of ethics and that all trainings above are true.
Signature of specialist  M Guidry       Date  12/1/2026`;
const tableGoesOn = `6/2/2026 | Listening Skills | River Parish | 4 | Core
8/9/2026 | Crisis Response | Bright Path | 2 | Core
Total hours: 15   Total ethics: 3
Signature: M Guidry    Date: 12/1/2026`;
const agenda = `## Training agenda
9:00 Welcome
9:30 What boundaries are
11:00 Role plays
12:00 Evaluation and certificates`;
const terms = `This certificate was issued by Gulf Coast Recovery Institute
Terms and Conditions
Keep this certificate for your records for at least four years.
The institute does not replace lost certificates.`;
const handout = `Three kinds of boundaries
Physical boundaries are about your body and your space.
Emotional boundaries are about what you share and with whom.
Time boundaries keep room for rest.`;

const fileOf = (texts: readonly string[], seed: number | null): PageReading[] =>
  texts.map((one, at) => aPageOfWords(one, { number: at + 1, ...(seed === null ? {} : { misread: seed * 100 + at }) }));
const partsOf = (texts: readonly string[], seed: number | null) =>
  splitFile({ engine: 'test', pages: fileOf(texts, seed) }).map(({ pages, kind }) => [...pages, kind]);

describe.each(seeds)('the papers of one file (misread by seed %s)', (seed) => {
  test('nine certificates are nine', () => {
    const nine = [0, 1, 2, 4, 5, 6, 9, 11, 14].map((at) => certificates[at] ?? '');
    expect(partsOf(nine, seed)).toEqual(nine.map((_one, at) => [at + 1, at + 1, 'certificate']));
  });

  test('a report may come first, last or between its certificates', () => {
    const [one = '', two = ''] = certificates;
    expect(partsOf([report, one, two], seed).map(([, , kind]) => kind)).toEqual([
      'ce-report',
      'certificate',
      'certificate',
    ]);
    expect(partsOf([one, two, report], seed).map(([, , kind]) => kind)).toEqual([
      'certificate',
      'certificate',
      'ce-report',
    ]);
    expect(partsOf([one, report, two], seed).map(([, , kind]) => kind)).toEqual([
      'certificate',
      'ce-report',
      'certificate',
    ]);
  });

  test.each([
    ['the attestation', signature],
    ['the rest of the table', tableGoesOn],
    ['a page that says so', `Page 2 of 2\n${signature}`],
  ])('a form goes on over its second page: %s', (_name, second) => {
    expect(partsOf([report, second, certificates[0] ?? ''], seed)).toEqual([
      [1, 2, 'ce-report'],
      [3, 3, 'certificate'],
    ]);
  });

  test('B154: two people’s reports on two pages each are two', () => {
    const other = text(reports, 'RPSS Continuing Education Record');
    expect(partsOf([report, signature, other, tableGoesOn], seed)).toEqual([
      [1, 2, 'ce-report'],
      [3, 4, 'ce-report'],
    ]);
  });

  test.each([
    ['an agenda', agenda],
    ['terms', terms],
    ['a handout', handout],
  ])('a certificate keeps what stands on its back: %s', (_name, back) => {
    const [first = '', second = ''] = certificates;
    expect(partsOf([first, back, second], seed)).toEqual([
      [1, 2, 'certificate'],
      [3, 3, 'certificate'],
    ]);
  });

  test('B106: blank back sides are nobody’s, and a blank page first is none', () => {
    const [first = '', second = ''] = certificates;
    expect(partsOf([blank, report, blank, first, blank, second, blank], seed)).toEqual([
      [2, 2, 'ce-report'],
      [4, 4, 'certificate'],
      [6, 6, 'certificate'],
    ]);
  });

  test('the cover sheet of a fax is a paper of its own', () => {
    expect(partsOf([cover, report, signature, certificates[3] ?? ''], seed)).toEqual([
      [1, 1, 'other'],
      [2, 3, 'ce-report'],
      [4, 4, 'certificate'],
    ]);
  });

  test('an application goes on until it is signed', () => {
    const second = `Recovery statement
I have been in recovery for 26 months and want to give back.
Signature of applicant  M Guidry   Date 2/2/2026`;
    expect(partsOf([application, second], seed)).toEqual([[1, 2, 'training-application']]);
  });
});

test('a certificate that was hardly legible is not swallowed by the form before it', () => {
  const torn = `Cert fica
Marlene Guidry
has completed 3 contact hours
March 4, 2026`;
  expect(partsOf([report, torn], null)).toHaveLength(2);
});

test('a file of empty pages is one paper, for the sender to be told', () => {
  expect(splitFile({ engine: 'test', pages: fileOf([blank, blank], null) })).toMatchObject([
    { pages: [1, 2], kind: 'other', isBlank: true },
  ]);
});
