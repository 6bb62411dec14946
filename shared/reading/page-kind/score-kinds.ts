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
  const pairs = inPairs(lines);
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

/** Whether the title of a kind stands there: asked first where a kind without its title would not do, for it takes a look at the headings alone. */
export function hasTitleOf(kind: SortedKind, lines: readonly Line[]): boolean {
  const headings = inPairs(lines).filter((line) => line.isHeading);
  return clues[kind].some((clue) => isTitle(clue) && headings.some((line) => isSaid(clue, line)));
}

type Pair = Line & { pair: string };

/** A title may go on in the next line. */
const inPairs = (lines: readonly Line[]): Pair[] =>
  lines.map((line, at) => ({ ...line, pair: `${line.text} ${lines[at + 1]?.text ?? ''}` }));

const isSaid = ({ pattern }: Clue, { text, pair }: Pair) => pattern.test(text) || pattern.test(pair);
const isTitle = (clue: Clue) => clue.isHeading === true && clue.isPart !== true;

/** Each clue counts once. What must be a heading counts little in running text. */
function weightOf(clue: Clue, lines: readonly Pair[]): { weight: number; isTitle: boolean }[] {
  const hits = lines.filter((line) => isSaid(clue, line));
  if (hits.length === 0) return [];
  if (clue.isHeading !== true) return [{ weight: clue.weight, isTitle: false }];
  const isHeading = hits.some((line) => line.isHeading);
  return [{ weight: isHeading ? clue.weight * 1.5 : clue.weight * 0.25, isTitle: isHeading && isTitle(clue) }];
}

function hasTrainingTable(lines: readonly Line[]): boolean {
  const headings = lines.filter((line) => columnWords.test(line.text));
  return headings.some((one) => {
    const level = headings.filter((other) => sharedHeight(other.box, one.box) > 0.3 && other !== one);
    return new Set(level.map((other) => other.text)).size >= 2;
  });
}
