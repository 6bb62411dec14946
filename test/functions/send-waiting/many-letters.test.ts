import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { segmentOf, segments } from '#shared/domain/segment.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { letterWrite } from '#shared/records/letter-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { takeSending } from '#shared/records/sending-lease-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';

const morning = '2026-10-02T14:00:01.000Z';
const night = '2026-10-03T06:00:00.000Z';
let store: ReturnType<typeof openSqliteRecordStore>;
let reads: number;
let sent: string[];
let inFlight = { now: 0, most: 0 };
beforeEach(() => {
  store = openSqliteRecordStore(':memory:');
  reads = 0;
  sent = [];
  inFlight = { now: 0, most: 0 };
});
afterEach(() => store.close());

/** Each row of a list counts, and each search; an answer comes a moment later, as from a table far away. */
const counted = (): RecordStore => ({
  async find(key) {
    reads += 1;
    await Promise.resolve();
    return store.find(key);
  },
  async list(query) {
    const page = await store.list(query);
    reads += Math.max(1, page.records.length);
    return page;
  },
  count: (query) => store.count(query),
  write: (writes) => store.write(writes),
});

async function lay(people: number): Promise<void> {
  for (let number = 0; number < people; number += 1) {
    const specialistId = `P-${number}`;
    await putSpecialist(store, aSpecialist({ specialistId }));
    await store.write([
      letterWrite(aLetter({ specialistId, messageId: `${specialistId}@office.example` }), null),
      standingWrite(aStanding({ specialistId }), null),
    ]);
  }
}

async function deliver({ messageId }: OutgoingMail): Promise<void> {
  inFlight.now += 1;
  inFlight.most = Math.max(inFlight.most, inFlight.now);
  await Promise.resolve();
  sent.push(messageId);
  inFlight.now -= 1;
}

const sendAt = (now: string, send = deliver) =>
  makeSendLetters({ records: counted(), clock: { now: () => now }, mailSender: { send } })();

describe('the letters of a night of reminders', () => {
  test.each([100, 1_000])('cost eight reads each, at most, when there are %i', async (people) => {
    await lay(people);
    expect(await sendAt(morning)).toMatchObject({ sent: people });
    // sixteen lists are looked at, and sixteen leases, whatever is in them
    expect((reads - 4 * segments.length) / people).toBeLessThanOrEqual(8);
  });

  test('go some at a time, and not all at once', async () => {
    await lay(300);
    await sendAt(morning);
    expect(inFlight.most).toBeGreaterThan(1);
    expect(inFlight.most).toBeLessThanOrEqual(10);
  });

  test('are each sent once when two calls are at it', async () => {
    await lay(200);
    await Promise.all([sendAt(morning), sendAt(morning)]);
    await sendAt(morning);
    expect(sent).toHaveLength(200);
    expect(new Set(sent).size).toBe(200);
  });

  test('of a segment that a call was cut off in wait until its time is over', async () => {
    await lay(40);
    const segment = segmentOf('P-0');
    await takeSending(store, segment, { now: morning, until: '2026-10-02T14:06:01.000Z' });
    await sendAt(morning);
    expect(sent).not.toContain('P-0@office.example');
    await sendAt('2026-10-02T14:06:02.000Z');
    expect(sent).toContain('P-0@office.example');
    expect(sent).toHaveLength(40);
  });

  test('are left for the next call when the relay takes none: not each of them is tried', async () => {
    await lay(400);
    let tried = 0;
    const down = async () => {
      tried += 1;
      throw new TryAgain('down');
    };
    expect(await sendAt(morning, down)).toMatchObject({ sent: 0, withdrawn: 0, refused: 0 });
    expect(tried).toBeGreaterThanOrEqual(20);
    expect(tried).toBeLessThan(40);
    expect(await sendAt('2026-10-02T14:10:00.000Z')).toMatchObject({ sent: 400 });
  });

  test('that have to wait for the next open day are read once, and not by every call of the night', async () => {
    await lay(200);
    await sendAt(night);
    reads = 0;
    await sendAt(night);
    expect(reads).toBe(segments.length);
    expect(await sendAt('2026-10-05T14:00:00.000Z')).toMatchObject({ sent: 200 });
  });
});
