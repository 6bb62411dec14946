import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makeContainedDocumentReader } from '#shared/adapters/local/contained-document-reader.ts';
import { aSheet, bytesOf, writeParagraph } from '#test/builders/a-pdf.ts';

const mediaType = 'application/pdf';
const reader = makeContainedDocumentReader({ size: 1, rssBytesMax: 500_000_000 });
afterAll(() => reader.close());

/** A page of a few hundred bytes that unpacks to millions of lines to draw. */
function aBomb(): Uint8Array {
  const packed = deflateSync(deflateSync(Buffer.alloc(60_000_000, '0 0 m 1 1 l S ')));
  const head = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj',
    `4 0 obj<</Length ${packed.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`,
  ].join('\n');
  return new Uint8Array(
    Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>')]),
  );
}

async function aGoodFile(): Promise<Uint8Array> {
  const sheet = await aSheet();
  writeParagraph(sheet);
  return bytesOf(sheet);
}

describe('documents opened in a child process', () => {
  it('a good file is read and drawn', async () => {
    const bytes = await aGoodFile();
    const result = await reader.read({ bytes, mediaType });
    expect(result).toMatchObject({ outcome: 'read', reading: { pages: [{ medium: 'text-layer' }] } });
    const png = await reader.draw({ bytes, mediaType }, 1, 50);
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('B096, B097: a file that swells beyond the memory allowed is refused, and the next one is read', async () => {
    expect(await reader.read({ bytes: aBomb(), mediaType })).toMatchObject({
      outcome: 'refused',
      reason: { code: 'unsafe-file' },
    });
    expect((await reader.read({ bytes: await aGoodFile(), mediaType })).outcome).toBe('read');
  });

  it('a file that takes too long is refused and cannot be drawn', async () => {
    const hasty = makeContainedDocumentReader({ size: 1, deadlineMs: 1 });
    const bytes = await aGoodFile();
    expect(await hasty.read({ bytes, mediaType })).toMatchObject({ reason: { code: 'unsafe-file' } });
    expect(await hasty.draw({ bytes, mediaType }, 1, 50)).toBeNull();
    await hasty.close();
  });
});
