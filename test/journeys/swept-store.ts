import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { openLetterSecret } from '#shared/records/letter-records.ts';
import { touchMailWrite } from '#shared/records/touched-records.ts';
import { layOffice, withPapers } from '#test/bench/an-office.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

/** An office of which every second mail changed since its last night: so the plan has work too. */
export async function layTouchedOffice(data: string, people: number): Promise<void> {
  mkdirSync(data, { recursive: true });
  const path = join(data, 'records.sqlite');
  layOffice(path, people, await programmeNamed('louisiana-rpss'));
  const records = openSqliteRecordStore(path, undefined, true);
  // made at random once for an installation: two stores that are compared have the same
  await openLetterSecret(records, randomSecrets);
  for (let number = 0; number < people; number += 2 * withPapers)
    await records.write([touchMailWrite(submissionIdFor(number))]);
  records.close();
}

/** Sends what waits for its hour; gives the Message-IDs in the order in which they went. */
export async function sendAllLetters(data: string, now: string): Promise<string[]> {
  const records = openSqliteRecordStore(join(data, 'records.sqlite'), undefined, true);
  const gone: string[] = [];
  const mailSender = {
    async send({ messageId }: { messageId: string }) {
      gone.push(messageId);
    },
  };
  await makeSendLetters({ records, clock: { now: () => now }, mailSender })();
  records.close();
  return gone;
}

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

/**
 * Every row that lies on the disk, as text by its key, in which two runs of the same night may be compared. What a run that was cut off
 * rightly has otherwise is taken out: the instant at which it began (it stands in all that the run wrote), moved on and ended, what it cost, and how
 * often the run's own rows were written.
 */
export function keptRows(data: string): Map<string, string> {
  const database = new DatabaseSync(join(data, 'records.sqlite'), { readOnly: true });
  const rows = rowsSchema.parse(database.prepare('SELECT * FROM records ORDER BY pk, sk').all());
  database.close();
  const runs = rows.filter(({ sk }) => sk === 'RUN').map(({ body }) => runSchema.parse(JSON.parse(String(body))));
  const told = (text: string) => runs.reduce((left, { at, runId }) => left.replaceAll(at, `began ${runId}`), text);
  return new Map(
    rows.map((row) => {
      const { pk, sk } = row;
      const own = String(pk).startsWith('SWEEP#') ? { version: 0, body: withoutCost(String(row.body)) } : {};
      return [told(`${pk} / ${sk}`), told(JSON.stringify({ ...row, ...own }))];
    }),
  );
}

const runSchema = z.object({ at: z.string(), runId: z.string() });
const ofThisWalk = new Set(['units', 'dollars', 'movedAt', 'finishedAt']);

const withoutCost = (body: string) =>
  JSON.stringify(JSON.parse(body), (key, value: unknown) => (ofThisWalk.has(key) ? 'another' : value));
