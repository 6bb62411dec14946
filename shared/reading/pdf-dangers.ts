import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** What a PDF carries besides pages: things that run, and files inside the file. */
export type PdfDangers = { launchesProgram: boolean; carriesProgram: boolean; hasScript: boolean; hasFiles: boolean };

const programName =
  /\.(?:exe|dll|com|scr|pif|bat|cmd|ps[12]|vbs|vbe|js|jse|ws[cfh]|sct|hta|jar|ms[ip]|lnk|url|iso|img|vhdx?|sh|app|chm|cpl|reg|xll|iqy|slk|one|doc[mt]m?|xl[st]m|xlam|ppt?m|settingcontent-ms)[\s.]*$/i;
/** More than a paper of a hundred pages has; what is left then was not looked at, and is held for the worst. */
const usualMost = { objects: 200_000, steps: 2_000_000 };
const depthMax = 60;
/** Films, sounds and models: their players run scripts of their own. */
const playing = ['RichMedia', '3D', 'Screen'];

type Search = { document: PDFDocument; dangers: PdfDangers; steps: number; stepsMax: number };

/** Looks at every object, however its names are spelled and wherever it stands; nothing of it is ever run. */
export function findDangers(document: PDFDocument, most = usualMost): PdfDangers {
  const dangers: PdfDangers = { launchesProgram: false, carriesProgram: false, hasScript: false, hasFiles: false };
  const search: Search = { document, dangers, steps: 0, stepsMax: most.steps };
  const objects = document.context.enumerateIndirectObjects();
  for (const [, object] of objects.slice(0, most.objects)) lookAt(object, search, 0);
  if (objects.length > most.objects || search.steps > most.steps) dangers.launchesProgram = true;
  return dangers;
}

/** Into what stands in an object itself; what it points to is an object of its own, and has its turn. */
function lookAt(object: PDFObject, search: Search, depth: number): void {
  search.steps += 1;
  if (search.steps > search.stepsMax) return;
  const dict = object instanceof PDFStream ? object.dict : object;
  if (dict instanceof PDFDict) {
    lookAtAction(dict, search);
    lookAtFile(dict, search);
  }
  const inside = dict instanceof PDFDict ? dict.values() : dict instanceof PDFArray ? dict.asArray() : [];
  // nested deeper than any writer nests: what is hidden there is not looked for, and held for the worst
  if (depth >= depthMax && inside.length > 0) search.dangers.launchesProgram = true;
  else for (const value of inside) if (isNested(value)) lookAt(value, search, depth + 1);
}

const isNested = (value: PDFObject) => value instanceof PDFDict || value instanceof PDFArray;

function lookAtAction(dict: PDFDict, search: Search): void {
  const { dangers } = search;
  const action = nameOf(dict, 'S', search);
  if (action === 'Launch') dangers.launchesProgram = true;
  const isPlaying = playing.includes(nameOf(dict, 'Subtype', search) ?? '') && dict.has(PDFName.of('Rect'));
  if (action === 'JavaScript' || dict.has(PDFName.of('JS')) || isPlaying) dangers.hasScript = true;
}

function lookAtFile(dict: PDFDict, { document, dangers }: Search): void {
  if (!dict.has(PDFName.of('EF'))) return;
  dangers.hasFiles = true;
  const names = ['F', 'UF', 'DOS', 'Unix', 'Mac'].map((key) => document.context.lookup(dict.get(PDFName.of(key))));
  if (names.some((name) => isText(name) && programName.test(name.decodeText()))) dangers.carriesProgram = true;
}

/** A name may be an object of its own, that is only pointed to. */
function nameOf(dict: PDFDict, key: string, { document }: Search): string | null {
  const value = document.context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFName ? value.decodeText() : null;
}

function isText(value: unknown): value is PDFString | PDFHexString {
  return value instanceof PDFString || value instanceof PDFHexString;
}
