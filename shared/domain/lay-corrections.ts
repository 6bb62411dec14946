import { assigned, type People } from './assigned-person.ts';
import { changed, sheetOf } from './corrected-document.ts';
import type { Change, Correction, DocumentRef } from './correction.ts';
import type { DocumentRecord } from './document.ts';
import type { FileId } from './ids.ts';

/** What was read, with what people said of it laid over. Places of documents stay what they were. */
export type CorrectedCase = People & {
  documents: DocumentRecord[];
  /** places of documents that count for nobody: not ours, or another one again */
  aside: ReadonlySet<number>;
  filesAside: ReadonlySet<FileId>;
  /** corrections whose document is no longer there as it was: kept, shown until they are taken back, without effect */
  unfit: Correction[];
};

/** In the order in which they were made; nothing given is changed. */
export function layCorrections(
  documents: readonly DocumentRecord[],
  people: People,
  corrections: readonly Correction[],
): CorrectedCase {
  const sheets = documents.map(sheetOf);
  const taken = takenBack(corrections);
  const unfit: Correction[] = [];
  let matched: People = people;
  for (const correction of corrections) {
    const { change, number } = correction;
    if (!('document' in change)) continue;
    const at = placeOf(documents, change.document);
    const sheet = sheets[at];
    const isTaken = taken.has(number);
    if (!sheet) {
      if (!isTaken) unfit.push(correction);
    }
    // a line that somebody added and took back keeps its number
    else if (!isTaken || isAdding(change)) sheets[at] = changed(sheet, change, isTaken);
    if (sheet && !isTaken && change.what === 'person') matched = assigned(matched, at, change);
  }
  return {
    ...matched,
    documents: sheets.map(({ document, rows, sessions }) => ({
      ...document,
      trainings: rows.filter(({ isGone }) => !isGone).map(({ row }) => row),
      sessions: sessions.filter(({ isGone }) => !isGone).map(({ session }) => session),
    })),
    aside: new Set(sheets.flatMap(({ isAside }, at) => (isAside ? [at] : []))),
    filesAside: filesAside(corrections, taken),
    unfit,
  };
}

const isAdding = ({ what }: Change) => what === 'row-added' || what === 'session-added';

/** Numbers of the corrections that a later one takes back. */
export function takenBack(corrections: readonly Correction[]): ReadonlySet<number> {
  return new Set(corrections.flatMap(({ change }) => (change.what === 'withdrawn' ? [change.number] : [])));
}

function filesAside(corrections: readonly Correction[], taken: ReadonlySet<number>): ReadonlySet<FileId> {
  const standing = corrections.filter(({ number }) => !taken.has(number));
  return new Set(standing.flatMap(({ change }) => (change.what === 'file-aside' ? [change.fileId] : [])));
}

/** The document at this place, if it still is what it was. */
export function placeOf(documents: readonly DocumentRecord[], { fileId, part, pages, sha256 }: DocumentRef): number {
  return documents.findIndex(
    (one) =>
      one.fileId === fileId &&
      one.part === part &&
      one.sha256 === sha256 &&
      one.pages[0] === pages[0] &&
      one.pages[1] === pages[1],
  );
}
