import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { composeLocal, type LocalParts } from '#infra/local/compose.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { makeReceiptMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import type { LocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { comparePeople } from './compare-people.ts';
import { compareStores, type Difference } from './compare-stores.ts';
import { type Event, historyOf } from './history-of.ts';
import { remembered } from './remembered.ts';
import { rowsLeft } from './rows-left.ts';
import { peopleSaidOf } from './said-of-people.ts';
import { makeSayAgain } from './say-again.ts';
import { makeSayOfPeople, rosterOfThen, standingsSaid } from './say-of-people.ts';

export type RebuildAsked = { from: string; into: string; log: Log } & Pick<
  LocalSettings,
  'programmeFolder' | 'mailFrom' | 'textReader' | 'secondReader' | 'readers'
>;
export type Rebuilt = { mails: number; said: number; differences: Difference[] };

/** Lists that come from outside, accounts, and how a mail was handed over: as they lie there. All else is worked out again. */
const givenFromOutside = /^(?:ROSTER|REGISTER|IMPORT|STAFF|DELIVERY)|^PERSON#[^ ]* (?:PROFILE|NAME|EMAIL)/;

/** A new store out of the raw mails of an old one and what people said about them. Nothing of it is sent: letters lie in its outbox folder. */
export async function rebuildStore(asked: RebuildAsked): Promise<Rebuilt> {
  const { from, into } = asked;
  const file = join(from, 'records.sqlite');
  if (!existsSync(file)) throw new GiveUp(`Nothing is stored in ${from}. Give the old data folder with --data.`);
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new GiveUp(`${into} is not empty. Give a folder that is new with --into.`);
  await mkdir(into, { recursive: true });
  await copyGiven(file, join(into, 'records.sqlite'));
  const old = openSqliteRecordStore(file);
  const clock = setClock();
  const { scanner, mailVerifier } = await remembered(old, makeReceiptMailVerifier('any'));
  const next: string[] = [];
  const parts = await composeLocal({
    ...asked,
    dataFolder: into,
    mailSender: openFolderMailSender(join(into, 'outbox'), asked.mailFrom),
    clock,
    scanner,
    mailVerifier,
    ids: { next: () => next.shift() ?? '' },
    millisecondsUntil: (instant) => {
      clock.set(instant);
      return 0;
    },
  });
  try {
    const people = await withBoth(file, join(into, 'records.sqlite'), peopleSaidOf);
    await rosterOfThen(old, parts.records, people);
    const events = await historyOf(old, { programme: parts.programme.id, people });
    const differences = await replay(parts, { old, events, clock, next, from });
    await standingsSaid(old, parts.records, people);
    const mails = events.filter(({ what }) => what === 'mail').length;
    differences.push(
      ...(await compareStores(old, parts.records)),
      ...(await comparePeople(old, parts.records, people)),
    );
    differences.push(...(await withBoth(file, join(into, 'records.sqlite'), rowsLeft)));
    return { mails, said: events.length - mails, differences };
  } finally {
    old.close();
    await parts.close();
  }
}

type Replaying = {
  old: RecordStore;
  events: readonly Event[];
  clock: ReturnType<typeof setClock>;
  next: string[];
  from: string;
};

async function replay(parts: LocalParts, { old, events, clock, next, from }: Replaying): Promise<Difference[]> {
  const files = openFolderFileStore(join(from, 'files'));
  const sayAgain = makeSayAgain(parts, clock);
  const sayOfPeople = makeSayOfPeople({ records: old, files }, parts, clock);
  const differences: Difference[] = [];
  for (const event of events) {
    clock.set(event.at);
    if (event.what !== 'mail') {
      const isOfPerson = 'specialistId' in event;
      const why = isOfPerson ? await sayOfPeople(event) : await sayAgain(event);
      const about = isOfPerson ? event.specialistId : event.id;
      if (why !== null) differences.push({ kind: 'not said again', about, says: `${event.what}: ${why}` });
    } else if (await files.has(event.submission.rawKey)) {
      next.push(event.id.slice('sub_'.length));
      await parts.receive({ envelope: event.submission.envelope, raw: await files.read(event.submission.rawKey) });
    } else differences.push({ kind: 'mail', about: event.id, says: 'its raw mail is gone' });
    await parts.runner.idle();
  }
  return differences;
}

const copyGiven = (from: string, to: string): Promise<void> =>
  withBoth(from, to, async (old, fresh) => {
    for await (const row of old.all())
      if (givenFromOutside.test(`${row.pk} ${row.sk}`)) await fresh.putAsTheyAre([row]);
  });

async function withBoth<Result>(
  from: string,
  to: string,
  work: (old: RecordRows, fresh: RecordRows) => Promise<Result>,
): Promise<Result> {
  const [old, fresh] = [openSqliteRecordRows(from), openSqliteRecordRows(to)];
  try {
    return await work(old, fresh);
  } finally {
    old.close();
    fresh.close();
  }
}

/** It never says the same instant twice: rows are named by it. */
function setClock() {
  let now = 0;
  return {
    now: () => new Date(now++).toISOString(),
    set: (instant: string) => {
      now = Date.parse(instant);
    },
  };
}
