import { PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { LetterLine, LetterPrinter, PlainLetter } from '#shared/ports/letter-printer.ts';
import { linesOfText, winAnsiBytes } from './latin-text.ts';

const sheet = { width: 612, height: 792, margin: 72 } as const;

type Look = { size: number; isBold: boolean; after: number; tag: 'H1' | 'P' };
const looks: Readonly<Record<LetterLine['is'], Look>> = {
  heading: { size: 18, isBold: true, after: 16, tag: 'H1' },
  answer: { size: 13, isBold: true, after: 14, tag: 'P' },
  text: { size: 11.5, isBold: false, after: 9, tag: 'P' },
  small: { size: 10, isBold: false, after: 6, tag: 'P' },
};

/**
 * A letter as one tagged page: language, title and the order of reading are in the file, so that it can be listened to. Only
 * letters that every reader of PDF brings along, and only the library's objects: nothing of it draws.
 */
export const pdfLetterPrinter: LetterPrinter = {
  async print(letter) {
    const drawn = draw(letter.lines);
    if (drawn === null) return null;
    const document = await PDFDocument.create();
    const page = document.addPage([sheet.width, sheet.height]);
    fill(document, page, drawn);
    tag(document, page, letter);
    return document.save({ useObjectStreams: false });
  },
};

/** The operators of the page, a marked part for each line of the letter; null when a sign or the page is missing. */
function draw(lines: readonly LetterLine[]): string | null {
  let y = sheet.height - sheet.margin;
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const look = looks[line.is];
    const broken = linesOfText(line.text, { ...look, width: sheet.width - 2 * sheet.margin });
    const shown: string[] = [];
    for (const [place, each] of broken.entries()) {
      y -= look.size * 1.3;
      // read aloud, the last word of a line must not run into the next
      const bytes = winAnsiBytes(place < broken.length - 1 ? `${each} ` : each);
      if (bytes === null || y < sheet.margin) return null;
      shown.push(`1 0 0 1 ${sheet.margin} ${y.toFixed(2)} Tm <${hex(bytes)}> Tj`);
    }
    y -= look.after;
    const font = `/${look.isBold ? 'F2' : 'F1'} ${look.size} Tf`;
    parts.push(`/${look.tag} <</MCID ${at}>> BDC\nBT ${font}\n${shown.join('\n')}\nET\nEMC`);
  }
  return parts.join('\n');
}

const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

function fill({ context }: PDFDocument, { node }: PDFPage, operators: string): void {
  const font = (BaseFont: string) =>
    context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont, Encoding: 'WinAnsiEncoding' }));
  node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font('Helvetica'), F2: font('Helvetica-Bold') } }));
  node.set(PDFName.of('Contents'), context.register(context.flateStream(operators)));
}

/** The tree that says what each marked part is, and the words that a reader announces the file with. */
function tag({ catalog, context }: PDFDocument, page: PDFPage, { title, author, writtenAt, lines }: PlainLetter): void {
  const root = context.nextRef();
  const whole = context.nextRef();
  const parts = lines.map(({ is }, at): PDFRef => {
    return context.register(context.obj({ Type: 'StructElem', S: looks[is].tag, P: whole, Pg: page.ref, K: at }));
  });
  context.assign(whole, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: parts }));
  const places = context.register(context.obj({ Nums: [0, parts] }));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: [whole], ParentTree: places, ParentTreeNextKey: 1 }));
  page.node.set(PDFName.of('StructParents'), context.obj(0));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('Lang'), PDFString.of('en-US'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const at = PDFString.fromDate(new Date(writtenAt));
  const [Title, Author] = [PDFHexString.fromText(title), PDFHexString.fromText(author)];
  context.trailerInfo.Info = context.register(context.obj({ Title, Author, CreationDate: at, ModDate: at }));
}
