import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockSkewCheck } from '#functions/watch/checks/clock-skew.ts';
import { untakenMails } from '#functions/watch/checks/untaken-mails.ts';
import { waitingCases } from '#functions/watch/checks/waiting-cases.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { ClockDoubt } from '#shared/domain/clock-doubt.ts';
import { reviewWrite } from '#shared/records/review-records.ts';
import { deliveryKey, pointerWrite } from '#shared/records/submission-records.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

const noon = '2026-12-10T18:00:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(noon) - minutes * 60_000).toISOString();

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

describe('the watchman', () => {
  test('B189: says by how much the clock of this machine is wrong, and in the cloud that others look after it', async () => {
    const clockDoubts = (): ClockDoubt[] => [
      { code: 'stepped', skewMs: 600_000 },
      { code: 'mail-server', skewMs: -7_000 },
    ];
    expect(await clockSkewCheck({ clockDoubts })).toMatchObject({
      state: 'found',
      inWords:
        'The clock was set 600 s forward while the program ran. The clock is 7 s behind the mail server in front.',
      count: 2,
    });
    expect((await clockSkewCheck({ clockDoubts: null })).state).toBe('elsewhere');
  });

  test('B257: names a mail that the mail service laid down a quarter of an hour ago, and of which no case knows, and announces it once', async () => {
    const asked: { from: string; until: string }[] = [];
    const mails = ['inbound/known', 'inbound/lost'].map((key) => ({ key, at: minutesAgo(20) }));
    const announced: string[] = [];
    const ports = {
      records,
      inboundMails: async (between: { from: string; until: string }) => {
        asked.push(between);
        return mails;
      },
      announce: async ({ key }: { key: string }) => void announced.push(key),
    };
    await records.write([pointerWrite(deliveryKey('inbound/known'), submissionIdFor(1))]);

    expect(await untakenMails(ports, noon)).toMatchObject({ state: 'found', count: 1, about: ['inbound/lost'] });
    expect(asked).toEqual([{ from: minutesAgo(3 * 24 * 60), until: minutesAgo(15) }]);
    // told of in every round, announced in one
    expect(await untakenMails(ports, noon)).toMatchObject({ state: 'found', count: 1 });
    expect(announced).toEqual(['inbound/lost']);
    await records.write([pointerWrite(deliveryKey('inbound/lost'), submissionIdFor(2))]);
    expect((await untakenMails(ports, noon)).state).toBe('fine');
  });

  test('B264: tells of a case that no person has answered for five days, and of a supervisor after ten; it waits all the same', async () => {
    const wait = (number: number, days: number, state: 'open' | 'waiting-for-second' | 'waiting-for-sender') => {
      const { submissionId, reference } = aSubmission({ number });
      const openedAt = minutesAgo(days * 24 * 60);
      return records.write([reviewWrite({ submissionId, reference, openedAt, reasons: [], state })]);
    };
    await wait(1, 4.9, 'open');
    await wait(2, 30, 'waiting-for-sender');
    expect((await waitingCases({ records }, noon)).state).toBe('fine');
    await wait(3, 5, 'waiting-for-second');
    expect(await waitingCases({ records }, noon)).toMatchObject({ state: 'found', about: ['LA-2026-000003'] });
    await wait(4, 10, 'open');
    expect(await waitingCases({ records }, noon)).toMatchObject({
      inWords:
        '2 cases wait for a person for more than 5 days. 1 of them for more than 10: a supervisor should take or hand out these.',
      about: ['LA-2026-000004', 'LA-2026-000003'],
    });
  });
});
