import type { Word } from '#shared/domain/reading.ts';
import { type Block, type Polygon, type Quarters, turnedBox } from './textract-answer.ts';

type SeenWord = { text: string; confidence: number; polygon: Polygon; isByHand: boolean };

export type UprightWords = { words: Word[]; turned: Quarters; byHand: ReadonlySet<Word> };

/**
 * The words of the page as fractions of the page turned upright, and by how many quarters clockwise that was. A page
 * lies as most of its letters lie.
 */
export function uprightWords(blocks: readonly Block[]): UprightWords {
  const seen = blocks.flatMap(seenWord);
  const turned = turnOf(seen);
  const placed = seen.map(({ text, confidence, polygon, isByHand }) => ({
    word: { text, confidence, box: turnedBox(polygon, turned) },
    isByHand,
  }));
  const byHand = new Set(placed.filter(({ isByHand }) => isByHand).map(({ word }) => word));
  return { words: placed.map(({ word }) => word), turned, byHand };
}

function seenWord({ BlockType, Text, TextType, Confidence, Geometry }: Block): SeenWord[] {
  if (BlockType !== 'WORD' || !Text || !Geometry) return [];
  return [
    {
      text: Text,
      confidence: (Confidence ?? 0) / 100,
      polygon: Geometry.Polygon,
      isByHand: TextType === 'HANDWRITING',
    },
  ];
}

function turnOf(words: readonly SeenWord[]): Quarters {
  const letters: Record<Quarters, number> = { 0: 0, 1: 0, 2: 0, 3: 0 };
  for (const { text, polygon } of words) letters[turnFor(polygon)] += text.length;
  const order: Quarters[] = [0, 1, 2, 3];
  return order.reduce((best, turns) => (letters[turns] > letters[best] ? turns : best), 0);
}

/** Text that reads downwards is set upright by a turn to the left. */
function turnFor([start, end]: Polygon): Quarters {
  const [across, down] = [end.X - start.X, end.Y - start.Y];
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 2;
  return down >= 0 ? 3 : 1;
}
