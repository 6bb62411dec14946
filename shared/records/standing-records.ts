import {
  type PersonStanding,
  personStandingSchema,
  type StandingChange,
  standingChangeSchema,
} from '#shared/domain/person-standing.ts';
import { segmentOf } from '#shared/domain/segment.ts';
import { isListed, type StandingWord } from '#shared/domain/standing-word.ts';
import type { NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const personPk = (specialistId: string) => `PERSON#${specialistId}`;
const standingKey = (specialistId: string, year: number) => ({ pk: personPk(specialistId), sk: `STANDING#${year}` });
const segmentPk = (segment: string) => `STANDING-SEGMENT#${segment}`;
const wordPk = (word: StandingWord) => `STANDING#${word}`;
const changesPk = (runId: string) => `SWEEP-CHANGES#${runId}`;
/** Sorts behind every day that is one. */
const noDay = '9999-12-31';

export type VersionedStanding = { standing: PersonStanding; version: number };

/**
 * index1 is the person's segment, in the order in which the roster's segment stands; index2 the list of its word, soonest due
 * first. Who has met a report, or owes none yet, stands in no list: nobody works on them.
 */
export function standingWrite(standing: PersonStanding, version: number | null): Write {
  const { specialistId, year, word, due } = standing;
  const row: NewRecord = {
    ...standingKey(specialistId, year),
    body: standing,
    index1: { pk: segmentPk(segmentOf(specialistId)), sk: `${specialistId}#${year}` },
  };
  const index2 = { pk: wordPk(word), sk: `${due ?? noDay}#${specialistId}#${year}` };
  const put = isListed(word) ? { ...row, index2 } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

/** Written beside the standing that it tells of, and never changed after. A run lists what it changed in index1. */
export function standingChangeWrite(change: StandingChange): Write {
  const { specialistId, year, at, runId, by } = change;
  const key = { pk: personPk(specialistId), sk: `STANDING-CHANGE#${at}#${year}#${runId ?? by ?? ''}` };
  const index1 = runId === null ? {} : { index1: { pk: changesPk(runId), sk: `${specialistId}#${year}` } };
  return { put: { ...key, body: change, ...index1 }, expect: 'absent' };
}

/** Every period of one person that was judged, the oldest first. */
export async function listStandingsOf(records: RecordStore, specialistId: string): Promise<VersionedStanding[]> {
  return (await listAll(records, { pk: personPk(specialistId), skStartsWith: 'STANDING#' })).map(asStanding);
}

export async function findStanding(
  records: RecordStore,
  specialistId: string,
  year: number,
): Promise<VersionedStanding | null> {
  const record = await records.find(standingKey(specialistId, year));
  return record ? asStanding(record) : null;
}

/** Those of the people of one segment whose ids lie from `from` to `to`, in the order of ids and years. */
export async function listStandingsBetween(
  records: RecordStore,
  segment: string,
  { from, to }: { from: string; to: string },
): Promise<VersionedStanding[]> {
  // `#` sorts before every sign that an id may have, so the rows of "A" end before those of "A-1" begin
  const query = { pk: segmentPk(segment), index: 'index1' as const, skFrom: `${from}#`, skTo: `${to}#${noDay}` };
  return (await listAll(records, query)).map(asStanding);
}

/** A page of everybody's standings of one segment, in the order of ids and years: for whoever needs all of a year. */
export async function pageOfSegment(
  records: RecordStore,
  segment: string,
  paging: { limit: number; after?: string },
): Promise<StandingPage> {
  const page = await records.list({ pk: segmentPk(segment), index: 'index1', ...paging });
  const standings = page.records.map((row) => asStanding(row).standing);
  return page.after === undefined ? { standings } : { standings, after: page.after };
}

export type StandingPage = { standings: PersonStanding[]; after?: string };

/** A page of everybody who stands so, soonest due first; `dueFrom` and `dueTo` are days, both included. */
export async function pageOfWord(
  records: RecordStore,
  word: StandingWord,
  { dueFrom, dueTo, ...paging }: { dueFrom?: string; dueTo?: string; limit: number; after?: string },
): Promise<StandingPage> {
  const bounds = {
    ...(dueFrom === undefined ? {} : { skFrom: dueFrom }),
    // what follows the day in a key begins with `#`, and `$` is the sign after it
    ...(dueTo === undefined ? {} : { skTo: `${dueTo}$` }),
  };
  const page = await records.list({ pk: wordPk(word), index: 'index2', ...bounds, ...paging });
  const standings = page.records.map((row) => asStanding(row).standing);
  return page.after === undefined ? { standings } : { standings, after: page.after };
}

/** How somebody's standings came about, the oldest first. */
export async function listStandingChangesOf(records: RecordStore, specialistId: string): Promise<StandingChange[]> {
  const rows = await listAll(records, { pk: personPk(specialistId), skStartsWith: 'STANDING-CHANGE#' });
  return rows.map(asChange);
}

/** What one run of the sweep changed, in the order of ids. */
export async function pageOfRunChanges(
  records: RecordStore,
  runId: string,
  paging: { limit: number; after?: string },
): Promise<{ changes: StandingChange[]; after?: string }> {
  const page = await records.list({ pk: changesPk(runId), index: 'index1', ...paging });
  const changes = page.records.map(asChange);
  return page.after === undefined ? { changes } : { changes, after: page.after };
}

const asChange = (row: StoredRecord) => bodyOf(standingChangeSchema, row);

function asStanding(record: StoredRecord): VersionedStanding {
  return { standing: bodyOf(personStandingSchema, record), version: record.version };
}
