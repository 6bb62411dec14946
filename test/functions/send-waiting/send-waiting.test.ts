import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { answerWrite, findAnswer } from '#shared/records/answer-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';

const clock = { now: () => '2026-12-01T16:00:00.000Z' };
const submissionId = submissionIdFor(1);
let records: ReturnType<typeof openSqliteRecordStore>;
let sent: OutgoingMail[];
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  sent = [];
});
afterEach(() => records.close());

async function sweep(writtenAt: string, send?: () => Promise<void>) {
  await records.write([answerWrite(submissionId, anAnswer({ state: 'waiting', sentAt: null, writtenAt }), null)]);
  const mailSender = { send: send ?? (async (mail: OutgoingMail) => void sent.push(mail)) };
  const sendWaiting = makeSendWaiting({ records, clock, mailSender });
  return { first: await sendWaiting(), again: await sendWaiting() };
}

const stateNow = async () => (await findAnswer(records, submissionId))?.answer.state;

describe('answers that the relay did not take in time', () => {
  test('are sent later, once', async () => {
    const { first, again } = await sweep('2026-12-01T15:00:00.000Z');
    expect(first).toEqual({ sent: 1, stillWaiting: 0, refused: 0 });
    expect(again).toEqual({ sent: 0, stillWaiting: 0, refused: 0 });
    expect(sent).toHaveLength(1);
    expect(await stateNow()).toBe('sent');
  });

  test('are left to their own run while they are young', async () => {
    const { first } = await sweep('2026-12-01T15:55:00.000Z');
    expect(first).toEqual({ sent: 0, stillWaiting: 1, refused: 0 });
    expect(sent).toEqual([]);
  });

  test('B199: go on waiting while the relay is still down', async () => {
    const { again } = await sweep('2026-12-01T15:00:00.000Z', async () => {
      throw new TryAgain('down');
    });
    expect(again.stillWaiting).toBe(1);
    expect(await stateNow()).toBe('waiting');
  });

  test('are noted as refused when the address takes no mail', async () => {
    const { first } = await sweep('2026-12-01T15:00:00.000Z', async () => {
      throw new GiveUp('no such mailbox');
    });
    expect(first.refused).toBe(1);
    expect(await stateNow()).toBe('refused');
  });
});
