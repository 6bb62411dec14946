import { type PDFArray, type PDFDict, type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { dangersInBytes } from '#shared/reading/dangers-in-bytes.ts';
import { openDocument } from '#shared/reading/open-document.ts';
import { findDangers } from '#shared/reading/pdf-dangers.ts';
import { aSheet, refusalOf, writeParagraph } from '#test/builders/a-pdf.ts';

async function aPdfWith(put: (document: PDFDocument) => void, useObjectStreams = true): Promise<Uint8Array> {
  const sheet = await aSheet();
  writeParagraph(sheet);
  put(sheet.document);
  return sheet.document.save({ useObjectStreams });
}

const launch = { S: 'Launch', F: PDFString.of('cmd.exe') };

async function flagsOf(bytes: Uint8Array, mediaType = 'application/pdf') {
  const result = await openDocument({ bytes, mediaType });
  return result.outcome === 'read' ? (result.reading.flags ?? []) : result.reason.code;
}

describe('a PDF that runs something', () => {
  const onFirstPage = (document: PDFDocument, key: string, value: Parameters<PDFDict['set']>[1]) =>
    document.getPage(0).node.set(PDFName.of(key), value);

  test.each<[string, (document: PDFDocument) => void]>([
    [
      'in a list of annotations',
      (document) => onFirstPage(document, 'Annots', document.context.obj([{ Subtype: 'Link', A: launch }])),
    ],
    [
      'after something harmless, and that after something harmless',
      (document) => {
        let action = document.context.obj(launch);
        for (let time = 0; time < 12; time += 1) action = document.context.obj({ S: 'URI', Next: [action] });
        document.catalog.set(PDFName.of('OpenAction'), action);
      },
    ],
    [
      'by a name that is only pointed to',
      (document) => {
        const name = document.context.register(PDFName.of('Launch'));
        document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: name }));
      },
    ],
    [
      'spelled in the codes of its letters, in a compressed list of objects',
      (document) => onFirstPage(document, 'AA', document.context.obj({ O: { S: PDFName.of('L#61unch') } })),
    ],
    [
      'nested deeper than anybody nests',
      (document) => {
        let inside: PDFArray = document.context.obj([launch]);
        for (let depth = 0; depth < 80; depth += 1) inside = document.context.obj([inside]);
        onFirstPage(document, 'PieceInfo', inside);
      },
    ],
  ])('%s is for security only', async (_title, put) => {
    expect(await refusalOf(await aPdfWith(put))).toBe('unsafe-file');
  });

  test('a program inside whose name is only pointed to, and ends in blanks, is for security only', async () => {
    const bytes = await aPdfWith((document) => {
      const name = document.context.register(PDFString.of('form.pdf.exe  '));
      const file = document.context.stream('MZ');
      document.context.register(
        document.context.obj({ Type: 'Filespec', F: name, EF: { F: document.context.register(file) } }),
      );
    });

    expect(await refusalOf(bytes)).toBe('unsafe-file');
  });

  test('a script without the name of an action, and a film, say that something runs in it', async () => {
    const script = await aPdfWith((document) => {
      document.context.register(document.context.obj({ S: 'Rendition', JS: PDFString.of('app.alert(1)') }));
    });
    const film = await aPdfWith((document) => {
      onFirstPage(document, 'Annots', document.context.obj([{ Subtype: 'RichMedia', Rect: [0, 0, 9, 9] }]));
    });

    expect([await flagsOf(script), await flagsOf(film)]).toEqual([['script'], ['script']]);
  });
});

test('a PDF of more objects than any paper has is not looked through, and held for the worst', async () => {
  const { document } = await aSheet();

  expect(findDangers(document).launchesProgram).toBe(false);
  expect(findDangers(document, { objects: 2, steps: 1_000 }).launchesProgram).toBe(true);
  expect(findDangers(document, { objects: 1_000, steps: 2 }).launchesProgram).toBe(true);
});

test('where the objects cannot be listed, what stands in the open is seen, however it is spelled', () => {
  const open = (text: string) => dangersInBytes(Buffer.from(`%PDF-1.4 ${text}`));

  expect(open('<</S /L#61unch>>').launchesProgram).toBe(true);
  expect(open('<</S/JavaScript>>').hasScript).toBe(true);
  expect(open('<</Type/EmbeddedFile>>').hasFiles).toBe(true);
  expect(Object.values(open('<</Type/Launched/JS>>'))).not.toContain(true);
});
