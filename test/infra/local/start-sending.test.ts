import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSending } from '#infra/local/start-sending.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { findLetter, letterWrite } from '#shared/records/letter-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';

const people = Array.from({ length: 300 }, (_each, at) => `P-${at}`);
const log = { info: () => {}, error: () => {} };

test('a host that stops in the middle of a night’s letters begins no other, and each that went is noted', async () => {
  const records = openSqliteRecordStore(':memory:');
  for (const specialistId of people) {
    await putSpecialist(records, aSpecialist({ specialistId }));
    const letter = aLetter({ specialistId, messageId: `${specialistId}@office.example` });
    await records.write([letterWrite(letter, null), standingWrite(aStanding({ specialistId }), null)]);
  }
  const sent: string[] = [];
  const mailSender = {
    async send({ messageId }: { messageId: string }) {
      await pause(1);
      sent.push(messageId);
    },
  };
  const clock = { now: () => '2026-10-02T14:00:01.000Z' };
  const parts = { records, clock, mailSender, perSecond: 500 };
  const sending = startSending(parts, log, 5);
  while (sent.length < 20) await pause(1);
  await sending.stop();
  const wentBeforeStop = sent.length;
  expect(wentBeforeStop).toBeLessThan(people.length);

  const noted: string[] = [];
  for (const specialistId of people) {
    const found = await findLetter(records, aLetter({ specialistId }));
    if (found?.letter.state === 'sent') noted.push(found.letter.messageId);
  }
  expect(noted.toSorted()).toEqual(sent.toSorted());

  const again = startSending(parts, log, 5);
  while (sent.length < people.length) await pause(5);
  await again.stop();
  expect(new Set(sent).size).toBe(people.length);
  records.close();
});
