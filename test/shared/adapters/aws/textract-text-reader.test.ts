import { readdirSync, readFileSync } from 'node:fs';
import { TextractClient } from '@aws-sdk/client-textract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTextractTextReader } from '#shared/adapters/aws/textract-text-reader.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';
import { type Answer, type AnsweringServer, answeringServer } from '#test/contracts/answering-server.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { expectSoundPage, textReaderContract } from '#test/contracts/text-reader.contract.ts';

const folder = new URL('../../../fixtures/textract/', import.meta.url);
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json'));

const png: PagePicture = { bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), mediaType: 'image/png' };
const page = { BlockType: 'PAGE' };
const failure = (type: string, status = 400): Answer => ({ status, body: { __type: type, message: 'secret' } });

let next: Answer | 'hang up' = 'hang up';
let server: AnsweringServer;
let reader: TextReader;
beforeAll(async () => {
  server = await answeringServer(() => next);
  reader = openTextractTextReader(new TextractClient(clientOf(server.endpoint)));
});
afterAll(() => server.close());

const recorded = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

function replay(name: string): Promise<PageReading> {
  next = { status: 200, body: recorded(name) };
  return reader.readPage(png);
}

const recordingSchema = z.object({
  Blocks: z.array(z.object({ BlockType: z.string(), Page: z.number().optional(), Text: z.string().optional() })),
});
const wordsRecorded = (name: string): string[] =>
  recordingSchema
    .parse(recorded(name))
    .Blocks.filter(({ BlockType, Page = 1 }) => BlockType === 'WORD' && Page === 1)
    .map(({ Text = '' }) => Text);

const polygonSchema = z.object({
  Blocks: z.array(
    z.object({
      BlockType: z.string(),
      Page: z.number().default(1),
      Geometry: z.object({ Polygon: z.array(z.object({ X: z.number(), Y: z.number() })) }),
    }),
  ),
});

/** The middle of each word of the first page, on the picture as it was sent. */
function middlesRecorded(name: string): { X: number; Y: number }[] {
  const words = polygonSchema
    .parse(recorded(name))
    .Blocks.filter(({ BlockType, Page }) => BlockType === 'WORD' && Page === 1);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return words.map(({ Geometry: { Polygon } }) => ({
    X: middle(Polygon.map(({ X }) => X)),
    Y: middle(Polygon.map(({ Y }) => Y)),
  }));
}

describe('what Textract recorded, read again', () => {
  it.each(recordings)('every word of the first page of %s stands on the page', async (name) => {
    const reading = await replay(name);
    expectSoundPage(reading);
    expect(reading.words.map(({ text }) => text)).toEqual(wordsRecorded(name));
    expect(reading.words.length).toBeGreaterThan(50);
  });

  it.each(recordings)('the words of %s are wider than high, whichever way the page lay', async (name) => {
    const { words } = await replay(name);
    const long = words.filter(({ text }) => text.length >= 8);
    const upright = long.filter(({ box: [, , width, height] }) => width > height);
    expect(upright.length / long.length).toBeGreaterThan(0.9);
  });

  /** The picture turned by 90 degrees was also stretched and cut, so places are compared as straight lines, not one by one. */
  it.each([
    ['gib__90_degrees.json', 0.99999],
    ['gib__180_degrees.json', 0.99999],
    ['gib__10_degrees.json', 0.98],
  ])('the words of %s stand to each other as on the same page unturned', async (name, likeness) => {
    const [straight, turned] = [placesOfUniqueWords(await replay('gib.json')), placesOfUniqueWords(await replay(name))];
    const shared = [...straight.keys()].filter((text) => turned.has(text));
    expect(shared.length).toBeGreaterThan(50);
    for (const axis of [0, 1] as const) {
      const values = (places: Map<string, [number, number]>) => shared.map((text) => places.get(text)?.[axis] ?? 0);
      expect(correlation(values(straight), values(turned))).toBeGreaterThan(likeness);
    }
  });

  it('a page that lies on its side is as wide as its picture is high', async () => {
    const picture = { ...png, bytes: pngHead(800, 600) };
    next = { status: 200, body: recorded('gib__90_degrees.json') };
    expect(await reader.readPage(picture)).toMatchObject({ width: 600, height: 800, turned: 3 });
    next = { status: 200, body: recorded('gib__180_degrees.json') };
    expect(await reader.readPage(picture)).toMatchObject({ width: 800, height: 600, turned: 2 });
  });

  it.each([
    ['gib.json', 0],
    ['gib__10_degrees.json', 0],
    ['gib__90_degrees.json', 3],
    ['gib__180_degrees.json', 2],
  ])('the page of %s was set upright by %i quarter turns clockwise', async (name, turned) => {
    const reading = await replay(name);
    expect(reading.turned).toBe(turned);
    const lying = middlesRecorded(name);
    for (const [at, { box }] of reading.words.entries()) {
      let { X, Y } = lying[at] ?? { X: -1, Y: -1 };
      for (let turn = 0; turn < turned; turn += 1) [X, Y] = [1 - Y, X];
      expect(box[0] + box[2] / 2).toBeCloseTo(X, 6);
      expect(box[1] + box[3] / 2).toBeCloseTo(Y, 6);
    }
  });

  it.each([0, 1, 2, 3])('the same word, turned by %i quarters, ends at the same place', async (turns) => {
    const straight = [
      { X: 0.1, Y: 0.2 },
      { X: 0.5, Y: 0.2 },
      { X: 0.5, Y: 0.25 },
      { X: 0.1, Y: 0.25 },
    ];
    const turnOnce = ({ X, Y }: { X: number; Y: number }) => ({ X: 1 - Y, Y: X });
    let polygon = straight;
    for (let turn = 0; turn < turns; turn += 1) polygon = polygon.map(turnOnce);
    const word = { BlockType: 'WORD', Text: 'certificate', Confidence: 99.5, Geometry: { Polygon: polygon } };
    next = { status: 200, body: { Blocks: [page, word] } };
    const [found] = (await reader.readPage(png)).words;
    expect(found?.confidence).toBeCloseTo(0.995, 6);
    [0.1, 0.2, 0.4, 0.05].forEach((value, at) => {
      expect(found?.box[at]).toBeCloseTo(value, 6);
    });
  });

  it('a page on which Textract found nothing is a read page without words', async () => {
    next = { status: 200, body: { Blocks: [page], DocumentMetadata: { Pages: 1 } } };
    expect(await reader.readPage(png)).toMatchObject({ medium: 'ocr', words: [] });
  });
});

it('a scanned form has its boxes, lines and words for the price of plain text', async () => {
  const scan = readFileSync(new URL('../textract-analyze/form.png', folder));
  next = { status: 200, body: recorded('form.json') };
  const reading = await reader.readPage({ bytes: new Uint8Array(scan), mediaType: 'image/png' });
  expectSoundPage(reading);
  expect(reading.checkMarks.length).toBeGreaterThanOrEqual(33);
  expect(reading.rules.length).toBeGreaterThan(20);
  expect(reading.words.length).toBeGreaterThan(480);
});

describe('Textract', () => {
  textReaderContract(async () => {
    next = { status: 200, body: recorded('signature.json') };
    return { reader, page: png, unreadable: { ...png, bytes: new Uint8Array(0) } };
  });

  it('is sent the bytes as they are', async () => {
    next = { status: 200, body: { Blocks: [page] } };
    await reader.readPage({ bytes: pngHead(10, 10), mediaType: 'image/png' });
    expect(server.requests.at(-1)).toEqual({
      Document: { Bytes: Buffer.from(pngHead(10, 10)).toString('base64') },
    });
  });

  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'LimitExceededException'])(
    'B260: that answers %s has not failed, and may read the page later',
    async (type) => {
      next = failure(type);
      await expect(reader.readPage(png)).rejects.toMatchObject({ name: 'Paced' });
    },
  );

  it('B261: that hangs up, fails or answers 503 may read the page later', async () => {
    for (const answer of ['hang up' as const, failure('InternalServerError'), failure('Unknown', 503)]) {
      next = answer;
      await expect(reader.readPage(png)).rejects.toMatchObject({ name: 'TryAgain' });
    }
  });

  it.each([
    'BadDocumentException',
    'UnsupportedDocumentException',
    'DocumentTooLargeException',
    'InvalidParameterException',
  ])('that answers %s has looked: the page is unread, with a reason', async (type) => {
    next = failure(type);
    const reading = await reader.readPage(png);
    expect(reading.medium).toBe('unread');
    expect(reading.unreadBecause).not.toContain('secret');
  });

  it('is not asked about a page above its 10 MB', async () => {
    const before = server.requests.length;
    const reading = await reader.readPage({ ...png, bytes: new Uint8Array(10 * 1024 * 1024 + 1) });
    expect(reading).toMatchObject({ medium: 'unread', unreadBecause: 'the page is too large for Textract' });
    expect(server.requests.length).toBe(before);
  });

  it('that refuses us is given up without its words', async () => {
    next = failure('AccessDeniedException');
    const fault = await reader.readPage(png).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'GiveUp' });
    expect(String(fault)).not.toContain('secret');
  });

  it.each([
    ['a confidence of 101', { Blocks: [page, { BlockType: 'WORD', Text: 'secret', Confidence: 101 }] }],
    ['a box of two corners', { Blocks: [page, { BlockType: 'WORD', Geometry: { Polygon: [{ X: 0, Y: 0 }] } }] }],
    ['blocks that are no list', { Blocks: 'secret' }],
    ['an answer without blocks', {}],
    ['no pages at all', { DocumentMetadata: { Pages: 0 }, Blocks: [] }],
    ['a page count of nought beside a page', { DocumentMetadata: { Pages: 0 }, Blocks: [page] }],
    [
      'words of another page only',
      {
        Blocks: [
          { BlockType: 'PAGE', Page: 2 },
          { BlockType: 'WORD', Page: 2 },
        ],
      },
    ],
    ['words without a page', { Blocks: [{ BlockType: 'WORD', Text: 'secret', Confidence: 99 }] }],
  ])(
    'B262: that answers %s has not read the page: it stays unread, and may be tried another day',
    async (_what, body) => {
      next = { status: 200, body };
      const reading = await reader.readPage(png);
      expectSoundPage(reading);
      expect(reading).toMatchObject({ medium: 'unread', unreadFor: 'reader-failed', words: [] });
      expect(reading.unreadBecause).toMatch(/Textract/);
      expect(reading.unreadBecause).not.toContain('secret');
    },
  );

  it('costs fifteen hundredths of a cent a page', () => {
    expect(reader.priceOf?.(png)).toBe(1_500);
  });
});

/** Middle of each word that occurs once, by its text. */
function placesOfUniqueWords({ words }: PageReading): Map<string, [number, number]> {
  const once = words.filter(({ text }) => text.length > 2 && words.filter((word) => word.text === text).length === 1);
  return new Map(once.map(({ text, box: [x, y, width, height] }) => [text, [x + width / 2, y + height / 2]]));
}

/** 1 when the second rises with the first along a straight line. */
function correlation(first: number[], second: number[]): number {
  const centred = (values: number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  const [a, b] = [centred(first), centred(second)];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function pngHead(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.writeUInt32BE(0x89504e47, 0);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}
