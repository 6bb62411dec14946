import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { openDocument } from '#shared/reading/open-document.ts';
import { aSheet, bytesOf, refusalOf, writeParagraph } from '#test/builders/a-pdf.ts';

describe('files that are not opened', () => {
  it('B089: a PDF that needs a password is refused as encrypted', async () => {
    const sheet = await aSheet();
    sheet.document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    expect(await refusalOf(await bytesOf(sheet))).toBe('encrypted-file');
  });

  it('B102: a PDF cut off on its way is refused, not taken for an empty one', async () => {
    const sheet = await aSheet();
    for (let y = 700; y > 100; y -= 70) writeParagraph(sheet, y);
    const bytes = await sheet.document.save({ useObjectStreams: true });
    expect(await refusalOf(bytes.slice(0, Math.floor(bytes.length * 0.6)))).toBe('unsupported-file');
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['something that only begins like a PDF', new TextEncoder().encode('%PDF-1.7\nhello')],
    [
      'B104: a PDF without pages',
      new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>'),
    ],
  ])('%s is refused', async (_name, bytes) => {
    expect(await refusalOf(bytes)).toBe('unsupported-file');
  });

  it('B098: a PDF of 300 pages is read, one of 301 refused', async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 300; page++) document.addPage([200, 200]);
    expect(await refusalOf(await document.save())).toBe('read');
    document.addPage([200, 200]);
    expect(await refusalOf(await document.save())).toBe('too-large');
  });

  it('5,000 pages are refused before one is looked at', async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 5_000; page++) document.addPage([200, 200]);
    expect(await refusalOf(await document.save())).toBe('too-large');
  });

  it('B101: a page of 200,000 points is refused', async () => {
    const document = await PDFDocument.create();
    document.addPage([200_000, 200_000]);
    expect(await refusalOf(await document.save())).toBe('too-large');
  });

  it('B103: a form that only one program can show is refused', async () => {
    const { document, ...sheet } = await aSheet();
    writeParagraph({ document, ...sheet });
    const form = document.context.obj({
      Fields: [],
      XFA: document.context.register(document.context.stream('<xdp/>')),
    });
    document.catalog.set(PDFName.of('AcroForm'), form);
    document.catalog.set(PDFName.of('NeedsRendering'), document.context.obj(true));
    expect(await refusalOf(await document.save())).toBe('unsupported-file');
  });

  it('B092, B093: a PDF that would start a program is refused as unsafe, however the name is written', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    const action = sheet.document.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') });
    sheet.document.catalog.set(PDFName.of('OpenAction'), action);
    const bytes = await sheet.document.save({ useObjectStreams: false });
    const spelled = Buffer.from(Buffer.from(bytes).toString('latin1').replace('/Launch', '/L#61unch'), 'latin1');
    expect(await refusalOf(bytes)).toBe('unsafe-file');
    expect(await refusalOf(new Uint8Array(spelled))).toBe('unsafe-file');
  });

  it('B091: a PDF with a script is read and says so', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    sheet.document.addJavaScript('main', 'app.alert("hello")');
    const result = await openDocument({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' });
    expect(result).toMatchObject({ outcome: 'read', reading: { flags: ['script'] } });
  });

  it('a kind of file that nobody reads is refused in plain words', async () => {
    expect(await refusalOf(Uint8Array.of(1, 2, 3), 'application/x-thing')).toBe('unsupported-file');
  });
});

describe('pictures', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(33);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return new Uint8Array(bytes);
  };

  it('a picture is one unread page of its own size', async () => {
    const result = await openDocument({ bytes: png(1200, 1600), mediaType: 'image/png' });
    expect(result).toMatchObject({
      outcome: 'read',
      reading: { pages: [{ number: 1, width: 1200, height: 1600, medium: 'unread', words: [] }] },
    });
  });

  it('B111: a picture of more than 100 million pixels is refused unopened', async () => {
    expect(await refusalOf(png(10_000, 10_000), 'image/png')).toBe('read');
    expect(await refusalOf(png(10_001, 10_000), 'image/png')).toBe('too-large');
  });

  it('a fax has a page for each directory of its TIFF, and a circle of directories ends', async () => {
    expect(await pageCount(tiff([1, 2, 0]))).toBe(3);
    expect(await pageCount(tiff([1, 2, 1]))).toBe(3);
  });

  it('a JPEG tells its size behind its other segments', async () => {
    const frame = [0xff, 0xc0, 0, 17, 8, 0x0c, 0x00, 0x09, 0x00, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, 0xff, 0xd9, 0, 0]);
    const result = await openDocument({ bytes, mediaType: 'image/jpeg' });
    expect(result).toMatchObject({ reading: { pages: [{ width: 0x0900, height: 0x0c00 }] } });
  });

  it('half a header is a damaged picture', async () => {
    expect(await refusalOf(png(10, 10).slice(0, 18), 'image/png')).toBe('unsupported-file');
  });

  async function pageCount(bytes: Uint8Array): Promise<number> {
    const result = await openDocument({ bytes, mediaType: 'image/tiff' });
    return result.outcome === 'read' ? result.reading.pages.length : 0;
  }

  /** Directories one after the other; `next` says which one follows each, 0 is the end. */
  function tiff(next: number[]): Uint8Array {
    const size = 2 + 2 * 12 + 4;
    const bytes = Buffer.alloc(8 + next.length * size);
    bytes.set([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
    next.forEach((follower, index) => {
      const at = 8 + index * size;
      bytes.writeUInt16LE(2, at);
      for (const [entry, tag, value] of [
        [0, 256, 1728],
        [1, 257, 2200],
      ] as const) {
        bytes.writeUInt16LE(tag, at + 2 + entry * 12);
        bytes.writeUInt16LE(4, at + 4 + entry * 12);
        bytes.writeUInt32LE(1, at + 6 + entry * 12);
        bytes.writeUInt32LE(value, at + 10 + entry * 12);
      }
      bytes.writeUInt32LE(follower === 0 ? 0 : 8 + follower * size, at + 26);
    });
    return new Uint8Array(bytes);
  }
});
