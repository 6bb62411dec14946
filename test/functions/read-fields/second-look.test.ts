import { describe, expect, test } from 'vitest';
import { lookAgain } from '#functions/read-fields/second-look/look-again.ts';
import type { Values } from '#functions/read-fields/second-look/value-slots.ts';
import { withSureness } from '#functions/read-fields/sourced.ts';
import type { FileReading, PageReading } from '#shared/domain/reading.ts';
import type { SecondReader, SecondReading } from '#shared/ports/second-reader.ts';
import { aField, aFile, aTraining } from '#test/builders/a-document.ts';

const aPage = (number: number, medium: PageReading['medium']): PageReading => ({
  ...{ number, medium, width: 612, height: 792 },
  ...{ words: [], checkMarks: [], rules: [], ink: [], formFields: [] },
});

/** A second reader that sees what the test says stands there, and nothing elsewhere. */
const seeing = (seen: Record<string, string | boolean>): SecondReader => ({
  engine: 'second-1',
  readPlaces: async (_page, places) =>
    places.flatMap(({ id, look }): SecondReading[] => {
      const found = seen[id];
      if (found === undefined) return [];
      if (look === 'text') return [{ id, look, text: String(found), confidence: 0.98 }];
      return [{ id, look, present: found === true, confidence: 0.98 }];
    }),
});

async function look(
  seen: Record<string, string | boolean>,
  values: Values,
  pages = [aPage(1, 'ocr')],
): Promise<Values> {
  const reading: FileReading = { engine: 'first-1', pages };
  const picture = async () => new Uint8Array([1]);
  const looking = { documentReader: { draw: picture }, secondReader: seeing(seen), open: picture };
  return withSureness(pages, await lookAgain(looking, { file: aFile(), reading, pages }, values));
}

const values = (fields: Values['fields'], own: Partial<Values> = {}): Values => ({
  fields,
  trainings: [],
  sessions: [],
  ...own,
});

const seenHours = (raw: string, value: string, confidence = 0.97) => aField(value, { raw, confidence });

describe('what stands on a picture is looked at twice', () => {
  test('hours that both engines read alike are certain', async () => {
    const read = await look({ hours: '2.5 hrs' }, values({ hours: seenHours('2.5 hours', '2.5') }));
    expect(read.fields.hours?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(read.fields.hours?.witness).toMatchObject({ engine: 'second-1', verdict: 'agrees', raw: '2.5 hrs' });
  });

  test('a decimal point that only one of them saw leaves the hours to a person', async () => {
    const read = await look({ hours: '1.5' }, values({ hours: seenHours('15', '15') }));
    expect(read.fields.hours).toMatchObject({ value: '15', witness: { verdict: 'differs' } });
    expect(read.fields.hours?.confidence).toBeLessThan(0.9);
  });

  test('what nobody looked at again is never certain, whatever the recogniser says', async () => {
    const training = aTraining({ hours: seenHours('15', '15') });
    const read = await look({}, values({ hours: seenHours('3', '3', 0.99) }, { trainings: [training] }));
    expect(read.fields.hours?.confidence).toBeLessThan(0.9);
    expect(read.trainings[0]?.hours.confidence).toBeLessThan(0.9);
  });

  test('a day is the same day however its blanks were lost, and another when a figure differs', async () => {
    const printed = aField('2026-03-04', { raw: 'March 4, 2026', confidence: 0.95 });
    const same = await look({ completedOn: 'March4,2026' }, values({ completedOn: printed }));
    expect(same.fields.completedOn?.witness?.verdict).toBe('agrees');
    const other = await look({ completedOn: 'March 14, 2026' }, values({ completedOn: printed }));
    expect(other.fields.completedOn?.witness?.verdict).toBe('differs');
  });

  test('a ticked "No" is the same tick for both, and a no for the form', async () => {
    const ticked = aField(false, { raw: '[x]', confidence: 0.95 });
    const read = await look({ mandatoryForJob: true }, values({ mandatoryForJob: ticked }));
    expect(read.fields.mandatoryForJob).toMatchObject({ value: false, witness: { verdict: 'agrees', raw: '[x]' } });
  });

  test('a name the first engine hardly believed is taken from the second, and still waits for a person', async () => {
    const unsure = aField('Danu Fonlenol', { raw: 'Danu Fonlenol', confidence: 0.31 });
    const read = await look({ attendeeName: 'Dana Fontenot' }, values({ attendeeName: unsure }));
    expect(read.fields.attendeeName).toMatchObject({ value: 'Dana Fontenot', witness: { raw: 'Danu Fonlenol' } });
    expect(read.fields.attendeeName?.confidence).toBeLessThan(0.6);
  });

  test('an empty place and what no words stand for are not looked at', async () => {
    const empty = aField(null, { raw: null });
    const read = await look({ email: 'E-mail address' }, values({ email: empty }));
    expect(read.fields.email).toMatchObject({ value: null });
    expect(read.fields.email?.witness).toBeUndefined();
  });

  test('of a file with a printed and a scanned page only the scanned one is doubted', async () => {
    const fields = {
      attendeeName: aField('Dana', { page: 1, confidence: 0.97, raw: 'Dana' }),
      hours: aField('3', { page: 2, confidence: 0.97, raw: '3' }),
    };
    const read = await look({ hours: '8', attendeeName: 'Dora' }, values(fields), [
      aPage(1, 'text-layer'),
      aPage(2, 'ocr'),
    ]);
    expect(read.fields.attendeeName).toMatchObject({ confidence: 0.97 });
    expect(read.fields.attendeeName?.witness).toBeUndefined();
    expect(read.fields.hours?.witness?.verdict).toBe('differs');
  });
});

describe('a second reader that is paid', () => {
  /** Judges ticks and signatures only, for money, and says whatever it is asked that the first reader was right. */
  async function asked(fields: Values['fields']): Promise<{ ids: string[]; looked: Values }> {
    const ids: string[] = [];
    const secondReader: SecondReader = {
      engine: 'second-1',
      witnesses: ['mark', 'signature'],
      priceOf: () => 50_000,
      readPlaces: async (_page, places) => {
        ids.push(...places.map(({ id }) => id));
        return places.map(({ id, look }): SecondReading => {
          return look === 'text'
            ? { id, look, text: '15', confidence: 0.99 }
            : { id, look, present: true, confidence: 1 };
        });
      },
    };
    const pages = [aPage(1, 'ocr')];
    const picture = async () => new Uint8Array([1]);
    const looking = { documentReader: { draw: picture }, secondReader, open: picture };
    const looked = await lookAgain(
      looking,
      { file: aFile(), reading: { engine: 'first-1', pages }, pages },
      values(fields),
    );
    return { ids, looked: withSureness(pages, looked) };
  }

  test('is asked only about what decides, is in doubt, and what it is a witness of', async () => {
    const { ids } = await asked({
      attestationChecked: aField(true, { raw: '[x]', confidence: 0.6 }),
      mandatoryForJob: aField(true, { raw: '[x]', confidence: 0.95 }),
      livedExperience: aField(true, { raw: '[x]', confidence: 0.6 }),
      hours: seenHours('15', '15', 0.6),
    });
    expect(ids).toEqual(['attestationChecked']);
  });

  test('cannot make hours certain whose letters the same engine read before', async () => {
    const { looked } = await asked({ hours: seenHours('15', '15', 0.6) });
    expect(looked.fields.hours?.witness).toBeUndefined();
    expect(looked.fields.hours?.confidence).toBeLessThan(0.9);
  });
});
