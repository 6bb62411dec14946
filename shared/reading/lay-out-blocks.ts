import type { Box, PageReading } from '#shared/domain/reading.ts';
import type { Block, Cell, Piece } from './docx-blocks.ts';

/** A letter page set in a plain 10 point type: a Word file has no places, so it is given plausible ones. */
const page = { width: 612, height: 792, margin: 54 };
const letterPoints = 5.2;
const linePoints = 15;
const typePoints = 10;
const tabPoints = 36;
const cellPadding = 4;

type Sheet = Pick<PageReading, 'words' | 'checkMarks' | 'rules'>;
type Pen = { sheets: Sheet[]; y: number };

/** Pages of words with boxes, tables with a line around every cell, so that one extractor reads Word files as well. */
export function layOutBlocks(blocks: readonly Block[], pagesMax: number): PageReading[] {
  const pen: Pen = { sheets: [emptySheet()], y: page.margin };
  for (const block of blocks) {
    if (pen.sheets.length > pagesMax) break;
    if (block.kind === 'page-end') turnPage(pen);
    if (block.kind === 'paragraph') writeParagraph(pen, block.pieces);
    if (block.kind === 'table') writeTable(pen, block.rows);
  }
  const { width, height } = page;
  return pen.sheets.slice(0, pagesMax).map((sheet, index) => ({
    ...{ number: index + 1, width, height, ...sheet, ink: [], formFields: [] },
    medium: 'text-layer',
  }));
}

function emptySheet(): Sheet {
  return { words: [], checkMarks: [], rules: [] };
}

function turnPage(pen: Pen): void {
  pen.sheets.push(emptySheet());
  pen.y = page.margin;
}

function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height > page.height - page.margin && pen.y > page.margin) turnPage(pen);
}

type Place = { piece: Piece; x: number; line: number };
type Setting = { places: Place[]; lines: number };

/** Breaks pieces into lines of `width` points. */
function setLines(pieces: readonly Piece[], width: number): Setting {
  const places: Place[] = [];
  let x = 0;
  let line = 0;
  for (const piece of pieces) {
    if (piece.kind === 'tab') x = (Math.floor(x / tabPoints) + 1) * tabPoints;
    const size = widthOf(piece);
    if (piece.kind === 'line-end' || (x > 0 && x + size > width)) {
      line += 1;
      x = 0;
    }
    if (piece.kind !== 'word' && piece.kind !== 'box') continue;
    places.push({ piece, x, line });
    x += size + letterPoints;
  }
  return { places, lines: line + 1 };
}

function widthOf(piece: Piece): number {
  if (piece.kind === 'word') return piece.text.length * letterPoints;
  return piece.kind === 'box' ? typePoints : 0;
}

function writeParagraph(pen: Pen, pieces: readonly Piece[]): void {
  const setting = setLines(pieces, page.width - 2 * page.margin);
  let line = 0;
  makeRoom(pen, linePoints);
  for (const place of setting.places) {
    if (place.line > line) {
      pen.y += linePoints * (place.line - line);
      line = place.line;
      makeRoom(pen, linePoints);
    }
    put(pen, place.piece, page.margin + place.x, pen.y);
  }
  pen.y += linePoints + 4;
}

/** A word of underscores is a line to write on. */
function put(pen: Pen, piece: Piece, x: number, y: number): void {
  const sheet = pen.sheets.at(-1);
  if (sheet === undefined) return;
  if (piece.kind === 'box') {
    sheet.checkMarks.push({ box: boxAt(x, y, typePoints, typePoints), checked: piece.checked, confidence: 1 });
  }
  if (piece.kind !== 'word') return;
  let at = x;
  for (const part of piece.text.match(/_{3,}|(?:(?!_{3}).)+/gu) ?? []) {
    const width = part.length * letterPoints;
    if (part.startsWith('___')) {
      sheet.rules.push({ direction: 'horizontal', box: boxAt(at, y + typePoints, width, 0.75) });
    } else sheet.words.push({ text: part, box: boxAt(at, y, width, typePoints), confidence: 1 });
    at += width;
  }
}

type PlacedCell = { cell: Cell; column: number; row: number; setting: Setting[] };

function writeTable(pen: Pen, rows: readonly Cell[][]): void {
  const grid = placeCells(rows);
  const columns = Math.max(1, ...grid.map(({ column, cell }) => column + cell.across));
  const edges = columnEdges(grid, columns);
  const set = grid.map((place) => ({ ...place, setting: setCell(place, edges) }));
  for (let row = 0; row < rows.length; row++) {
    const cells = set.filter((place) => place.row === row);
    const height = Math.max(linePoints, ...cells.map(heightOf)) + 2 * cellPadding;
    makeRoom(pen, Math.min(height, page.height - 2 * page.margin));
    for (const place of cells) writeCell(pen, place, edges);
    drawRow(
      pen,
      set.filter((place) => place.row <= row && place.row + place.cell.down > row),
      edges,
      row,
      height,
    );
    pen.y += height;
  }
  pen.y += 6;
}

/** Cells that reach down from rows above push those of a row to the right. */
function placeCells(rows: readonly Cell[][]): Omit<PlacedCell, 'setting'>[] {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row} ${column}`)) column += 1;
      const at = column;
      for (let down = 1; down < Math.min(cell.down, rows.length - row); down++) {
        for (let across = 0; across < cell.across; across++) taken.add(`${row + down} ${at + across}`);
      }
      column += cell.across;
      return { cell, column: at, row };
    });
  });
}

/** Columns share the width by the longest text in them, so that headings and short codes stay on a line. */
function columnEdges(grid: readonly Omit<PlacedCell, 'setting'>[], columns: number): number[] {
  const wants = Array.from({ length: columns }, () => 4);
  for (const { cell, column } of grid) {
    if (cell.across > 1) continue;
    const longest = Math.max(
      0,
      ...cell.paragraphs.map((pieces) => pieces.reduce((sum, p) => sum + widthOf(p) / 5 + 1, 0)),
    );
    wants[column] = Math.min(40, Math.max(wants[column] ?? 4, longest));
  }
  const total = wants.reduce((sum, want) => sum + want, 0);
  const edges = [page.margin];
  for (const want of wants) edges.push((edges.at(-1) ?? 0) + (want / total) * (page.width - 2 * page.margin));
  return edges;
}

function span(place: { cell: Cell; column: number }, edges: readonly number[]): [left: number, right: number] {
  const left = edges[place.column] ?? page.margin;
  return [left, edges[Math.min(place.column + place.cell.across, edges.length - 1)] ?? left];
}

function setCell(place: Omit<PlacedCell, 'setting'>, edges: readonly number[]): Setting[] {
  const [left, right] = span(place, edges);
  return place.cell.paragraphs.map((pieces) => setLines(pieces, right - left - 2 * cellPadding));
}

function heightOf(place: PlacedCell): number {
  return place.cell.down > 1 ? linePoints : place.setting.reduce((sum, set) => sum + set.lines, 0) * linePoints;
}

function writeCell(pen: Pen, place: PlacedCell, edges: readonly number[]): void {
  const [left] = span(place, edges);
  let line = 0;
  for (const setting of place.setting) {
    for (const { piece, x, line: own } of setting.places) {
      put(pen, piece, left + cellPadding + x, pen.y + cellPadding + (line + own) * linePoints);
    }
    line += setting.lines;
  }
}

function drawRow(pen: Pen, cells: readonly PlacedCell[], edges: readonly number[], row: number, height: number): void {
  const rules = pen.sheets.at(-1)?.rules;
  for (const place of cells) {
    const [left, right] = span(place, edges);
    const isLast = place.row + place.cell.down - 1 === row;
    if (place.row === row) rules?.push({ direction: 'horizontal', box: boxAt(left, pen.y, right - left, 0.75) });
    if (isLast) rules?.push({ direction: 'horizontal', box: boxAt(left, pen.y + height, right - left, 0.75) });
    rules?.push({ direction: 'vertical', box: boxAt(left, pen.y, 0.75, height) });
    rules?.push({ direction: 'vertical', box: boxAt(right, pen.y, 0.75, height) });
  }
}

function boxAt(x: number, y: number, width: number, height: number): Box {
  const part = (value: number) => Math.round(value * 100_000) / 100_000;
  return [part(x / page.width), part(y / page.height), part(width / page.width), part(height / page.height)];
}
