import { readFileSync } from 'node:fs';
import { TextractClient } from '@aws-sdk/client-textract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTextractSecondReader } from '#shared/adapters/aws/textract-second-reader.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { Place, ReadPagePicture, SecondReader, SecondReading } from '#shared/ports/second-reader.ts';
import { type Answer, type AnsweringServer, answeringServer } from '#test/contracts/answering-server.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { secondReaderContract } from '#test/contracts/second-reader.contract.ts';

const folder = new URL('../../../fixtures/textract-analyze/', import.meta.url);
const recorded = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

const png: ReadPagePicture = { bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), mediaType: 'image/png', turned: 0 };

const failure = (type: string, status = 400): Answer => ({ status, body: { __type: type, message: 'secret' } });

let next: Answer | 'hang up' = 'hang up';
/** What the server says to this request; to any other it says `next`. */
let answerTo: ((request: unknown) => Answer) | null = null;
afterEach(() => {
  answerTo = null;
});
let server: AnsweringServer;
let reader: SecondReader;
beforeAll(async () => {
  server = await answeringServer((request) => answerTo?.(request) ?? next);
  reader = openTextractSecondReader(new TextractClient(clientOf(server.endpoint)));
});
afterAll(() => server.close());

/** What the recorded analysis `name` says of places that are asked in one call. */
async function looked(name: string, places: Place[], turned = 0): Promise<SecondReading[]> {
  next = { status: 200, body: recorded(name) };
  return reader.readPlaces({ ...png, turned }, places);
}

const text = (box: Box, id = 'a'): Place => ({ id, look: 'text', box });
const cell = (box: Box, id = 'a'): Place => ({ id, look: 'text', box, inTable: true });
const mark = (box: Box, id = 'a'): Place => ({ id, look: 'mark', box });
const signature = (box: Box): Place => ({ id: 'a', look: 'signature', box });

const askedFor = () => z.object({ FeatureTypes: z.array(z.string()) }).parse(server.requests.at(-1)).FeatureTypes;

describe('a value beside its label, on recorded forms', () => {
  it('is the words that belong to it, with the confidence of the least sure one', async () => {
    const found = await looked('employment-application', [
      text([0.17, 0.31, 0.2, 0.03], 'name'),
      text([0.21, 0.44, 0.3, 0.03], 'home'),
      text([0.2, 0.37, 0.12, 0.035], 'phone'),
    ]);
    expect(found).toMatchObject([
      { id: 'name', look: 'text', text: 'Jane Doe' },
      { id: 'home', look: 'text', text: '123 Any Street, Any Town, USA' },
      { id: 'phone', look: 'text', text: '555-0100' },
    ]);
    for (const { confidence } of found) expect(confidence).toBeGreaterThan(0.95);
  });

  it('stands below its label too', async () => {
    expect(await looked('form', [text([0.06, 0.597, 0.3, 0.015])])).toMatchObject([{ text: 'Jane Doe' }]);
  });

  it('that is empty has no text', async () => {
    expect(await looked('form', [text([0.566, 0.529, 0.17, 0.015])])).toMatchObject([{ text: null }]);
  });

  it('is left out where nothing was paired, where two values lie, and where the pair is doubtful', async () => {
    expect(await looked('form', [text([0.3, 0.18, 0.3, 0.02])])).toEqual([]);
    expect(await looked('form', [text([0.74, 0.49, 0.2, 0.03])])).toEqual([]);
    // "Name: SomeName" was paired with 56 of 100
    expect(await looked('gib', [text([0.14, 0.061, 0.097, 0.011])])).toEqual([]);
  });

  it('has no letters to show when one of its words was read with less than 95', async () => {
    const words = [
      { BlockType: 'WORD', Id: 'w1', Text: 'March', Confidence: 99.1, Geometry: at(0.1, 0.1) },
      { BlockType: 'WORD', Id: 'w2', Text: '7', Confidence: 71, Geometry: at(0.2, 0.1) },
    ];
    const Relationships = [{ Type: 'CHILD', Ids: ['w1', 'w2'] }];
    const pair = { BlockType: 'KEY_VALUE_SET', EntityTypes: ['VALUE'], Confidence: 93, Geometry: at(0.1, 0.1, 0.15) };
    next = { status: 200, body: { Blocks: [{ BlockType: 'PAGE' }, ...words, { ...pair, Id: 'v', Relationships }] } };
    expect(await reader.readPlaces(png, [text([0.1, 0.1, 0.15, 0.02])])).toEqual([
      { id: 'a', look: 'text', text: null, confidence: 0.71 },
    ]);
  });
});

describe('a cell of a table, on recorded tables', () => {
  it('is found by its own area and by the words in it', async () => {
    const found = await looked('employment-application', [
      cell([0.182, 0.687, 0.117, 0.053], 'whole'),
      cell([0.5, 0.75, 0.05, 0.02], 'words'),
    ]);
    expect(found).toMatchObject([
      { id: 'whole', text: '6/30/2011' },
      { id: 'words', text: 'Baker' },
    ]);
  });

  it('that was merged has the words of its parts', async () => {
    const monday = await looked('tables_with_merged_cells_sample1', [cell([0.082, 0.417, 0.225, 0.037])]);
    expect(monday).toMatchObject([{ text: 'Monday, February 28, 2022' }]);
  });

  it('is left out when the place covers two of them', async () => {
    expect(await looked('tables_with_merged_cells_sample1', [cell([0.46, 0.454, 0.28, 0.018])])).toEqual([]);
  });

  it.each([
    ['gib', 0],
    ['gib__180_degrees', 2],
  ])('of %s lies where it lies on the page set upright by %i quarters', async (name, turned) => {
    const found = await looked(
      name,
      [cell([0.65, 0.444, 0.1, 0.012], 'a'), cell([0.1, 0.153, 0.1, 0.015], 'b')],
      turned,
    );
    expect(found).toMatchObject([
      { id: 'a', text: 'Value 3.3.2' },
      { id: 'b', text: 'Value 1.1.1' },
    ]);
  });

  it('of a page that lay on its side is found on the page set upright', async () => {
    // the cell's corner on the picture is 0.891 across and 0.071 down, its letters run downwards
    expect(await looked('gib__90_degrees', [cell([0.071, 1 - 0.917, 0.079, 0.026])], 3)).toMatchObject([
      { text: 'Value 1.1.1' },
    ]);
  });
});

describe('a box to tick, on a recorded form', () => {
  it('is ticked or not', async () => {
    const found = await looked('form', [
      mark([0.44, 0.723, 0.015, 0.011], 'condo'),
      mark([0.313, 0.723, 0.014, 0.011], 'apartment'),
      mark([0.225, 0.952, 0.022, 0.018], 'flyer'),
    ]);
    expect(found).toMatchObject([
      { id: 'condo', look: 'mark', present: true },
      { id: 'apartment', look: 'mark', present: false },
      { id: 'flyer', look: 'mark', present: true },
    ]);
  });

  it('is left out when two lie at the place, whatever their labels say', async () => {
    expect(await looked('form', [mark([0.35, 0.465, 0.085, 0.02])])).toEqual([]);
  });

  it.each([
    ['below 60 cannot be told', 59, null],
    ['from 60 is believed', 60, true],
  ])('of a confidence %s', async (_what, Confidence, present) => {
    const box = { BlockType: 'SELECTION_ELEMENT', SelectionStatus: 'SELECTED', Confidence, Geometry: at(0.5, 0.5) };
    next = { status: 200, body: { Blocks: [{ BlockType: 'PAGE' }, box] } };
    expect(await reader.readPlaces(png, [mark([0.5, 0.5, 0.05, 0.02])])).toMatchObject([{ present }]);
  });

  it('around printed words is highlighted print, and no box', async () => {
    const box = { BlockType: 'SELECTION_ELEMENT', SelectionStatus: 'SELECTED', Confidence: 97, Geometry: at(0.5, 0.5) };
    const word = { BlockType: 'WORD', Text: 'Ethics', Confidence: 99, Geometry: at(0.505, 0.5) };
    next = { status: 200, body: { Blocks: [{ BlockType: 'PAGE' }, box, word] } };
    expect(await reader.readPlaces(png, [mark([0.5, 0.5, 0.05, 0.02])])).toEqual([]);
  });
});

describe('a line to sign on', () => {
  it('of the recorded letter is signed, and nothing else on that letter is', async () => {
    const [there] = await looked('signature', [signature([0.3, 0.4, 0.25, 0.05])]);
    expect(there).toMatchObject({ look: 'signature', present: true });
    expect(there?.confidence).toBeCloseTo(0.548, 2);
    expect(await looked('signature', [signature([0.3, 0.7, 0.25, 0.05])])).toMatchObject([{ present: false }]);
  });

  it.each([
    ['a stray mark of 11', 11, false],
    ['a mark of 29.9', 29.9, false],
    ['a mark of 30', 30, true],
  ])('with %s', async (_what, Confidence, present) => {
    const sign = { BlockType: 'SIGNATURE', Confidence, Geometry: at(0.5, 0.5) };
    next = { status: 200, body: { Blocks: [{ BlockType: 'PAGE' }, sign] } };
    expect(await reader.readPlaces(png, [signature([0.45, 0.48, 0.2, 0.05])])).toMatchObject([{ present }]);
  });

  it('on which only a date was taken for a signature cannot be judged', async () => {
    const sign = { BlockType: 'SIGNATURE', Confidence: 44, Geometry: at(0.5, 0.5) };
    const date = { BlockType: 'WORD', Text: '3/14/26', Confidence: 98, Geometry: at(0.505, 0.5) };
    next = { status: 200, body: { Blocks: [{ BlockType: 'PAGE' }, sign, date] } };
    expect(await reader.readPlaces(png, [signature([0.45, 0.48, 0.2, 0.05])])).toMatchObject([{ present: null }]);
  });
});

describe('as any second reader', () => {
  secondReaderContract(async () => {
    const damaged = { ...png, bytes: Uint8Array.of(1, 2, 3) };
    const broken = Buffer.from(damaged.bytes).toString('base64');
    const whole: Answer = { status: 200, body: recorded('employment-application') };
    const asked = z.object({ Document: z.object({ Bytes: z.string() }) });
    answerTo = (request) => (asked.parse(request).Document.Bytes === broken ? failure('BadDocumentException') : whole);
    return {
      reader,
      page: png,
      damaged,
      print: [
        { place: text([0.17, 0.31, 0.2, 0.03], 'name'), text: 'Jane Doe' },
        { place: cell([0.182, 0.687, 0.117, 0.053], 'day'), text: '6/30/2011' },
        { place: text([0.05, 0.05, 0.1, 0.02], 'nothing'), text: null },
      ],
    };
  });
});

describe('what is asked and what it costs', () => {
  const somewhere: Box = [0.1, 0.1, 0.1, 0.1];

  it.each([
    ['a signature', [signature(somewhere)], ['SIGNATURES'], 3_500],
    ['a cell', [cell(somewhere)], ['TABLES'], 15_000],
    ['a box in a table', [{ ...mark(somewhere), inTable: true }], ['TABLES'], 15_000],
    ['a box', [mark(somewhere)], ['FORMS'], 50_000],
    ['a line and a signature', [text(somewhere), signature(somewhere)], ['FORMS', 'SIGNATURES'], 50_000],
    ['everything', [mark(somewhere), cell(somewhere), signature(somewhere)], ['FORMS', 'TABLES', 'SIGNATURES'], 65_000],
  ])('of %s', async (_what, places, features, price) => {
    await looked('signature', places);
    expect(askedFor()).toEqual(features);
    expect(reader.priceOf?.(places)).toBe(price);
  });

  it('of nothing is nothing', async () => {
    const before = server.requests.length;
    expect(await reader.readPlaces(png, [])).toEqual([]);
    expect(reader.priceOf?.([])).toBe(0);
    expect(server.requests).toHaveLength(before);
  });
});

describe('Textract', () => {
  const asked = [signature([0.3, 0.4, 0.25, 0.05])];
  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'LimitExceededException'])(
    'that answers %s may look later',
    async (type) => {
      next = failure(type);
      await expect(reader.readPlaces(png, asked)).rejects.toMatchObject({ name: 'Paced' });
    },
  );

  it('that hangs up or answers 500 may look later', async () => {
    for (const answer of ['hang up' as const, failure('InternalServerError', 500)]) {
      next = answer;
      await expect(reader.readPlaces(png, asked)).rejects.toMatchObject({ name: 'TryAgain' });
    }
  });

  it('that refuses us is given up without its words', async () => {
    next = failure('AccessDeniedException');
    const fault = await reader.readPlaces(png, asked).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'GiveUp' });
    expect(String(fault)).not.toContain('secret');
  });

  it.each([
    ['a damaged page', failure('BadDocumentException')],
    ['a kind it does not take', failure('UnsupportedDocumentException')],
    ['no pages', { status: 200, body: { DocumentMetadata: { Pages: 0 }, Blocks: [] } }],
    ['blocks without their page', { status: 200, body: { Blocks: [{ BlockType: 'SIGNATURE', Confidence: 90 }] } }],
    ['an unknown shape', { status: 200, body: { Blocks: [{ Confidence: 'secret' }] } }],
  ])('that answers %s has judged nothing, not even that a line is unsigned', async (_what, answer) => {
    next = answer;
    expect(await reader.readPlaces(png, asked)).toEqual([]);
  });
});

/** A block that begins here, wide and high enough for a word or a box. */
function at(left: number, top: number, width = 0.05) {
  const corner = (X: number, Y: number) => ({ X, Y });
  const [right, bottom] = [left + width, top + 0.02];
  return { Polygon: [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)] };
}
