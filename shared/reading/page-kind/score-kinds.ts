import { sharedHeight } from '#shared/reading/box-geometry.ts';
import { type Clue, clues, columnWords, type SortedKind } from './kind-phrases.ts';
import { type Line, rowsOf } from './page-lines.ts';
import { makeupOf } from './paper-makeup.ts';

/** How strongly a page speaks for a kind, and whether the kind's own title stands on it. */
export type Score = { kind: SortedKind; score: number; hasTitle: boolean };

const kinds: readonly SortedKind[] = [
  'ce-report',
  'certificate',
  'ceu-guidance',
  'training-application',
  'education-evidence',
  'other',
];

/** Every kind with what speaks for it, the strongest first. */
export function scoresOf(lines: readonly Line[]): Score[] {
  const makeup = makeupOf(rowsOf(lines));
  const pairs = lines.map((line, i) => ({ ...line, pair: `${line.text} ${lines[i + 1]?.text ?? ''}` }));
  const table = hasTrainingTable(lines) ? 4 : 0;
  return kinds
    .map((kind) => {
      const hits = clues[kind].flatMap((clue) => weightOf(clue, pairs));
      const phrases = hits.reduce((sum, hit) => sum + hit.weight, 0);
      const score = phrases + makeup[kind] + (kind === 'ce-report' ? table : 0);
      return { kind, score, hasTitle: hits.some((hit) => hit.isTitle) };
    })
    .sort((a, b) => b.score - a.score);
}

type Pair = Line & { pair: string };

/** Each clue counts once. What must be a heading counts little in running text. */
function weightOf(clue: Clue, lines: readonly Pair[]): { weight: number; isTitle: boolean }[] {
  const hits = lines.filter((line) => clue.pattern.test(line.text) || clue.pattern.test(line.pair));
  if (hits.length === 0) return [];
  if (clue.isHeading !== true) return [{ weight: clue.weight, isTitle: false }];
  const isHeading = hits.some((line) => line.isHeading);
  return [{ weight: isHeading ? clue.weight * 1.5 : clue.weight * 0.25, isTitle: isHeading && clue.isPart !== true }];
}

function hasTrainingTable(lines: readonly Line[]): boolean {
  const headings = lines.filter((line) => columnWords.test(line.text));
  return headings.some((one) => {
    const level = headings.filter((other) => sharedHeight(other.box, one.box) > 0.3 && other !== one);
    return new Set(level.map((other) => other.text)).size >= 2;
  });
}
