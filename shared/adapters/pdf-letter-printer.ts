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
 * A letter as tagged pages: language, title and the order of reading are in the file, so that it can be listened to. It is
 * written out here, object by object: a library that draws would be larger than the rest of the console together.
 */
export const pdfLetterPrinter: LetterPrinter = {
  async print(letter) {
    const isPrintable = letter.lines.every(({ text }) => winAnsiBytes(text) !== null);
    const sheets = isPrintable ? draw(letter.lines) : [];
    return sheets.length === 1 ? asFile(letter, sheets) : null;
  },
  async printPages(letter) {
    const lines = letter.lines.map((line) => ({ ...line, text: Array.from(line.text, printable).join('') }));
    return asFile(letter, draw(lines));
  },
};

const asFile = (letter: PlainLetter, sheets: readonly Sheet[]) =>
  new TextEncoder().encode(fileOf(objectsOf(letter, sheets)));
const printable = (sign: string) => (winAnsiBytes(sign) === null ? '?' : sign);

/** A line, or as much of it as one page holds: a marked part of its own there. */
type Part = { tag: Look['tag']; operators: string };
type Sheet = Part[];

/** Each page with its marked parts; what has no room at the foot of a page goes on with the next. */
function draw(lines: readonly LetterLine[]): Sheet[] {
  const sheets: Sheet[] = [[]];
  let y = sheet.height - sheet.margin;
  for (const line of lines) {
    const look = looks[line.is];
    const broken = linesOfText(line.text, { ...look, width: sheet.width - 2 * sheet.margin });
    let shown: string[] = [];
    const close = () => {
      if (shown.length > 0) sheets.at(-1)?.push(partOf(look, sheets.at(-1)?.length ?? 0, shown));
      shown = [];
    };
    for (const [place, each] of broken.entries()) {
      y -= look.size * 1.3;
      if (y < sheet.margin) {
        close();
        sheets.push([]);
        y = sheet.height - sheet.margin - look.size * 1.3;
      }
      // read aloud, the last word of a line must not run into the next
      const bytes = winAnsiBytes(place < broken.length - 1 ? `${each} ` : each) ?? [];
      shown.push(`1 0 0 1 ${sheet.margin} ${y.toFixed(2)} Tm <${hex(bytes)}> Tj`);
    }
    close();
    y -= look.after;
  }
  return sheets;
}

function partOf(look: Look, at: number, shown: readonly string[]): Part {
  const font = `/${look.isBold ? 'F2' : 'F1'} ${look.size} Tf`;
  return { tag: look.tag, operators: `/${look.tag} <</MCID ${at}>> BDC\nBT ${font}\n${shown.join('\n')}\nET\nEMC` };
}

const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The numbers of the objects, in the order in which they are written; pages, their contents and the parts come after these. */
const [catalog, pages, plain, bold, info, root, whole, firstPage] = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const ref = (number: number) => `${number} 0 R`;

/** The objects of the file; the first has number 1. The last ones are the tree that says what each marked part is. */
function objectsOf({ title, author, writtenAt }: PlainLetter, sheets: readonly Sheet[]): string[] {
  const pageRefs = sheets.map((_sheet, at) => firstPage + 2 * at);
  let next = firstPage + 2 * sheets.length;
  const partRefs = sheets.map((parts) => parts.map(() => next++));
  const refs = (numbers: readonly number[]) => numbers.map(ref).join(' ');
  const font = (name: string) => `<</Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding>>`;
  const day = `(D:${writtenAt.slice(0, 19).replace(/[-:T]/g, '')}Z)`;
  const tree = partRefs.map((numbers, at) => `${at} [${refs(numbers)}]`).join(' ');
  return [
    `<</Type /Catalog /Pages ${ref(pages)} /StructTreeRoot ${ref(root)} /MarkInfo <</Marked true>> /Lang (en-US) /ViewerPreferences <</DisplayDocTitle true>>>>`,
    `<</Type /Pages /Count ${sheets.length} /Kids [${refs(pageRefs)}]>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<</Title ${textString(title)} /Author ${textString(author)} /CreationDate ${day} /ModDate ${day}>>`,
    `<</Type /StructTreeRoot /K [${ref(whole)}] /ParentTree <</Nums [${tree}]>> /ParentTreeNextKey ${sheets.length}>>`,
    `<</Type /StructElem /S /Document /P ${ref(root)} /K [${refs(partRefs.flat())}]>>`,
    ...sheets.flatMap((parts, at) => pageObjects(parts, at)),
    ...sheets.flatMap((parts, at) =>
      parts.map(
        ({ tag }, place) =>
          `<</Type /StructElem /S /${tag} /P ${ref(whole)} /Pg ${ref(firstPage + 2 * at)} /K ${place}>>`,
      ),
    ),
  ].map((object, at) => `${at + catalog} 0 obj\n${object}\nendobj\n`);
}

/** A page and what is drawn on it. */
function pageObjects(parts: Sheet, at: number): string[] {
  const content = firstPage + 2 * at + 1;
  const operators = parts.map((part) => part.operators).join('\n');
  return [
    `<</Type /Page /Parent ${ref(pages)} /MediaBox [0 0 ${sheet.width} ${sheet.height}] /Contents ${ref(content)} /StructParents ${at} /Tabs /S /Resources <</Font <</F1 ${ref(plain)} /F2 ${ref(bold)}>>>>>>`,
    `<</Length ${operators.length}>>\nstream\n${operators}\nendstream`,
  ];
}

/** Any letters at all, as UTF-16 with its mark. */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_unit, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}

/** All of it is ASCII, so that a place in the text is a place in the file. */
function fileOf(objects: readonly string[]): string {
  const head = '%PDF-1.7\n';
  let at = head.length;
  const places = objects.map((object) => {
    const place = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += object.length;
    return place;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return `${head}${objects.join('')}${table}trailer\n<</Size ${size} /Root ${ref(catalog)} /Info ${ref(info)}>>\nstartxref\n${at}\n%%EOF\n`;
}
