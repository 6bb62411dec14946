import { itemsMax, pagesIn } from '#shared/domain/batch.ts';
import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import type { MatchedPerson } from '#shared/domain/person.ts';
import { hasUnsureName } from '#shared/domain/unsure-name.ts';
import type { ItemPlan } from '#shared/records/item-records.ts';
import type { People } from '#shared/records/judgement-records.ts';

export type SplitMail = {
  documents: readonly DocumentRecord[];
  files: readonly FileRecord[];
  matched: People;
  /** ids of those who have the sender's address, or their name, on the roster */
  senders: ReadonlySet<string>;
};

/** Where nobody sent a report form, so many people, or two with so many papers each, are an employer's batch. */
const peopleWithoutForms = 3;
const papersWithoutForms = 2;

/**
 * Each known person's papers by themselves, and last those that fit nobody; null where the mail stays one case. It is split only when two
 * people on the roster each have a report form; or, without any form, when it is plainly a batch of somebody who is none of them.
 */
export function splitMail(mail: SplitMail): ItemPlan[] | null {
  const known = mail.matched.people.filter(({ specialistId }) => specialistId !== null);
  if (known.length >= itemsMax || !isBatch(mail, known)) return null;
  const owners = ownersOf(mail, known);
  const placesOf = (owner: MatchedPerson | null) => owners.flatMap((one, at) => (one === owner ? [at] : []));
  const rest = placesOf(null);
  const closed = closedFiles(mail);
  const unread = unreadIn(mail, rest) + closed.length;
  const items = known.map((person) => planOf(mail, placesOf(person), { people: [person], unread }));
  if (rest.length + closed.length === 0) return items;
  const others = mail.matched.people.filter((person) => !known.includes(person));
  const last = planOf(mail, rest, { people: others, unread: 0 });
  return [...items, { ...last, files: [...last.files, ...closed.map(({ fileId }) => fileId)] }];
}

function isBatch({ documents, senders }: SplitMail, known: readonly MatchedPerson[]): boolean {
  const isForm = (at: number) => documents[at]?.kind === 'ce-report';
  if (known.filter((person) => person.documents.some(isForm)).length >= 2) return true;
  // a colleague's paper in somebody's own report is a stray, and a person looks (12.13 of the programme's edge cases)
  if (documents.some(({ kind }) => kind === 'ce-report')) return false;
  if (known.some(({ specialistId }) => senders.has(specialistId ?? ''))) return false;
  const withSeveral = known.filter((person) => person.documents.length >= papersWithoutForms);
  return known.length >= peopleWithoutForms || withSeveral.length >= 2;
}

/**
 * Whose each paper is, by its place; null: nobody's. A paper without a legible name goes with its file where all that is named in that
 * is one person's: it is looked at all the same.
 */
function ownersOf({ documents, matched }: SplitMail, known: readonly MatchedPerson[]): (MatchedPerson | null)[] {
  const bearer = (at: number) => known.find((person) => person.documents.includes(at)) ?? null;
  const isNamed = (at: number) =>
    matched.strays.includes(at) || matched.people.some((person) => person.documents.includes(at));
  return documents.map(({ fileId }, at) => {
    if (isNamed(at)) return bearer(at);
    const beside = documents.flatMap((other, place) => (other.fileId === fileId && isNamed(place) ? [place] : []));
    const [only, ...others] = new Set(beside.map(bearer));
    return others.length === 0 ? (only ?? null) : null;
  });
}

/** Neither a logo nor made into papers: whatever they hold, nobody has seen it. */
function closedFiles({ files, documents }: SplitMail): FileRecord[] {
  const seen = new Set(documents.map(({ fileId }) => fileId));
  return files.filter((file) => !file.isDecoration && !seen.has(file.fileId));
}

/** Pages among these that may be anybody's. A name of somebody else that was surely read speaks for nobody here. */
function unreadIn({ documents, matched }: SplitMail, places: readonly number[]): number {
  const isOfOther = (at: number, document: DocumentRecord) => {
    const isSurelyNamed =
      matched.strays.includes(at) ||
      matched.people.some((person) => person.match === 'none' && person.documents.includes(at));
    return document.isSensitive || (isSurelyNamed && !hasUnsureName(document));
  };
  const open = places.flatMap((at) => documents.slice(at, at + 1).filter((document) => !isOfOther(at, document)));
  return pagesIn(open);
}

function planOf(
  { documents, matched }: SplitMail,
  places: readonly number[],
  { people, unread }: { people: readonly MatchedPerson[]; unread: number },
): ItemPlan {
  const own = places.flatMap((at) => documents.slice(at, at + 1));
  const within = (among: readonly number[]) => among.map((at) => places.indexOf(at)).filter((at) => at >= 0);
  return {
    people: people.map((person) => ({ ...person, documents: within(person.documents) })),
    strays: within(matched.strays),
    documents: own.map(({ fileId, part }) => ({ fileId, part })),
    files: [...new Set(own.map(({ fileId }) => fileId))],
    unread,
  };
}
