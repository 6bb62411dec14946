import { z } from 'zod';
import { type Letter, letterSchema } from '#shared/domain/letter.ts';
import { segmentOf, segments } from '#shared/domain/segment.ts';
import type { NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { hashOfMessageId } from './letter-ids.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedLetter = { letter: Letter; version: number };

const personPk = (specialistId: string) => `PERSON#${specialistId}`;
const nameOf = ({ year, line }: Pick<Letter, 'year' | 'line'>) => `LETTER#${year}#${line}`;
const waitingPk = (segment: string) => `LETTERS-WAITING#${segment}`;
const heldPk = 'LETTERS-HELD';
const idPk = (hash: string) => `LETTER-ID#${hash}`;
const dayPk = (day: string, segment: string) => `MAILED#${day}#${segment}`;

const decisionsPk = (year: number) => `LETTERS-OF-DECISIONS#${year}`;

/**
 * index1 is the outbox in the order of hours while the letter waits, and the list of those that could not go while it is held; one
 * about a decision stands in the list of its report year after that, by what became of it. index2 finds it by its Message-ID when something comes back.
 */
export function letterWrite(letter: Letter, version: number | null): Write {
  const { specialistId, state, hours, messageId } = letter;
  const sk = nameOf(letter);
  const row: NewRecord = { pk: personPk(specialistId), sk, body: letter };
  const place = { sk: `${hours[0]?.from ?? ''}#${specialistId}#${sk}` };
  const index2 = { pk: idPk(hashOfMessageId(messageId)), sk: specialistId };
  const listed =
    state === 'waiting'
      ? { index1: { pk: waitingPk(segmentOf(specialistId)), ...place } }
      : state === 'held'
        ? { index1: { pk: heldPk, ...place } }
        : letter.resolution === null
          ? {}
          : { index1: { pk: decisionsPk(letter.year), sk: `${state}#${specialistId}#${sk}` } };
  return { put: { ...row, ...listed, index2 }, expect: version === null ? 'absent' : { version } };
}

/** One letter a person and day: whoever writes the second finds this there. index1 lists the letters of a day. */
export function mailedWrite({ specialistId, day, year, line }: Letter): Write {
  const index1 = { pk: dayPk(day, segmentOf(specialistId)), sk: specialistId };
  return { put: { pk: personPk(specialistId), sk: `MAILED#${day}`, body: { year, line }, index1 }, expect: 'absent' };
}

/** Every letter of one person, the oldest period first. */
export async function listLettersOf(records: RecordStore, specialistId: string): Promise<VersionedLetter[]> {
  return (await listAll(records, { pk: personPk(specialistId), skStartsWith: 'LETTER#' })).map(asLetter);
}

export async function findLetter(
  records: RecordStore,
  key: Pick<Letter, 'specialistId' | 'year' | 'line'>,
): Promise<VersionedLetter | null> {
  const row = await records.find({ pk: personPk(key.specialistId), sk: nameOf(key) });
  return row ? asLetter(row) : null;
}

export async function findLetterByHash(records: RecordStore, messageIdHash: string): Promise<VersionedLetter | null> {
  const { records: rows } = await records.list({ pk: idPk(messageIdHash), index: 'index2', limit: 1 });
  return rows[0] ? asLetter(rows[0]) : null;
}

/** A page of the letters of one segment whose hour has come, the earliest first. */
export async function pageOfLettersToSend(
  records: RecordStore,
  segment: string,
  { now, ...paging }: { now: string; limit: number; after?: string },
): Promise<{ letters: VersionedLetter[]; after?: string }> {
  const page = await records.list({ pk: waitingPk(segment), index: 'index1', skTo: `${now}$`, ...paging });
  const letters = page.records.map(asLetter);
  return page.after === undefined ? { letters } : { letters, after: page.after };
}

/** How many letters wait for their hour or for the relay, and the first of them. */
export async function waitingLetters(
  records: RecordStore,
  most: number,
): Promise<{ count: number; letters: Letter[] }> {
  const found: Letter[] = [];
  let count = 0;
  for (const segment of segments) {
    const query = { pk: waitingPk(segment), index: 'index1' as const };
    const there = await records.count(query);
    count += there;
    const left = most - found.length;
    if (there > 0 && left > 0)
      found.push(...(await records.list({ ...query, limit: left })).records.map((row) => asLetter(row).letter));
  }
  return { count, letters: found };
}

/** Letters that were due and had nowhere to go, the earliest first. */
export async function pageOfHeldLetters(
  records: RecordStore,
  paging: { limit: number; after?: string },
): Promise<{ letters: Letter[]; after?: string }> {
  const page = await records.list({ pk: heldPk, index: 'index1', ...paging });
  const letters = page.records.map((row) => asLetter(row).letter);
  return page.after === undefined ? { letters } : { letters, after: page.after };
}

/** How many letters about decisions on periods of one report year went out, and how many of those came back. */
export async function countDecisionLetters(
  records: RecordStore,
  year: number,
): Promise<{ sent: number; cameBack: number }> {
  const rows = await listAll(records, { pk: decisionsPk(year), index: 'index1' });
  const states = rows.map((row) => asLetter(row).letter.state);
  const cameBack = states.filter((state) => state === 'bounced').length;
  return { sent: states.filter((state) => state === 'sent').length + cameBack, cameBack };
}

const mailedSchema = z.object({ year: z.number().int(), line: z.string() });

/** Who was written to on a day, of one segment, by id. */
export async function listMailed(
  records: RecordStore,
  day: string,
  segment: string,
): Promise<{ specialistId: string; year: number; line: string }[]> {
  const rows = await listAll(records, { pk: dayPk(day, segment), index: 'index1' });
  return rows.map((row) => ({ specialistId: row.index1?.sk ?? '', ...bodyOf(mailedSchema, row) }));
}

const secretKey = { pk: 'LETTERS', sk: 'SECRET' };
const secretSchema = z.object({ secret: z.string().min(20) });

/** What makes Message-IDs that nobody can make up. Made once for an installation. */
export async function openLetterSecret(records: RecordStore, secrets: Secrets): Promise<string> {
  const there = await records.find(secretKey);
  if (there) return bodyOf(secretSchema, there).secret;
  const body = { secret: secrets.next() };
  // somebody else may have been first: theirs holds
  await records.write([{ put: { ...secretKey, body }, expect: 'absent' }]);
  const kept = await records.find(secretKey);
  return kept ? bodyOf(secretSchema, kept).secret : body.secret;
}

function asLetter(record: StoredRecord): VersionedLetter {
  return { letter: bodyOf(letterSchema, record), version: record.version };
}
