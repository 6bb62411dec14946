import { parseHours } from '#shared/domain/hours.ts';
import { foldName, likenessOf } from '#shared/domain/name-match.ts';
import { numbersOf } from '#shared/domain/same-number.ts';
import { isSameTitle, titleLikeness } from '#shared/domain/title-likeness.ts';
import { slipsBetween } from '#shared/rules/closest-word.ts';
import {
  type ClaimDocument,
  certainFrom,
  fieldOf,
  fileOf,
  hoursOf,
  isSeenOnly,
  type ReportedRow,
  readingsOf,
  type Training,
  textOf,
} from './claim.ts';

/** Below this share of common words two titles are not the same training. */
const alikeFrom = 0.6;
/** Below this share of equal letters two titles on pictures are not one title misread. */
const lettersAlikeFrom = 0.8;

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

function rowFitsCertificate({ row, from }: ReportedRow, certificate: ClaimDocument): number {
  const isSeen = isSeenOnly(certificate) || isSeenOnly(from);
  const likeness = titlesLikeness(readingsOf(row.title), readingsOf(fieldOf(certificate, 'courseTitle')), isSeen);
  if (likeness < alikeFrom) return 0;
  const sameDay =
    textOf(row.completedOn) !== null && textOf(row.completedOn) === textOf(fieldOf(certificate, 'completedOn'));
  const sameHours = hoursOf(row.hours) !== null && hoursOf(row.hours) === hoursOf(fieldOf(certificate, 'hours'));
  return likeness + (sameDay ? 0.3 : 0) + (sameHours ? 0.2 : 0);
}

/** How alike the two titles are by the readings of each that are most alike. */
function titlesLikeness(listed: readonly string[], printed: readonly string[], isSeen: boolean): number {
  const likenesses = listed.flatMap((title) =>
    printed.map((other) => Math.max(titleLikeness(title, other), isSeen ? letterLikeness(title, other) : 0)),
  );
  return Math.max(0, ...likenesses);
}

function guidanceFits(training: Training, guidance: ClaimDocument): number {
  const about = textOf(fieldOf(guidance, 'courseTitle'));
  const title = titleOf(training);
  if (about === null || title === null) return 0;
  const likeness = titleLikeness(about, title);
  return likeness < alikeFrom ? 0 : likeness;
}

/** On pictures a word is misread by letters: few slips in a title, and the same digits, are the same title. */
export function letterLikeness(a: string, b: string): number {
  const [one, other] = [foldName(a), foldName(b)];
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return 0;
  const likeness = 1 - slipsBetween(one, other) / Math.max(one.length, other.length, 1);
  return likeness < lettersAlikeFrom ? 0 : likeness;
}

/** As the certificate prints it; a picture's title only where the form does not name it better. */
export function titleOf({ certificate, reported }: Training): string | null {
  const printed = textOf(fieldOf(certificate, 'courseTitle'));
  const listed = textOf(reported?.row.title);
  const isBetterListed = isSeenOnly(certificate) && listed !== null && !isSeenOnly(reported?.from);
  return isBetterListed ? listed : (printed ?? listed);
}

/**
 * Same bytes, or the same title and nothing printed on one that speaks against the other: one certificate that was sent
 * twice, or again because something was missing on it. To take two for one counts less, never more. The same number of the same
 * issuer makes up for what was misread; two numbers are two papers, whatever else they have in common.
 */
function isCopy(a: ClaimDocument, b: ClaimDocument): boolean {
  if (fileOf(a) === fileOf(b)) return true;
  const numbers = numbersOf(a.document, b.document);
  if (numbers === 'different') return false;
  if (numbers === 'same' && !isSurelyAnother(a, b)) return true;
  const agree = (name: string, isSame: (one: string, other: string) => boolean) => {
    const [one, other] = [textOf(fieldOf(a, name)), textOf(fieldOf(b, name))];
    return one === null || other === null || isSame(one, other);
  };
  const [title, other] = [a, b].map((claim) => textOf(fieldOf(claim, 'courseTitle')) ?? '');
  if (!title || !other || !isSameTitle(title, other)) return false;
  return (
    agree('attendeeName', (one, two) => likenessOf(one, two) !== 'different') &&
    agree('completedOn', (one, two) => one === two) &&
    agree('hours', (one, two) => one === two || parseHours(one) === parseHours(two))
  );
}

/** Both were surely read, and say that they are two: then even the same number does not make them one. */
function isSurelyAnother(a: ClaimDocument, b: ClaimDocument): boolean {
  const differ = (name: string, isSame: (one: string, other: string) => boolean) => {
    const [one, other] = [fieldOf(a, name), fieldOf(b, name)];
    const areSure = [one, other].every((value) => (value?.confidence ?? 0) >= certainFrom);
    const [first, second] = [textOf(one), textOf(other)];
    return areSure && first !== null && second !== null && !isSame(first, second);
  };
  return (
    differ('attendeeName', (one, other) => likenessOf(one, other) !== 'different') ||
    differ('courseTitle', isSameTitle) ||
    differ('completedOn', (one, other) => one === other) ||
    differ('hours', (one, other) => one === other || parseHours(one) === parseHours(other))
  );
}

const needed = ['attendeeName', 'courseTitle', 'completedOn', 'hours'];
const missingOn = (claim: ClaimDocument) => needed.filter((name) => textOf(fieldOf(claim, name)) === null).length;

/** Of several copies the one without doubt about its mail, and with most on it, is the certificate. */
function withoutCopies(certificates: readonly ClaimDocument[]) {
  const rank = (claim: ClaimDocument) => (claim.doubt === null ? 0 : needed.length + 1) + missingOn(claim);
  const originals: { certificate: ClaimDocument; copies: ClaimDocument[] }[] = [];
  for (const certificate of [...certificates].sort((a, b) => rank(a) - rank(b))) {
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
