import { describe, expect, test } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { splitAsSaid } from '#functions/sort-documents/split-as-said.ts';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { Box, PageReading } from '#shared/domain/reading.ts';
import { cutToRegion } from '#shared/reading/cut-to-region.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';
import { certificates } from './papers/certificates.ts';
import { reports } from './papers/reports.ts';
import { secondBatch } from './papers/second-batch.ts';

type Told = readonly [name: string, title: string, day: string, hours: string];
const aCertificate = ([name, title, day, hours]: Told) => `# Certificate of Completion
= This is to certify that
## ${name}
= has completed
## ${title}
= on ${day} for ${hours} contact hours
= Gulf Coast Recovery Institute`;
const labels = ([name, title, day, hours]: Told) => `CE CERTIFICATE
Attendee: ${name}
Course: ${title}
Date completed: ${day}
Contact hours: ${hours}
Provider: Magnolia Training Partners`;

const four = [
  ['Ivy Naquin', 'Boundaries in Peer Work', 'March 4, 2026', '3'],
  ['Ivy Naquin', 'Active Listening', 'April 7, 2026', '2'],
  ['Ivy Naquin', 'Group Facilitation', 'May 5, 2026', '1.5'],
  ['Ivy Naquin', 'Crisis Response', 'June 9, 2026', '4'],
] as const satisfies readonly Told[];

/** One page with a text in each of its regions. */
function pageOf(texts: readonly string[], regions: readonly Box[], seed: number | null): PageReading {
  const pages = texts.map((text, at) =>
    aPageOfWords(text, { within: regions[at] ?? [0, 0, 1, 1], ...(seed === null ? {} : { misread: seed + at }) }),
  );
  const [first] = pages;
  if (first === undefined) throw new Error('a page has at least one text');
  return { ...first, words: pages.flatMap(({ words }) => words) };
}

const above: Box[] = [
  [0.1, 0.05, 0.8, 0.4],
  [0.1, 0.55, 0.8, 0.4],
];
const beside: Box[] = [
  [0.04, 0.1, 0.42, 0.8],
  [0.54, 0.1, 0.42, 0.8],
];
const quarters: Box[] = [
  [0.04, 0.05, 0.42, 0.4],
  [0.54, 0.05, 0.42, 0.4],
  [0.04, 0.55, 0.42, 0.4],
  [0.54, 0.55, 0.42, 0.4],
];
const three: Box[] = [
  [0.1, 0.03, 0.8, 0.25],
  [0.1, 0.37, 0.8, 0.25],
  [0.1, 0.7, 0.8, 0.25],
];
const split = (page: PageReading) => splitFile({ engine: 'test', pages: [page] });

describe.each([
  ['above each other', above],
  ['side by side', beside],
  ['in the four quarters', quarters],
  ['three in a stack', three],
])('certificates copied on one page, %s', (_name, regions) => {
  test.each([null, 21, 22, 23])('are papers of their own (misread by seed %s)', (seed) => {
    const texts = four.slice(0, regions.length).map((one, at) => (at % 2 ? labels(one) : aCertificate(one)));
    const parts = split(pageOf(texts, regions, seed));
    expect(parts.map(({ pages, kind }) => [...pages, kind])).toEqual(regions.map(() => [1, 1, 'certificate']));
  });

  test('each reads only what stands in its own region', () => {
    const page = pageOf(
      four.slice(0, regions.length).map((one) => aCertificate(one)),
      regions,
      null,
    );
    const read = split(page).map(({ region, kind }) => {
      const { fields } = extractDocument(region ? [cutToRegion(page, region)] : [page], kind);
      return [fields.attendeeName?.value, fields.courseTitle?.value, fields.completedOn?.value, fields.hours?.value];
    });
    const days = ['2026-03-04', '2026-04-07', '2026-05-05', '2026-06-09'];
    const told = four.slice(0, regions.length).map(([name, title, , hours], at) => [name, title, days[at], hours]);
    expect(read.sort()).toEqual(told.sort());
  });
});

describe('two certificates on a page that a person takes apart by pages', () => {
  const page = pageOf([aCertificate(four[0]), aCertificate(four[1])], above, null);
  const kindsOf = (kind: 'certificate' | null) =>
    splitAsSaid({ engine: 'test', pages: [page] }, [{ pages: [1, 1], kind }]).map((part) => part.kind);

  test('stay two while the machine is left to say what stands there', () => {
    expect(kindsOf(null)).toEqual(['certificate', 'certificate']);
  });

  test('are one where the person names the whole page', () => {
    expect(kindsOf('certificate')).toEqual(['certificate']);
  });
});

describe('one certificate stays one', () => {
  const all = [...certificates, ...(secondBatch.certificate ?? [])];
  test.each(all.map((text) => [text.trim().split('\n')[0], text]))('%s', (_title, text) => {
    for (const seed of [null, 31, 32]) {
      const page = aPageOfWords(text, seed === null ? {} : { misread: seed });
      expect(split(page)).toMatchObject([{ pages: [1, 1] }]);
    }
  });

  test.each([
    ['no hours', '## Certificate of Attendance\nMagnolia Training Partners\n12 Rose St\n2 contact hours', ''],
    ['the hours again', '## Certificate of Attendance\nMagnolia\n2 contact hours', 'for 2 contact hours'],
    [
      'its own title',
      '# CE Certificate\nNo. 20-11\nIssued March 4, 2026\n2 contact hours',
      '# Certificate of Training',
    ],
  ])('with a band at its side, the rest with %s', (_name, band, more) => {
    const main = `${more}\nThis certifies that\n## Ivy Naquin\nattended\n## Boundaries in Peer Work\non March 4, 2026`;
    const [left, right]: [Box, Box] = [
      [0.03, 0.1, 0.28, 0.8],
      [0.4, 0.2, 0.55, 0.6],
    ]; // prettier-ignore
    const parts = split(pageOf([band, main], [left, right], null));
    expect(parts).toMatchObject([{ pages: [1, 1], kind: 'certificate' }]);
    expect(parts[0]?.region).toBeUndefined();
  });

  test('with the list of its sessions below', () => {
    const text = `# Certificate of Attendance
= Ivy Naquin attended the Pelican Conference, May 4-5, 2026

Session | Date | Hours
Ethics at the kitchen table, passed | May 4 | 1.5
Housing first, passed | May 4 | 1.25
Total credit hours earned | | 2.75`;
    expect(split(aPageOfWords(text))).toHaveLength(1);
  });
});

test('a report form is never cut in two', () => {
  for (const text of reports) expect(split(aPageOfWords(text)).map(({ region }) => region)).toEqual([undefined]);
});

test('two certificates of which one lacks day and hours stay one paper, and a person is told why', () => {
  const half = '# Certificate of Completion\n= awarded to\n## Ivy Naquin\n= for completing\n## Active Listening';
  const page = pageOf([aCertificate(four[0]), half], above, null);
  expect(split(page)).toMatchObject([{ pages: [1, 1], kind: 'certificate', mayBeSeveral: true }]);
});
