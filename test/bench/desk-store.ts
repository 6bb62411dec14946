import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startHost } from '#infra/local/host.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { submissionIdSchema } from '#shared/domain/ids.ts';
import { shelfOf } from '#shared/domain/queue-line.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { mailOfOpenTrainings, mailOfTwelvePages, sampleMails } from './desk-mails.ts';

export type DeskSize = { cases: number; open: number; trainings: number };
/** References. */
export type DeskStore = { twelvePages: string; openTrainings: string };

const fixtures = join(import.meta.dirname, '../fixtures');
const quiet = makeLog({ write: () => {} });
/** Every mail comes at this instant; copies are spread over the days after it. */
const received = '2026-11-20T16:00:00.000Z';

const settingsFor = (data: string) =>
  readLocalSettings({}, [
    ...['--data', data, '--smtp-port', '0', '--console-port', '0', '--text-reader', 'none'],
    ...['--roster', join(fixtures, 'roster.csv'), '--approved', join(fixtures, 'approved-trainings.csv')],
  ]);

/** What the real machine leaves of some mails, copied until so many cases lie there, and so many of them wait for a person. */
export async function layDesk(data: string, { cases, open, trainings }: DeskSize): Promise<DeskStore> {
  const special = [await mailOfTwelvePages(), await mailOfOpenTrainings(trainings)];
  const read = await readMails(data, [...special, ...(await sampleMails())]);
  const [twelve, many, ...samples] = read;
  if (twelve === undefined || many === undefined) throw new Error('The two cases of the desk were not read.');
  const isOpen = (one: Submission) => shelfOf(one) === 'needs-person';
  const openThere = read.filter(isOpen).length;
  const database = new DatabaseSync(join(data, 'records.sqlite'));
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  copyInto(database, samples.filter(isOpen), { from: 1, count: open - openThere });
  const done = samples.filter((one) => !isOpen(one));
  copyInto(database, done, { from: open + 1, count: cases - open - (read.length - openThere) });
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return { twelvePages: twelve.reference, openTrainings: many.reference };
}

/** By the whole host, as on any day. */
async function readMails(data: string, mails: readonly Buffer[]): Promise<Submission[]> {
  const finished: ((id: string) => void)[] = [];
  const host = await startHost(settingsFor(data), quiet, (_run, { submissionId = '' }) =>
    finished.shift()?.(submissionId),
  );
  const read: Submission[] = [];
  for (const raw of mails) {
    const done = new Promise<string>((resolve) => finished.push(resolve));
    const from = { mailFrom: 'someone@example.org', recipients: ['ce@example.org'], remoteAddress: '127.0.0.1' };
    await host.receive({ envelope: { ...from, receivedAt: received }, raw });
    const found = await findSubmission(host.records, submissionIdSchema.parse(await done));
    if (found !== null) read.push(found.submission);
  }
  await host.stop();
  return read;
}

type Copies = { from: number; count: number };

/**
 * Every row that speaks of a mail, under other names: past the store's own transactions, those would take an hour. Not that the
 * next sweep looks at it, nor which mails held the same file: all copies of a mail would be one another's.
 */
function copyInto(database: DatabaseSync, mails: readonly Submission[], { from, count }: Copies): void {
  const columns = 'pk, sk, version, body, index1pk, index1sk, index2pk, index2sk';
  const select = database.prepare(`SELECT ${columns} FROM records WHERE pk || sk || body LIKE '%' || ? || '%'
    AND sk NOT LIKE 'TOUCH%' AND pk NOT LIKE 'FILE#%'`);
  const put = database.prepare('INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const rowsOf = mails.map(({ submissionId }) => select.all(submissionId).map((row) => Object.values(row)));
  for (let number = from; number < from + count; number += 1) {
    const mail = mails[number % mails.length];
    if (mail === undefined) return;
    const own = renaming(mail, number);
    for (const row of rowsOf[number % mails.length] ?? [])
      put.run(...row.map((value) => (typeof value === 'string' ? own(value) : value)));
  }
}

/** One copy's id, reference, person and instant in the place of the mail's. */
function renaming({ submissionId, reference }: Submission, number: number): (text: string) => string {
  const minutes = number * 3;
  const at = new Date(Date.parse(received) - minutes * 60_000).toISOString();
  // runs are named after the bare id
  const bare = (id: string) => id.slice('sub_'.length);
  return (text) =>
    text
      .replaceAll(bare(submissionId), bare(submissionIdFor(number)))
      .replaceAll(reference, `LA-2026-${String(number).padStart(6, '0')}`)
      .replaceAll(received, at)
      .replace(/RPSS-2(\d{3})/g, `RPSS-${String(number).padStart(6, '0')}$1`);
}
