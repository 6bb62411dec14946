import { expect, test } from 'vitest';
import { readPictures } from '#functions/read-text/read-pictures.ts';
import { makeDirectDocumentReader } from '#shared/adapters/aws/direct-document-reader.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { unreadPage } from '#shared/reading/unread-page.ts';

test('B088: of a fax without end the first pages are read by machine, and a person is told of the others', async () => {
  const asked: number[] = [];
  const textReader: TextReader = {
    engine: 'sharp-eyes',
    async readPage({ page = 1 }) {
      asked.push(page);
      return { ...unreadPage(1, { width: 1, height: 1 }, ''), medium: 'ocr' };
    },
  };
  const pages = Array.from({ length: 70 }, (_, at) => unreadPage(at + 1, { width: 10, height: 10 }, 'A picture.'));
  const file = { bytes: new Uint8Array(), mediaType: 'image/tiff' };
  const readers = { documentReader: makeDirectDocumentReader(), textReader };

  const reading = await readPictures(readers, file, { engine: 'tiff', pages });

  expect(asked.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  expect(reading.pages).toHaveLength(70);
  expect(reading.pages[60]).toMatchObject({ number: 61, medium: 'unread' });
  expect(reading.pages[60]?.unreadBecause).toContain('Only the first 60');
});
