import { z } from 'zod';
import type { Box } from '#shared/domain/reading.ts';

const pointSchema = z.object({ X: z.number(), Y: z.number() });
type Point = z.infer<typeof pointSchema>;

/** The first corner is where the block begins, the second where its upper edge ends, whichever way the page lies. */
const polygonSchema = z.tuple([pointSchema, pointSchema, pointSchema, pointSchema], pointSchema);
export type Polygon = z.infer<typeof polygonSchema>;

const relationshipSchema = z.object({ Type: z.string(), Ids: z.array(z.string()) });

const blockSchema = z.object({
  Id: z.string().optional(),
  BlockType: z.string(),
  Text: z.string().optional(),
  TextType: z.string().optional(),
  Confidence: z.number().min(0).max(100).optional(),
  Geometry: z.object({ Polygon: polygonSchema }).optional(),
  Page: z.number().int().optional(),
  Relationships: z.array(relationshipSchema).nullish(),
  EntityTypes: z.array(z.string()).nullish(),
  SelectionStatus: z.enum(['SELECTED', 'NOT_SELECTED']).optional(),
});
export type Block = z.infer<typeof blockSchema>;

const answerSchema = z.object({
  DocumentMetadata: z.object({ Pages: z.number().int() }).optional(),
  Blocks: z.array(blockSchema).default([]),
});

/**
 * Blocks of the one page that was sent. A string says why there are none: Textract answered, but not with our page, and
 * a page it left out is not an empty page.
 */
export function blocksOfPage(answer: unknown): Block[] | 'not understood' | 'page missing' {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return 'not understood';
  const blocks = parsed.data.Blocks.filter(({ Page = 1 }) => Page === 1);
  const isThere = parsed.data.DocumentMetadata?.Pages !== 0 && blocks.some(({ BlockType }) => BlockType === 'PAGE');
  return isThere ? blocks : 'page missing';
}

/** Quarter turns clockwise: 0 none, 1 to the right, 2 upside down, 3 to the left. */
export type Quarters = 0 | 1 | 2 | 3;

/** The box of a block on the page after it was turned, as fractions. Corners may lie a hair outside of the page. */
export function turnedBox(polygon: Polygon, quarters: Quarters): Box {
  const points = polygon.map((point) => turned(point, quarters));
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  return [left, top, right - left, bottom - top];
}

function turned({ X, Y }: Point, quarters: Quarters): [number, number] {
  if (quarters === 1) return [1 - Y, X];
  if (quarters === 2) return [1 - X, 1 - Y];
  return quarters === 3 ? [Y, 1 - X] : [X, Y];
}

function extent(values: number[]): [number, number] {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return [inside(Math.min(...values)), inside(Math.max(...values))];
}
