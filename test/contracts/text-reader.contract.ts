import { describe, expect, it } from 'vitest';
import { type PageReading, pageReadingSchema } from '#shared/domain/reading.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';

export type TextReaderUnderTest = {
  reader: TextReader;
  /** a page with words on it */
  page: PagePicture;
  /** a page that cannot be read */
  unreadable: PagePicture;
};

/** What holds for every page that any reader reads. */
export function expectSoundPage(page: PageReading): void {
  expect(pageReadingSchema.safeParse(page).error).toBeUndefined();
  expect(page.number).toBe(1);
  expect(page.width).toBeGreaterThan(0);
  expect(page.height).toBeGreaterThan(0);
  for (const { text, box, confidence } of page.words) {
    const [left, top, width, height] = box;
    expect(text).not.toBe('');
    expect(Math.min(left, top, width, height)).toBeGreaterThanOrEqual(0);
    expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1 + 1e-9);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
}

export function textReaderContract(open: () => Promise<TextReaderUnderTest>): void {
  describe('a page', () => {
    it('that is read has words with boxes on the page, and says so', async () => {
      const { reader, page } = await open();
      const reading = await reader.readPage(page);
      expectSoundPage(reading);
      expect(reading.medium).toBe('ocr');
      expect(reading.words.length).toBeGreaterThan(0);
      expect(reading.unreadBecause).toBeUndefined();
    });

    it('that cannot be read is an answer with its reason and without words', async () => {
      const { reader, unreadable } = await open();
      const reading = await reader.readPage(unreadable);
      expectSoundPage(reading);
      expect(reading.medium).toBe('unread');
      expect(reading.words).toEqual([]);
      expect(reading.unreadBecause).toMatch(/\w/);
    });

    it('is read by an engine with a name', async () => {
      const { reader } = await open();
      expect(reader.engine).toMatch(/^[a-z0-9-]+$/);
    });
  });
}
