import type { Correction } from '#shared/domain/correction.ts';
import type { DocumentRecord, FieldValue, TrainingRow } from '#shared/domain/document.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { placeOf, takenBack } from '#shared/domain/lay-corrections.ts';
import type { ClaimDocument } from './claim.ts';
import { concern } from './concern.ts';

/** A paper of an earlier mail as a person of the office left it; `isMine` false: it is not this person's, or counts for nobody. */
export type SaidPaper = { document: DocumentRecord; isMine: boolean };

/** Places of the papers that people said something of, and did not take back. */
export function placesSaid(documents: readonly DocumentRecord[], corrections: readonly Correction[]): Set<number> {
  const taken = takenBack(corrections);
  const standing = corrections.filter(({ number }) => !taken.has(number));
  return new Set(standing.flatMap(({ change }) => ('document' in change ? [placeOf(documents, change.document)] : [])));
}

/** `own`: those that count for the person; what is withheld counts for nobody. */
export function saidPapers(
  all: readonly ClaimDocument[],
  own: readonly ClaimDocument[],
  { corrections, withheld }: { corrections: readonly Correction[]; withheld: ReadonlySet<FileId> },
): SaidPaper[] {
  const mine = new Set(own.map(({ at }) => at));
  const places = placesSaid(
    all.map(({ document }) => document),
    corrections,
  );
  return all
    .filter(({ at, document }) => places.has(at) || withheld.has(document.fileId))
    .map(({ document, at }) => ({ document, isMine: mine.has(at) }));
}

/**
 * Papers that come again, byte for byte, after a person of the office said something of them that the machine does not read:
 * set aside, withheld, somebody else's, another value. What is then meant is a person's to say.
 */
export function heldAgainst(claims: readonly ClaimDocument[], said: readonly SaidPaper[]): ClaimDocument[] {
  return claims.map((claim) => {
    const isOtherwise = said.some(
      (paper) => isSamePaper(paper.document, claim.document) && !isAsSaid(paper, claim.document),
    );
    if (claim.isLookedAt === true || !isOtherwise) return claim;
    const why = 'A person of the office has looked at this paper before; a person will look again.';
    return { ...claim, saidBefore: concern('needs-human-decision', why, claim) };
  });
}

const isSamePaper = (one: DocumentRecord, other: DocumentRecord) =>
  one.sha256 === other.sha256 && one.pages[0] <= other.pages[1] && other.pages[0] <= one.pages[1];

export function isAsSaid({ document, isMine }: SaidPaper, again: DocumentRecord): boolean {
  return isMine && JSON.stringify(valuesOf(document)) === JSON.stringify(valuesOf(again));
}

/** What is judged by, without how it was read. A field that nobody filled is like one that is not there. */
function valuesOf({ kind, fields, trainings, pages }: DocumentRecord) {
  const named = Object.entries(fields).filter(([, { value }]) => value !== null);
  const sorted = named.sort(([one], [other]) => (one < other ? -1 : 1));
  return [kind, pages, sorted.map(([name, { value }]) => [name, value]), trainings.map(rowValues)];
}

const rowValues = (row: TrainingRow) => Object.values<FieldValue>(row).map(({ value }) => value);
