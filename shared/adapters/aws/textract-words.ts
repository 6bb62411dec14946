import { z } from 'zod';
import type { Box, Word } from '#shared/domain/reading.ts';

const pointSchema = z.object({ X: z.number(), Y: z.number() });
type Point = z.infer<typeof pointSchema>;

/** The first corner is where the word begins, the second where its upper edge ends, whichever way the page lies. */
const polygonSchema = z.tuple([pointSchema, pointSchema, pointSchema, pointSchema], pointSchema);

const blockSchema = z.object({
  BlockType: z.string(),
  Text: z.string().optional(),
  Confidence: z.number().min(0).max(100).optional(),
  Geometry: z.object({ Polygon: polygonSchema }).optional(),
  Page: z.number().int().optional(),
});
type Block = z.infer<typeof blockSchema>;

export const detectAnswerSchema = z.object({ Blocks: z.array(blockSchema).default([]) });

type SeenWord = { text: string; confidence: number; polygon: [Point, Point, ...Point[]] };

/** Quarter turns clockwise in which the text lies: 0 upright, 1 reads downwards, 2 upside down, 3 reads upwards. */
type Turns = 0 | 1 | 2 | 3;

/**
 * The words of the first page as fractions of the page turned upright. A page lies as most of its letters lie.
 * `turned`: quarter turns clockwise that set the picture upright; after an odd number width and height are the other
 * way round.
 */
export function uprightWords(blocks: readonly Block[]): { words: Word[]; turned: number } {
  const seen = blocks.flatMap(seenWord);
  const turns = turnsOf(seen);
  const words = seen.map(({ text, confidence, polygon }) => ({ text, confidence, box: boxOf(polygon, turns) }));
  return { words, turned: (4 - turns) % 4 };
}

function seenWord({ BlockType, Text, Confidence, Geometry, Page = 1 }: Block): SeenWord[] {
  if (BlockType !== 'WORD' || Page !== 1 || !Text || !Geometry) return [];
  return [{ text: Text, confidence: (Confidence ?? 0) / 100, polygon: Geometry.Polygon }];
}

function turnsOf(words: readonly SeenWord[]): Turns {
  const letters: Record<Turns, number> = { 0: 0, 1: 0, 2: 0, 3: 0 };
  for (const { text, polygon } of words) letters[directionOf(polygon)] += text.length;
  const order: Turns[] = [0, 1, 2, 3];
  return order.reduce((best, turns) => (letters[turns] > letters[best] ? turns : best), 0);
}

function directionOf([start, end]: SeenWord['polygon']): Turns {
  const [across, down] = [end.X - start.X, end.Y - start.Y];
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 2;
  return down >= 0 ? 1 : 3;
}

function boxOf(polygon: SeenWord['polygon'], turns: Turns): Box {
  const points = polygon.map((point) => upright(point, turns));
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  return [left, top, right - left, bottom - top];
}

function upright({ X, Y }: Point, turns: Turns): [number, number] {
  if (turns === 1) return [Y, 1 - X];
  if (turns === 2) return [1 - X, 1 - Y];
  return turns === 3 ? [1 - Y, X] : [X, Y];
}

/** Corners may lie a hair outside of the page. */
function extent(values: number[]): [number, number] {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return [inside(Math.min(...values)), inside(Math.max(...values))];
}
