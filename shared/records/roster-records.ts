import { GiveUp } from '#shared/domain/faults.ts';
import { nameTokens } from '#shared/domain/name-tokens.ts';
import { type Specialist, specialistSchema } from '#shared/domain/person.ts';
import { segmentOf } from '#shared/domain/segment.ts';
import type { NewRecord, RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { type PutResult, putRows } from './put-rows.ts';
import { bodyOf } from './stored-body.ts';

/** All look-up rows, old and new, change in one write of 25: 10 go, 10 come, profile and address change, a row tells of it, its trail ends anew. */
export const nameTokensMax = 10;

export const profileKey = (specialistId: string): RecordKey => ({ pk: `PERSON#${specialistId}`, sk: 'PROFILE' });
/** Where the sweep meets the person: the roster in sixteen parts, each in the order of ids. */
const segmentPlaceOf = (id: string): RecordKey => ({ pk: `ROSTER-SEGMENT#${segmentOf(id)}`, sk: id });
const namePk = (token: string) => `NAME#${token}`;
const emailPk = (address: string) => `EMAIL#${address.trim().toLowerCase()}`;
/** In index2 every name part and every address stand in the order of their letters: for somebody who types only the beginning. */
const spelledEnd = '#';
const nameSpelled = (token: string, id: string) => ({ pk: 'NAMES', sk: `${token}${spelledEnd}${id}` });
const emailSpelled = (address: string, id: string) => {
  return { pk: 'ADDRESSES', sk: `${address.trim().toLowerCase()}${spelledEnd}${id}` };
};

export async function findSpecialist(records: RecordStore, specialistId: string): Promise<Specialist | null> {
  const row = await records.find(profileKey(specialistId));
  return row ? bodyOf(specialistSchema, row) : null;
}

/** `token` as made by `nameTokens`; legal and other names. Everybody who bears it. */
export function specialistsByNameToken(records: RecordStore, token: string): Promise<Specialist[]> {
  return pointedAt(records, namePk(token));
}

/** Case does not matter. More than one where people share an address. */
export function specialistsByEmail(records: RecordStore, address: string): Promise<Specialist[]> {
  return pointedAt(records, emailPk(address));
}

/** Ids whose people bear a name part that begins so, or an address; `isCut` when there are more than `most`. */
export type Beginning = { ids: string[]; isCut: boolean };

export function idsByNameBeginning(records: RecordStore, beginning: string, most: number): Promise<Beginning> {
  return spelled(records, 'NAMES', beginning, most);
}

export function idsByEmailBeginning(records: RecordStore, beginning: string, most: number): Promise<Beginning> {
  return spelled(records, 'ADDRESSES', beginning.trim().toLowerCase(), most);
}

async function spelled(records: RecordStore, pk: string, skStartsWith: string, most: number): Promise<Beginning> {
  const page = await records.list({ pk, index: 'index2', skStartsWith, limit: most });
  const ids = page.records.flatMap(({ index2 }) => index2?.sk.split(spelledEnd).at(-1) ?? []);
  return { ids: [...new Set(ids)], isCut: page.after !== undefined };
}

/** A page of the roster in the order of ids, from an id on; `next` is the first id of the page after. */
export async function rosterPage(
  records: RecordStore,
  { from, startsWith, limit }: { from?: string; startsWith?: string; limit: number },
): Promise<{ people: Specialist[]; next: string | null }> {
  const bounds = {
    ...(from === undefined ? {} : { skFrom: from }),
    ...(startsWith === undefined ? {} : { skStartsWith: startsWith }),
  };
  const { records: rows } = await records.list({ pk: 'ROSTER', index: 'index2', ...bounds, limit: limit + 1 });
  const people = rows.map((row) => bodyOf(specialistSchema, row));
  return { people: people.slice(0, limit), next: people[limit]?.specialistId ?? null };
}

export const countRoster = (records: RecordStore): Promise<number> => records.count({ pk: 'ROSTER', index: 'index2' });

export type VersionedSpecialist = { specialist: Specialist; version: number };

/** A page of one segment of the roster, in the order of ids, from the id after `after` on. */
export async function pageOfSegment(
  records: RecordStore,
  segment: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ people: VersionedSpecialist[]; isLast: boolean }> {
  // the space sorts before every sign that an id may have: the least text that is past the id itself
  const bounds = after === null ? {} : { skFrom: `${after} ` };
  const page = await records.list({ pk: `ROSTER-SEGMENT#${segment}`, index: 'index1', ...bounds, limit });
  const people = page.records.map((row) => ({ specialist: bodyOf(specialistSchema, row), version: row.version }));
  return { people, isLast: page.after === undefined };
}

/**
 * People who were put on the roster before it had segments are met by no sweep: gives each of them a place. Returns how many.
 */
export async function mendSegments(records: RecordStore): Promise<number> {
  let mended = 0;
  let after: string | undefined;
  do {
    const query = { pk: 'ROSTER', index: 'index2' as const, limit: 1000 };
    const page = await records.list(after === undefined ? query : { ...query, after });
    const without = page.records.filter(({ index1 }) => index1 === undefined);
    for (const { version, ...row } of without) {
      const put = { ...row, index1: segmentPlaceOf(bodyOf(specialistSchema, { ...row, version }).specialistId) };
      // whoever changed the row meanwhile gave it its place
      if ((await records.write([{ put, expect: { version } }])) === 'written') mended += 1;
    }
    after = page.after;
  } while (after !== undefined);
  return mended;
}

/** Everybody, in order of id: for loading and sweeps, not for a single mail. */
export async function listSpecialists(records: RecordStore): Promise<Specialist[]> {
  const rows = await listAll(records, { pk: 'ROSTER', index: 'index2' });
  return rows.map((row) => bodyOf(specialistSchema, row));
}

/**
 * A person of the roster as given, with every way to look the person up, in one write.
 */
export async function putSpecialist(
  records: RecordStore,
  given: Specialist,
  beside: readonly Write[] = [],
): Promise<PutResult> {
  const rows = await listAll(records, { pk: profileKey(given.specialistId).pk });
  const there = rows.filter(isRosterRow);
  const profile = there.find(({ sk }) => sk === 'PROFILE');
  return putRows(
    records,
    rosterRows(profile ? withKeptColumns(given, bodyOf(specialistSchema, profile)) : given),
    there,
    beside,
  );
}

/** A roster that has no column for the day of certification, or for the language, says nothing of it: what is on file stays. */
export function withKeptColumns(given: Specialist, onFile: Specialist): Specialist {
  const { certifiedOn = onFile.certifiedOn, language = onFile.language, ...specialist } = given;
  return {
    ...specialist,
    ...(certifiedOn === undefined ? {} : { certifiedOn }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Of legal and other names; the loader refuses a person with more than `nameTokensMax`. */
export function nameTokensOf(specialist: Specialist): string[] {
  return [...new Set([specialist.legalName, ...specialist.otherNames].flatMap(nameTokens))];
}

async function pointedAt(records: RecordStore, indexPk: string): Promise<Specialist[]> {
  const pointers = await listAll(records, { pk: indexPk, index: 'index1' });
  const ids = new Set(pointers.flatMap((row) => (row.index1 ? [row.index1.sk] : [])));
  const found = await Promise.all(Array.from(ids, (id) => findSpecialist(records, id)));
  return found.filter((specialist) => specialist !== null);
}

/** The row itself, and one for each way to look the person up. */
export function rosterRows(specialist: Specialist): NewRecord[] {
  const { specialistId, email } = specialist;
  const key = profileKey(specialistId);
  const tokens = nameTokensOf(specialist);
  if (tokens.length > nameTokensMax) throw new GiveUp(`a person's names have more than ${nameTokensMax} parts`);
  const pointer = (sk: string, indexPk: string, written: { pk: string; sk: string }): NewRecord => ({
    pk: key.pk,
    sk,
    body: {},
    index1: { pk: indexPk, sk: specialistId },
    index2: written,
  });
  return [
    { ...key, body: specialist, index1: segmentPlaceOf(specialistId), index2: { pk: 'ROSTER', sk: specialistId } },
    ...tokens.map((token) => pointer(`NAME#${token}`, namePk(token), nameSpelled(token, specialistId))),
    ...(email === null ? [] : [pointer('EMAIL', emailPk(email), emailSpelled(email, specialistId))]),
  ];
}

/** Other parts of the programme keep rows of their own under the person. */
function isRosterRow(row: StoredRecord): boolean {
  return row.sk === 'PROFILE' || row.sk === 'EMAIL' || row.sk.startsWith('NAME#');
}
