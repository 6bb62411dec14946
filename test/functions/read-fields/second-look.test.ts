import { describe, expect, test } from 'vitest';
import { lookAgain } from '#functions/read-fields/second-look/look-again.ts';
import { mendPage } from '#functions/read-fields/second-look/mend-page.ts';
import { unclearPlaces } from '#functions/read-fields/second-look/unclear-places.ts';
import type { Values } from '#functions/read-fields/second-look/value-slots.ts';
import { withSureness } from '#functions/read-fields/sourced.ts';
import type { FileReading, PageReading, Word } from '#shared/domain/reading.ts';
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

  test('a decimal point that only the second saw is believed, and still waits for another paper or a person', async () => {
    const read = await look({ hours: '1.5' }, values({ hours: seenHours('15', '15') }));
    expect(read.fields.hours).toMatchObject({ value: '1.5', witness: { verdict: 'overruled', raw: '15' } });
    expect(read.fields.hours?.confidence).toBeLessThan(0.9);
  });

  test('a decimal point that only the first saw, or another figure, leaves the hours to a person', async () => {
    for (const [first, second] of [
      ['1.5', '15'],
      ['3', '8'],
    ] as const) {
      const read = await look({ hours: second }, values({ hours: seenHours(first, first) }));
      expect(read.fields.hours).toMatchObject({ value: first, witness: { verdict: 'differs' } });
      expect(read.fields.hours?.confidence).toBeLessThan(0.9);
    }
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

  test('a statement that the signature attests is looked at where it was signed; one that nobody signed is left to a person', async () => {
    const signed = aField(true, { raw: null, confidence: 0.9 });
    const read = await look({ attestationChecked: true }, values({ attestationChecked: signed }));
    expect(read.fields.attestationChecked?.witness).toMatchObject({ raw: '[x]', verdict: 'agrees' });
    const unsigned = aField(false, { raw: null, confidence: 0.9 });
    const left = await look({ attestationChecked: false }, values({ attestationChecked: unsigned }));
    expect(left.fields.attestationChecked?.witness).toBeUndefined();
    expect(left.fields.attestationChecked?.confidence).toBeLessThan(0.9);
  });

  test('a name the first engine hardly believed is taken from the second, and still waits for a person', async () => {
    const unsure = aField('Danu Fonlenol', { raw: 'Danu Fonlenol', confidence: 0.31 });
    const read = await look({ attendeeName: 'Dana Fontenot' }, values({ attendeeName: unsure }));
    expect(read.fields.attendeeName).toMatchObject({ value: 'Dana Fontenot', witness: { raw: 'Danu Fonlenol' } });
    expect(read.fields.attendeeName?.confidence).toBeLessThan(0.6);
  });

  test('a tidy signature that may be print is one when the name of the person can be read there', async () => {
    const signed = aField(true, { raw: null, confidence: 0.95 });
    const fields = { legalName: aField('Dana R. Fontenot', { raw: 'Dana R. Fontenot' }), signaturePresent: signed };
    const unsure = (text: string): SecondReader => ({
      engine: 'second-1',
      readPlaces: async (_page, places) =>
        places.map(
          ({ id, look }): SecondReading =>
            look === 'text' ? { id, look, text, confidence: 0.8 } : { id, look, present: null, confidence: 0.5 },
        ),
    });
    const verdictWith = async (text: string) => {
      const picture = async () => new Uint8Array([1]);
      const looking = { documentReader: { draw: picture }, secondReader: unsure(text), open: picture };
      const pages = [aPage(1, 'ocr')];
      const reading = { engine: 'first-1', pages };
      const read = await lookAgain(looking, { file: aFile(), reading, pages }, values(fields));
      return read.fields.signaturePresent?.witness?.verdict;
    };
    expect(await verdictWith('DanaFontenot')).toBe('agrees');
    expect(await verdictWith('D. Fontenot')).toBe('agrees');
    expect(await verdictWith('signedJana Bontenot')).toBe('agrees');
    expect(await verdictWith('Sign here')).toBe('unread');
    expect(await verdictWith('Ruth Fontaine')).toBe('unread');
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

  test('is asked about what a free look could not tell, and not about what it told', async () => {
    const looked = (verdict: 'agrees' | 'differs' | 'unread') =>
      aField(true, {
        raw: '[x]',
        confidence: 0.95,
        witness: { engine: 'free-1', raw: null, verdict, confidence: 0.5 },
      });
    const { ids } = await asked({
      attestationChecked: looked('unread'),
      mandatoryForJob: looked('agrees'),
      signaturePresent: looked('differs'),
    });
    expect(ids).toEqual(['attestationChecked']);
  });

  test('cannot make hours certain whose letters the same engine read before', async () => {
    const { looked } = await asked({ hours: seenHours('15', '15', 0.6) });
    expect(looked.fields.hours?.witness).toBeUndefined();
    expect(looked.fields.hours?.confidence).toBeLessThan(0.9);
  });

  test('hours in a sentence over two lines are the same hours, whatever else stands on those lines', async () => {
    const printed = seenHours('four (4) continuing education hours', '4');
    const lines =
      'entitled "One to One"on February 13, 2026. The participant earned four (4) continuing education hours.';
    expect((await look({ hours: lines }, values({ hours: printed }))).fields.hours?.witness?.verdict).toBe('agrees');
    const other = lines.replace('(4)', '(14)');
    expect((await look({ hours: other }, values({ hours: printed }))).fields.hours?.witness?.verdict).toBe('differs');
  });

  test('the first of November and the eleventh of January are two days', async () => {
    const printed = aField('2026-11-01', { raw: '11/1/2026', confidence: 0.95 });
    const read = await look({ completedOn: '1/11/2026' }, values({ completedOn: printed }));
    expect(read.fields.completedOn?.witness?.verdict).toBe('differs');
  });
});

describe('words that only the second reader sees', () => {
  const ink = (left: number, width: number): PageReading['ink'][number] => ({ box: [left, 0.28, width, 0.05] });

  test('a name in two pieces of ornate ink is one place to look at', () => {
    expect(unclearPlaces({ words: [], ink: [ink(0.34, 0.14), ink(0.49, 0.17)] })).toHaveLength(1);
    const words: Word[] = [{ text: 'and', box: [0.485, 0.29, 0.01, 0.03], confidence: 0.95 }];
    expect(unclearPlaces({ words, ink: [ink(0.34, 0.14), ink(0.5, 0.17)] })).toHaveLength(2);
  });

  test('what it reads there becomes words that are sure of nothing', () => {
    const page = { ...aPage(1, 'ocr'), ink: [ink(0.34, 0.3)] };
    const seen: SecondReading = { id: '0', look: 'text', text: 'Dana Fontenot', confidence: 0.97 };
    const mended = mendPage(page, unclearPlaces(page), [seen]);
    expect(mended.page.words.map(({ text }) => text)).toEqual(['Dana', 'Fontenot']);
    expect(mended.page.words.every(({ confidence }) => confidence < 0.6)).toBe(true);
    expect(mended.alone).toHaveLength(1);
  });

  test('words that both read alike keep the blanks of the first', () => {
    const word = (text: string, left: number): Word => ({ text, box: [left, 0.4, 0.04, 0.02], confidence: 0.48 });
    const page = { ...aPage(1, 'ocr'), words: [word('CE', 0.3), word('HOURS', 0.35)] };
    const seen: SecondReading = { id: '0', look: 'text', text: 'CEHOURS', confidence: 0.99 };
    expect(mendPage(page, unclearPlaces(page), [seen]).page.words).toEqual(page.words);
  });
});
