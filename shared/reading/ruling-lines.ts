import type { Edges } from './page-frame.ts';
import { type Line, lengthOf, type PageShape } from './page-shapes.ts';

/** A straight ruling line in points on the displayed page. */
export type Ruling = { direction: 'horizontal' | 'vertical'; edges: Edges };

/** Thicker than this a filled rectangle is a band of colour, shorter than this a line is a dash or part of a letter. */
const thicknessPointsMax = 3;
const lengthPointsMin = 8;
/** Paler than this is paper: white separators inside a dark band are not lines to a reader of words. */
export const paperLuminance = 240;

/** The ruling lines that one drawing makes: its straight strokes, or itself when it is a thin filled rectangle. */
export function rulingsOf(shape: PageShape): Ruling[] {
  if (shape.kind === 'image') return [];
  const isStroked = shape.stroked !== null && shape.stroked < paperLuminance;
  if (isStroked) return shape.lines.flatMap((line) => strokeRuling(line, shape.strokePoints));
  const isFilled = shape.filled !== null && shape.filled < paperLuminance;
  if (!isFilled || shape.curves > 0) return [];
  return rectanglesOf(shape.lines).flatMap(thinRuling);
}

function strokeRuling(line: Line, strokePoints: number): Ruling[] {
  if (lengthOf(line) < lengthPointsMin) return [];
  const half = Math.max(strokePoints, 0.5) / 2;
  const left = Math.min(line.from[0], line.to[0]);
  const right = Math.max(line.from[0], line.to[0]);
  const top = Math.min(line.from[1], line.to[1]);
  const bottom = Math.max(line.from[1], line.to[1]);
  if (bottom - top < 0.7) {
    return [{ direction: 'horizontal', edges: { left, right, top: top - half, bottom: bottom + half } }];
  }
  if (right - left < 0.7) {
    return [{ direction: 'vertical', edges: { left: left - half, right: right + half, top, bottom } }];
  }
  return [];
}

/** Closed groups of four lines, in the order drawn: one path often holds all the lines of a table. */
function rectanglesOf(lines: readonly Line[]): Edges[] {
  const found: Edges[] = [];
  for (let at = 0; at + 3 < lines.length; at += 4) {
    const four = lines.slice(at, at + 4);
    const xs = four.flatMap((line) => [line.from[0], line.to[0]]);
    const ys = four.flatMap((line) => [line.from[1], line.to[1]]);
    found.push({ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) });
  }
  return found;
}

function thinRuling(edges: Edges): Ruling[] {
  const across = edges.right - edges.left;
  const down = edges.bottom - edges.top;
  if (Math.min(across, down) > thicknessPointsMax || Math.max(across, down) < lengthPointsMin) return [];
  return [{ direction: across >= down ? 'horizontal' : 'vertical', edges }];
}

/** Tables are often drawn cell by cell: pieces of one line that touch become one line. */
export function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  const along = rulings.filter((ruling) => ruling.direction === 'horizontal').map((ruling) => ruling.edges);
  const down = rulings.filter((ruling) => ruling.direction === 'vertical').map((ruling) => turned(ruling.edges));
  return [
    ...joinPieces(along).map((edges) => ({ direction: 'horizontal' as const, edges })),
    ...joinPieces(down).map((edges) => ({ direction: 'vertical' as const, edges: turned(edges) })),
  ];
}

function joinPieces(pieces: readonly Edges[]): Edges[] {
  const rows: Edges[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.top - other.top || one.left - other.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && Math.abs(piece.top - first.top) < 1.2) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(joinRow);
}

function joinRow(row: readonly Edges[]): Edges[] {
  const joined: Edges[] = [];
  for (const piece of [...row].sort((one, other) => one.left - other.left)) {
    const last = joined.at(-1);
    if (last !== undefined && piece.left <= last.right + 1.5) {
      last.right = Math.max(last.right, piece.right);
      last.bottom = Math.max(last.bottom, piece.bottom);
    } else joined.push({ ...piece });
  }
  return joined;
}

function turned(edges: Edges): Edges {
  return { left: edges.top, right: edges.bottom, top: edges.left, bottom: edges.right };
}
