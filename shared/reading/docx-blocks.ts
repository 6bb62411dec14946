import { z } from 'zod';

/** What stands in a Word file, without its looks. */
export type Piece = { kind: 'word'; text: string } | { kind: 'box'; checked: boolean } | { kind: 'tab' | 'line-end' };
export type Cell = { across: number; down: number; paragraphs: Piece[][] };
export type Block = { kind: 'paragraph'; pieces: Piece[] } | { kind: 'table'; rows: Cell[][] } | { kind: 'page-end' };

/** Mammoth's element, as far as it is used here. */
const elementSchema = z.object({
  type: z.string(),
  get children() {
    return z.array(elementSchema).optional();
  },
  value: z.string().optional(),
  checked: z.boolean().optional(),
  breakType: z.string().optional(),
  styleId: z.string().nullable().optional(),
  colSpan: z.number().optional(),
  rowSpan: z.number().optional(),
});
type Element = z.infer<typeof elementSchema>;

export type DocxContent = { blocks: Block[]; hasPictures: boolean };

const blocksMax = 20_000;

/** Null when the document does not have the promised shape. */
export function readBlocks(document: unknown): DocxContent | null {
  const parsed = elementSchema.safeParse(document);
  if (!parsed.success) return null;
  const blocks = (parsed.data.children ?? []).flatMap(blocksOf).slice(0, blocksMax);
  return { blocks, hasPictures: holdsPicture(parsed.data) };
}

function holdsPicture(element: Element): boolean {
  return element.type === 'image' || (element.children ?? []).some(holdsPicture);
}

function blocksOf(element: Element): Block[] {
  if (element.type === 'table') return [{ kind: 'table', rows: rowsOf(element) }];
  if (element.type !== 'paragraph') return (element.children ?? []).flatMap(blocksOf);
  const paragraph: Block = { kind: 'paragraph', pieces: piecesOf(element) };
  return holdsPageBreak(element) ? [paragraph, { kind: 'page-end' }] : [paragraph];
}

function holdsPageBreak(element: Element): boolean {
  return element.breakType === 'page' || (element.children ?? []).some(holdsPageBreak);
}

function rowsOf(table: Element): Cell[][] {
  const rows = (table.children ?? []).filter((child) => child.type === 'tableRow');
  return rows.map((row) =>
    (row.children ?? [])
      .filter((child) => child.type === 'tableCell')
      .map((cell) => ({
        across: Math.min(Math.max(cell.colSpan ?? 1, 1), 60),
        down: Math.min(Math.max(cell.rowSpan ?? 1, 1), 1000),
        paragraphs: paragraphsOf(cell),
      })),
  );
}

/** A table inside a cell is read row by row as lines of that cell. */
function paragraphsOf(element: Element): Piece[][] {
  return (element.children ?? []).flatMap((child) => {
    if (child.type === 'paragraph') return [piecesOf(child)];
    if (child.type === 'tableRow') return [(child.children ?? []).flatMap((cell) => paragraphsOf(cell).flat())];
    return paragraphsOf(child);
  });
}

/** Word shows this style where nothing was written yet: the prompt is not an answer. */
const promptStyle = 'PlaceholderText';

function piecesOf(element: Element): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  for (const stretch of stretchesOf(element)) {
    if (typeof stretch === 'string') text += stretch;
    else {
      pieces.push(...wordsOf(text), stretch);
      text = '';
    }
  }
  return [...pieces, ...wordsOf(text)];
}

/** A word may be spread over many runs: text stays text until something else comes. */
function stretchesOf(element: Element): (string | Piece)[] {
  if (element.type === 'text') return [element.value ?? ''];
  if (element.type === 'checkbox') return [{ kind: 'box', checked: element.checked ?? false }];
  if (element.type === 'tab') return [{ kind: 'tab' }];
  if (element.type === 'break') return [{ kind: 'line-end' }];
  if (element.type === 'run' && element.styleId === promptStyle) return [];
  return (element.children ?? []).flatMap(stretchesOf);
}

/** Boxes that are letters of a font, or typed as [x], are boxes here too. */
function wordsOf(text: string): Piece[] {
  const parts = text.match(
    /\[\s*[xX\u2713\u2714]?\s*\]|[\u2610\u2611\u2612\u25a1\u2705]|[^\s\u2610\u2611\u2612\u25a1\u2705]+/gu,
  );
  return (parts ?? []).map((part): Piece => {
    if (/^(?:[\u2610\u25a1]|\[\s*\])$/u.test(part)) return { kind: 'box', checked: false };
    if (/^(?:[\u2611\u2612\u2705]|\[\s*[xX\u2713\u2714]\s*\])$/u.test(part)) return { kind: 'box', checked: true };
    return { kind: 'word', text: part.replaceAll(/[\p{Cf}\p{Cc}]/gu, '') };
  });
}
