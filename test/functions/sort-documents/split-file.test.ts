import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import {
  bandCertificate,
  diplomaCertificate,
  labelCertificate,
  letterCertificate,
} from '#test/fixtures/make/certificates.ts';
import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';
import { readingOf } from '../read-fields/reading-of.ts';
import { guidanceWithLines, tableWithoutLines, twoColumnsOfHoursOnTwoPages } from '../read-fields/reports-on-paper.ts';

const people = ['Ivy Naquin', 'Oscar Verret', 'Lena Duplessis'];
const certificate = (attendeeName: string) => ({
  attendeeName,
  courseTitle: 'Listening without Fixing',
  provider: 'Bayou Peer Academy',
  completedOn: '2026-03-04',
  hours: '2',
});

async function oneFile(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const all = await PDFDocument.create();
  for (const bytes of files) {
    const pdf = await PDFDocument.load(bytes);
    for (const page of await all.copyPages(pdf, pdf.getPageIndices())) all.addPage(page);
  }
  return all.save();
}

async function lines(texts: readonly string[]): Promise<Uint8Array> {
  const sheet: Sheet = await openSheet('Paper');
  texts.forEach((text, i) => {
    sheet.write(text, { x: 60, y: 70 + i * 22 }, { size: i === 0 ? 16 : 11 });
  });
  return sheet.save();
}

const sorted = async (bytes: Uint8Array) =>
  splitFile(await readingOf(bytes)).map(({ pages, kind }) => [...pages, kind]);

describe('the papers of one file', () => {
  it('are nine where nine certificates were scanned into one PDF', async () => {
    const layouts = [diplomaCertificate, labelCertificate, bandCertificate];
    const files = await Promise.all(
      people.flatMap((name) => layouts.map(async (layout) => (await layout(certificate(name))).bytes)),
    );
    expect(await sorted(await oneFile(files))).toEqual(files.map((_file, i) => [i + 1, i + 1, 'certificate']));
  });

  it('are told apart: a report on two pages, a letter of completion, a guidance form', async () => {
    const letter = (await letterCertificate(certificate('Ivy Naquin'))).bytes;
    const file = await oneFile([
      await twoColumnsOfHoursOnTwoPages(),
      letter,
      await guidanceWithLines(),
      await tableWithoutLines(),
    ]);
    expect(await sorted(file)).toEqual([
      [1, 2, 'ce-report'],
      [3, 3, 'certificate'],
      [4, 4, 'ceu-guidance'],
      [5, 5, 'ce-report'],
    ]);
  });

  it('go on over a second page that begins nothing of its own', async () => {
    const agenda = await lines([
      'Learning objectives',
      'Name three kinds of boundaries',
      'Practise saying no',
      'Plan your own support',
    ]);
    const file = await oneFile([(await diplomaCertificate(certificate('Ivy Naquin'))).bytes, agenda]);
    expect(await sorted(file)).toEqual([[1, 2, 'certificate']]);
  });

  it('are one each and of no kind while their pages are unread', () => {
    const page = (number: number): PageReading => ({
      ...{
        number,
        width: 612,
        height: 792,
        medium: 'unread',
        words: [],
        checkMarks: [],
        rules: [],
        ink: [],
        formFields: [],
      },
    });
    const parts = splitFile({ engine: 'test', pages: [page(1), page(2)] });
    expect(parts).toMatchObject([
      { pages: [1, 1], kind: 'other', isUnread: true },
      { pages: [2, 2], kind: 'other', isUnread: true },
    ]);
  });
});

describe('a paper about somebody’s own treatment', () => {
  it('is known as sensitive and gets no kind, even when it calls itself a certificate', async () => {
    const letter = await lines([
      'Discharge Summary',
      'Patient: Ivy Naquin',
      'Diagnosis: F11.20 opioid dependence. Medications at discharge: buprenorphine 8 mg.',
    ]);
    const graduation = await lines([
      'Certificate of Completion',
      'This certifies that the patient Ivy Naquin was admitted on January 3 and was discharged on April 4, 2026',
      'having completed residential treatment for alcohol use disorder at our clinic.',
    ]);
    for (const bytes of [letter, graduation]) {
      expect(splitFile(await readingOf(bytes))).toMatchObject([{ kind: 'other', isSensitive: true }]);
    }
  });

  it('is not a certificate of a training about treatment', async () => {
    const training = await diplomaCertificate({
      ...certificate('Ivy Naquin'),
      courseTitle: 'Medication Assisted Treatment: Buprenorphine, Methadone and Opioid Use Disorder for Peers',
    });
    expect(splitFile(await readingOf(training.bytes))).toMatchObject([{ kind: 'certificate', isSensitive: false }]);
  });
});

describe('a paper of no known kind', () => {
  it('is called other, not something near it', async () => {
    const menu = await lines([
      'Lunch at the drop-in center',
      'Monday: red beans and rice',
      'Tuesday: gumbo',
      'Please sign up at the desk.',
    ]);
    expect(await sorted(menu)).toEqual([[1, 1, 'other']]);
  });
});
