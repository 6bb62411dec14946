import { titleLikeness } from '#shared/domain/title-likeness.ts';
import { type ClaimDocument, fieldOf, fileOf, hoursOf, type ReportedRow, type Training, textOf } from './claim.ts';

/** Below this share of common words two titles are not the same training. */
const alikeFrom = 0.6;

type Pair = { left: number; right: number; score: number };

/** Best pairs first, each side used once. */
function assign(pairs: Pair[]): Map<number, number> {
  const chosen = new Map<number, number>();
  const taken = new Set<number>();
  for (const { left, right } of pairs.sort((a, b) => b.score - a.score)) {
    if (chosen.has(left) || taken.has(right)) continue;
    chosen.set(left, right);
    taken.add(right);
  }
  return chosen;
}

function pairsOf<L, R>(left: readonly L[], right: readonly R[], score: (l: L, r: R) => number): Pair[] {
  return left.flatMap((l, i) =>
    right.map((r, j) => ({ left: i, right: j, score: score(l, r) })).filter((pair) => pair.score > 0),
  );
}

function rowFitsCertificate({ row }: ReportedRow, certificate: ClaimDocument): number {
  const title = textOf(row.title);
  const printed = textOf(fieldOf(certificate, 'courseTitle'));
  if (title === null || printed === null) return 0;
  const likeness = titleLikeness(title, printed);
  if (likeness < alikeFrom) return 0;
  const sameDay =
    textOf(row.completedOn) !== null && textOf(row.completedOn) === textOf(fieldOf(certificate, 'completedOn'));
  const sameHours = hoursOf(row.hours) !== null && hoursOf(row.hours) === hoursOf(fieldOf(certificate, 'hours'));
  return likeness + (sameDay ? 0.3 : 0) + (sameHours ? 0.2 : 0);
}

function guidanceFits(training: Training, guidance: ClaimDocument): number {
  const about = textOf(fieldOf(guidance, 'courseTitle'));
  const title = titleOf(training);
  if (about === null || title === null) return 0;
  const likeness = titleLikeness(about, title);
  return likeness < alikeFrom ? 0 : likeness;
}

export function titleOf(training: Training): string | null {
  return textOf(fieldOf(training.certificate, 'courseTitle')) ?? textOf(training.reported?.row.title);
}

/** Same bytes, or every printed value the same: one certificate that was sent twice. */
function isCopy(a: ClaimDocument, b: ClaimDocument): boolean {
  if (fileOf(a) === fileOf(b)) return true;
  const names = ['attendeeName', 'courseTitle', 'completedOn', 'hours'];
  return names.every((name) => {
    const value = textOf(fieldOf(a, name));
    return value !== null && value.toLowerCase() === textOf(fieldOf(b, name))?.toLowerCase();
  });
}

function withoutCopies(certificates: readonly ClaimDocument[]) {
  const originals: { certificate: ClaimDocument; copies: ClaimDocument[] }[] = [];
  for (const certificate of certificates) {
    const original = originals.find((known) => isCopy(known.certificate, certificate));
    if (original) original.copies.push(certificate);
    else originals.push({ certificate, copies: [] });
  }
  return originals;
}

/** Lays certificates beside the rows of the report form, and guidance forms beside both. Nothing is dropped. */
export function pairTrainings(
  rows: readonly ReportedRow[],
  certificates: readonly ClaimDocument[],
  guidances: readonly ClaimDocument[],
): Training[] {
  const originals = withoutCopies(certificates);
  const chosen = assign(pairsOf(rows, originals, (row, original) => rowFitsCertificate(row, original.certificate)));
  const paired: Training[] = rows.map((reported, i) => {
    const original = originals[chosen.get(i) ?? -1];
    return { reported, certificate: original?.certificate ?? null, copies: original?.copies ?? [], guidance: null };
  });
  const used = new Set(chosen.values());
  const unlisted: Training[] = originals
    .filter((_original, j) => !used.has(j))
    .map(({ certificate, copies }) => ({ reported: null, certificate, copies, guidance: null }));
  const trainings = [...paired, ...unlisted];
  const guided = assign(pairsOf(trainings, guidances, guidanceFits));
  return trainings.map((training, i) => ({ ...training, guidance: guidances[guided.get(i) ?? -1] ?? null }));
}
