import { describe, expect, it } from 'vitest';
import type { Place, ReadPagePicture, SecondReader, SecondReading } from '#shared/ports/second-reader.ts';

export type SecondReaderUnderTest = {
  reader: SecondReader;
  page: ReadPagePicture;
  /** places of the page, and what stands there when letters and digits alone count; null for a place without print */
  print: readonly { place: Place; text: string | null }[];
  /** a page that cannot be opened */
  damaged: ReadPagePicture;
};

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function expectSound(readings: readonly SecondReading[], places: readonly Place[]): void {
  const asked = new Map(places.map(({ id, look }) => [id, look]));
  expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length);
  for (const reading of readings) {
    expect(asked.get(reading.id)).toBe(reading.look);
    expect(reading.confidence).toBeGreaterThanOrEqual(0);
    expect(reading.confidence).toBeLessThanOrEqual(1);
    if (reading.look === 'text') expect(reading.text?.trim()).not.toBe('');
  }
}

/** What holds for every second reader: it may leave places out, but what it says is of the places it was asked for. */
export function secondReaderContract(open: () => Promise<SecondReaderUnderTest>): void {
  describe('a second look', () => {
    it('says what stands at a place, and null or nothing where no print stands', async () => {
      const { reader, page, print } = await open();
      const places = print.map(({ place }) => place);
      const readings = await reader.readPlaces(page, places);
      expectSound(readings, places);
      for (const reading of readings) {
        const expected = print.find(({ place }) => place.id === reading.id)?.text ?? null;
        const said = reading.look === 'text' && reading.text !== null ? lettersOf(reading.text) : null;
        expect(said).toBe(expected === null ? null : lettersOf(expected));
      }
    });

    it('answers each place alike, alone or among others, and twice alike', async () => {
      const { reader, page, print } = await open();
      const places = print.map(({ place }) => place);
      const together = await reader.readPlaces(page, places);
      expect(await reader.readPlaces(page, places)).toEqual(together);
      for (const place of places.slice(0, 2)) {
        expect(await reader.readPlaces(page, [place])).toEqual(together.filter(({ id }) => id === place.id));
      }
    });

    it('at no place gives no answer', async () => {
      const { reader, page } = await open();
      expect(await reader.readPlaces(page, [])).toEqual([]);
    });

    it('beside the page, or at a place without size, sees nothing', async () => {
      const { reader, page } = await open();
      const places: Place[] = [
        { id: 'right of it', look: 'text', box: [1.2, 0.4, 0.2, 0.1] },
        { id: 'above it', look: 'text', box: [0.2, -0.5, 0.2, 0.1] },
        { id: 'a point', look: 'text', box: [0.5, 0.5, 0, 0] },
      ];
      const readings = await reader.readPlaces(page, places);
      expectSound(readings, places);
      for (const reading of readings) expect(reading).toMatchObject({ text: null });
    });

    it('at a page that cannot be opened sees nothing, and is no fault', async () => {
      const { reader, damaged, print } = await open();
      expect(
        await reader.readPlaces(
          damaged,
          print.map(({ place }) => place),
        ),
      ).toEqual([]);
    });

    it('is done by an engine with a name', async () => {
      const { reader } = await open();
      expect(reader.engine).toMatch(/^[a-z0-9-]+$/);
    });
  });
}
