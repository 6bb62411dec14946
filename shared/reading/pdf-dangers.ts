import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib';

/** What a PDF carries besides pages: things that run, and files inside the file. */
export type PdfDangers = { launchesProgram: boolean; carriesProgram: boolean; hasScript: boolean; hasFiles: boolean };

const programName = /\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|hta|jar|msi|lnk|iso|img|sh|app|docm|xlsm)$/i;
const objectsMax = 200_000;

/** Looks at every object, however its names are spelled; nothing of it is ever run. */
export function findDangers(document: PDFDocument): PdfDangers {
  const dangers: PdfDangers = { launchesProgram: false, carriesProgram: false, hasScript: false, hasFiles: false };
  const objects = document.context.enumerateIndirectObjects();
  for (const [, object] of objects.slice(0, objectsMax)) {
    if (object instanceof PDFDict) lookAt(object, dangers, 0);
    if (object instanceof PDFStream) lookAt(object.dict, dangers, 0);
  }
  return dangers;
}

const depthMax = 4;

function lookAt(dict: PDFDict, dangers: PdfDangers, depth: number): void {
  const action = dict.get(PDFName.of('S'));
  if (action === PDFName.of('Launch')) dangers.launchesProgram = true;
  if (action === PDFName.of('JavaScript')) dangers.hasScript = true;
  if (dict.has(PDFName.of('EF'))) {
    dangers.hasFiles = true;
    const names = [dict.get(PDFName.of('F')), dict.get(PDFName.of('UF'))];
    if (names.some((name) => isText(name) && programName.test(name.decodeText().trim()))) dangers.carriesProgram = true;
  }
  if (depth >= depthMax) return;
  for (const [, value] of dict.entries()) if (value instanceof PDFDict) lookAt(value, dangers, depth + 1);
}

function isText(value: unknown): value is PDFString | PDFHexString {
  return value instanceof PDFString || value instanceof PDFHexString;
}
