import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReadText } from '#functions/read-text/read-text.ts';
import { makeDirectDocumentReader } from '#shared/adapters/aws/direct-document-reader.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { noTextReader } from '#shared/adapters/local/no-text-reader.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import { fileReadingSchema } from '#shared/domain/reading.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';
import { encodePng } from '#shared/reading/png-file.ts';
import { findFile, putFiles } from '#shared/records/file-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aSheet, bytesOf, writeParagraph } from '#test/builders/a-pdf.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const submissionId = submissionIdFor(1);
const fileId = fileIdOf(1);
const input = { submissionId, runId: runIdOf(submissionId, 1), fileId };
let place = '';
let close = () => undefined as undefined;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'read-text-'));
});
afterEach(() => {
  close();
  rmSync(place, { recursive: true, force: true });
});

/** A document reader that counts how often it was asked. */
function countingReader() {
  const reader = makeDirectDocumentReader();
  const counted = { reads: 0 };
  const documentReader: DocumentReader = {
    read(file) {
      counted.reads += 1;
      return reader.read(file);
    },
    draw: (file, page, dots) => reader.draw(file, page, dots),
  };
  return { documentReader, counted };
}

async function aDesk(
  bytes: Uint8Array,
  own: { mediaType?: string; textReader?: TextReader; readingCeiling?: number } = {},
) {
  const store = openSqliteRecordStore(join(place, 'records.sqlite'));
  close = () => {
    store.close();
    return undefined;
  };
  const files = openFolderFileStore(join(place, 'files'));
  const fileKey = await files.put('document', bytes);
  const mediaType = own.mediaType ?? 'application/pdf';
  const sha256 = fileKey.slice('document/'.length);
  await putFiles(store, [aFile({ submissionId, fileId, fileKey, sha256, mediaType, readingKey: null, refused: null })]);
  const { documentReader, counted } = countingReader();
  const readText = makeReadText({
    records: store,
    files,
    documentReader,
    textReader: own.textReader ?? noTextReader,
    ...(own.readingCeiling === undefined ? {} : { readingCeiling: own.readingCeiling }),
  });
  const row = async () => (await findFile(store, submissionId, fileId)) ?? expect.fail('no file');
  const reading = async () => {
    const bytesOfReading = await files.read((await row()).file.readingKey ?? '');
    return fileReadingSchema.parse(JSON.parse(new TextDecoder().decode(bytesOfReading)));
  };
  return { readText, row, reading, counted };
}

async function aTextFile() {
  const sheet = await aSheet();
  writeParagraph(sheet);
  return bytesOf(sheet);
}

async function aScan() {
  const sheet = await aSheet();
  const png = encodePng({ width: 2, height: 2, pixels: new Uint8Array(12).fill(200) });
  sheet.page.drawImage(await sheet.document.embedPng(png), { x: 0, y: 0, width: 612, height: 792 });
  return bytesOf(sheet);
}

test('the reading of a file is kept in the file store and named on its row', async () => {
  const desk = await aDesk(await aTextFile());
  expect(await desk.readText(input)).toEqual({ ...input, readable: true });
  expect((await desk.reading()).pages[0]?.words.length).toBeGreaterThan(20);
});

test('reading a file again opens nothing and changes nothing', async () => {
  const desk = await aDesk(await aTextFile());
  await desk.readText(input);
  const before = await desk.row();
  expect(await desk.readText(input)).toEqual({ ...input, readable: true });
  expect(await desk.row()).toEqual(before);
  expect(desk.counted.reads).toBe(1);
});

test('a file that is not opened carries the reason on its row', async () => {
  const desk = await aDesk(new TextEncoder().encode('%PDF-1.4 and no more'));
  expect(await desk.readText(input)).toEqual({ ...input, readable: false });
  expect((await desk.row()).file).toMatchObject({ readingKey: null, refused: { code: 'unsupported-file' } });
  expect(await desk.readText(input)).toEqual({ ...input, readable: false });
});

test('a scan stays unread on one machine, in words that can be shown', async () => {
  const desk = await aDesk(await aScan());
  await desk.readText(input);
  expect((await desk.reading()).pages[0]).toMatchObject({
    medium: 'unread',
    unreadBecause: 'We cannot read scans and photos by machine yet. A person will read this page.',
  });
});

test('a scan is drawn for a text reader, and its words are those of the page', async () => {
  const pictures: PagePicture[] = [];
  const textReader: TextReader = {
    engine: 'sharp-eyes',
    async readPage(picture) {
      pictures.push(picture);
      const unread = await noTextReader.readPage(picture);
      return {
        ...unread,
        medium: 'ocr',
        words: [{ text: 'Certificate', box: [0.1, 0.1, 0.2, 0.02], confidence: 0.9 }],
      };
    },
  };
  const desk = await aDesk(await aScan(), { textReader });
  await desk.readText(input);
  const reading = await desk.reading();
  expect(pictures.map(({ mediaType }) => mediaType)).toEqual(['image/png']);
  expect(reading.engine).toMatch(/sharp-eyes$/);
  expect(reading.pages[0]).toMatchObject({ number: 1, width: 612, medium: 'ocr', words: [{ text: 'Certificate' }] });
});

test('a photo goes to the text reader as it came', async () => {
  const photo = encodePng({ width: 20, height: 30, pixels: new Uint8Array(1800).fill(9) });
  const seen: Uint8Array[] = [];
  const textReader: TextReader = {
    engine: 'sharp-eyes',
    async readPage(picture) {
      seen.push(picture.bytes);
      return noTextReader.readPage(picture);
    },
  };
  const desk = await aDesk(photo, { mediaType: 'image/png', textReader });
  await desk.readText(input);
  expect(seen.map((bytes) => Buffer.from(bytes).equals(photo))).toEqual([true]);
});

/** A TIFF header with pages of these sizes, and no picture in it. */
function aFaxOf(sizes: readonly [number, number][]): Uint8Array {
  const bytes = new Uint8Array(8 + sizes.length * 30);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x49492a00);
  view.setUint32(4, 8, true);
  for (const [index, size] of sizes.entries()) {
    const at = 8 + index * 30;
    view.setUint16(at, 2, true);
    for (const [entry, value] of size.entries()) {
      const tag = at + 2 + entry * 12;
      view.setUint16(tag, 256 + entry, true);
      view.setUint16(tag + 2, 4, true);
      view.setUint32(tag + 4, 1, true);
      view.setUint32(tag + 8, value, true);
    }
    view.setUint32(at + 26, index + 1 < sizes.length ? at + 30 : 0, true);
  }
  return bytes;
}

test('each page of a fax goes to the text reader by its number, and keeps the shape it was read in', async () => {
  const seen: (number | undefined)[] = [];
  const textReader: TextReader = {
    engine: 'sharp-eyes',
    async readPage(picture) {
      seen.push(picture.page);
      const unread = await noTextReader.readPage(picture);
      return { ...unread, medium: 'ocr', width: 1700, height: 2200 };
    },
  };
  const desk = await aDesk(
    aFaxOf([
      [1728, 1078],
      [1728, 1078],
    ]),
    { mediaType: 'image/tiff', textReader },
  );
  await desk.readText(input);
  expect(seen.sort()).toEqual([1, 2]);
  expect((await desk.reading()).pages).toMatchObject([
    { number: 1, width: 1700, height: 2200, medium: 'ocr' },
    { number: 2, width: 1700, height: 2200, medium: 'ocr' },
  ]);
});

test('a file nobody knows of is a fault', async () => {
  const desk = await aDesk(await aTextFile());
  await expect(desk.readText({ ...input, fileId: fileIdOf(9) })).rejects.toBeInstanceOf(GiveUp);
});

describe('a scan of which the mail can pay two pages', () => {
  const paidReader: TextReader = {
    engine: 'paid-eyes',
    priceOf: () => 1_500,
    readPage: async (picture) => ({ ...(await noTextReader.readPage(picture)), medium: 'ocr' }),
  };
  const fax = aFaxOf(Array.from({ length: 5 }, (): [number, number] => [1728, 1078]));
  const poor = { mediaType: 'image/tiff', textReader: paidReader, readingCeiling: 3_000 };

  test('has two pages that were read and three that wait for a person, and is not given up', async () => {
    const desk = await aDesk(fax, poor);
    expect(await desk.readText(input)).toEqual({ ...input, readable: true });
    const { pages } = await desk.reading();
    expect(pages.filter(({ medium }) => medium === 'ocr')).toHaveLength(2);
    const waiting = pages.filter(({ unreadFor }) => unreadFor === 'budget');
    expect(waiting).toHaveLength(3);
    for (const page of waiting)
      expect(page).toMatchObject({ medium: 'unread', unreadBecause: expect.stringContaining('A person will read') });
  });

  test('says the same when it is read again, and is opened anew, since another mail may pay for it', async () => {
    const desk = await aDesk(fax, poor);
    await desk.readText(input);
    const [before, reading] = [await desk.row(), await desk.reading()];
    await desk.readText(input);
    expect(await desk.row()).toEqual(before);
    expect(await desk.reading()).toEqual(reading);
    expect(desk.counted.reads).toBe(2);
  });
});

async function aLockedFile() {
  const sheet = await aSheet();
  sheet.document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
  return bytesOf(sheet);
}

/** The head of a photo of a phone, and no picture behind it. */
function aHeadOfHeic(): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write('ftypheic', 4, 'latin1');
  bytes.write('ispe', 24, 'latin1');
  bytes.writeUInt32BE(3024, 32);
  bytes.writeUInt32BE(4032, 36);
  return bytes;
}

describe('nothing is paid for', () => {
  const asked: PagePicture[] = [];
  const textReader: TextReader = {
    engine: 'paid-eyes',
    priceOf: () => 1_500,
    async readPage(picture) {
      asked.push(picture);
      return noTextReader.readPage(picture);
    },
  };

  test('a file with a password', async () => {
    const desk = await aDesk(await aLockedFile(), { textReader });
    expect(await desk.readText(input)).toMatchObject({ readable: false });
    expect((await desk.row()).file.refused).toMatchObject({ code: 'encrypted-file' });
    expect(asked).toEqual([]);
  });

  test('a fax of 301 pages', async () => {
    const endless = aFaxOf(Array.from({ length: 301 }, (): [number, number] => [1728, 1078]));
    const desk = await aDesk(endless, { mediaType: 'image/tiff', textReader });
    expect(await desk.readText(input)).toMatchObject({ readable: false });
    expect((await desk.row()).file.refused).toMatchObject({ code: 'too-large' });
    expect(asked).toEqual([]);
  });

  test('a photo of a kind the reader does not take and that cannot be turned into one', async () => {
    const desk = await aDesk(aHeadOfHeic(), { mediaType: 'image/heic', textReader });
    expect(await desk.readText(input)).toMatchObject({ readable: true });
    expect((await desk.reading()).pages).toMatchObject([{ medium: 'unread' }]);
    expect(asked).toEqual([]);
  });
});
