import { GiveUp } from '#shared/domain/faults.ts';
import { nameTokens } from '#shared/domain/name-tokens.ts';
import { type Specialist, specialistSchema } from '#shared/domain/person.ts';
import type { NewRecord, RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { type PutResult, putRows } from './put-rows.ts';
import { bodyOf } from './stored-body.ts';

/** All look-up rows, old and new, change in one write of 25: 11 go, 11 come, the profile and the address change, and one row tells of it. */
export const nameTokensMax = 11;

export const profileKey = (specialistId: string): RecordKey => ({ pk: `PERSON#${specialistId}`, sk: 'PROFILE' });
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

/** Everybody, in order of id: for loading and sweeps, not for a single mail. */
export async function listSpecialists(records: RecordStore): Promise<Specialist[]> {
  const rows = await listAll(records, { pk: 'ROSTER', index: 'index2' });
  return rows.map((row) => bodyOf(specialistSchema, row));
}

/**
 * A person of the roster as given, with every way to look the person up, in one write. A roster that has no column for the
 * day of certification takes away none that is on file.
 */
export async function putSpecialist(
  records: RecordStore,
  given: Specialist,
  beside: readonly Write[] = [],
): Promise<PutResult> {
  const rows = await listAll(records, { pk: profileKey(given.specialistId).pk });
  const there = rows.filter(isRosterRow);
  const profile = there.find(({ sk }) => sk === 'PROFILE');
  const { certifiedOn = profile && bodyOf(specialistSchema, profile).certifiedOn, ...specialist } = given;
  return putRows(
    records,
    rowsOf(certifiedOn === undefined ? specialist : { ...specialist, certifiedOn }),
    there,
    beside,
  );
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

function rowsOf(specialist: Specialist): NewRecord[] {
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
    { ...key, body: specialist, index2: { pk: 'ROSTER', sk: specialistId } },
    ...tokens.map((token) => pointer(`NAME#${token}`, namePk(token), nameSpelled(token, specialistId))),
    ...(email === null ? [] : [pointer('EMAIL', emailPk(email), emailSpelled(email, specialistId))]),
  ];
}

/** Other parts of the programme keep rows of their own under the person. */
function isRosterRow(row: StoredRecord): boolean {
  return row.sk === 'PROFILE' || row.sk === 'EMAIL' || row.sk.startsWith('NAME#');
}
