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
 * A letter as one tagged page: language, title and the order of reading are in the file, so that it can be listened to. It is
 * written out here, object by object: a library that draws would be larger than the rest of the console together.
 */
export const pdfLetterPrinter: LetterPrinter = {
  async print(letter) {
    const operators = draw(letter.lines);
    return operators === null ? null : new TextEncoder().encode(fileOf(objectsOf(letter, operators)));
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

/** The numbers of the objects, in the order in which they are written. */
const [catalog, pages, page, content, plain, bold, info, root, whole, firstPart] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
] as const;
const ref = (number: number) => `${number} 0 R`;

/** The objects of the file; the first has number 1. The last ones are the tree that says what each marked part is. */
function objectsOf({ title, author, writtenAt, lines }: PlainLetter, operators: string): string[] {
  const parts = lines.map((_line, at) => ref(firstPart + at)).join(' ');
  const font = (name: string) => `<</Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding>>`;
  const day = `(D:${writtenAt.slice(0, 19).replace(/[-:T]/g, '')}Z)`;
  return [
    `<</Type /Catalog /Pages ${ref(pages)} /StructTreeRoot ${ref(root)} /MarkInfo <</Marked true>> /Lang (en-US) /ViewerPreferences <</DisplayDocTitle true>>>>`,
    `<</Type /Pages /Count 1 /Kids [${ref(page)}]>>`,
    `<</Type /Page /Parent ${ref(pages)} /MediaBox [0 0 ${sheet.width} ${sheet.height}] /Contents ${ref(content)} /StructParents 0 /Tabs /S /Resources <</Font <</F1 ${ref(plain)} /F2 ${ref(bold)}>>>>>>`,
    `<</Length ${operators.length}>>\nstream\n${operators}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<</Title ${textString(title)} /Author ${textString(author)} /CreationDate ${day} /ModDate ${day}>>`,
    `<</Type /StructTreeRoot /K [${ref(whole)}] /ParentTree <</Nums [0 [${parts}]]>> /ParentTreeNextKey 1>>`,
    `<</Type /StructElem /S /Document /P ${ref(root)} /K [${parts}]>>`,
    ...lines.map(
      ({ is }, at) => `<</Type /StructElem /S /${looks[is].tag} /P ${ref(whole)} /Pg ${ref(page)} /K ${at}>>`,
    ),
  ].map((object, at) => `${at + catalog} 0 obj\n${object}\nendobj\n`);
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
