import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { hashOfMessageId } from '#shared/records/letter-ids.ts';
import { findLetter, letterWrite } from '#shared/records/letter-records.ts';
import {
  findMailStop,
  isStopped,
  listMailStopsOf,
  mailStopWrite,
  pageOfMailStops,
} from '#shared/records/mail-stop-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { noteReturned, type Returned } from '#shared/records/returned-mail.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import { ann } from '#test/builders/staff.ts';

const at = '2026-10-02T14:05:00.000Z';
const dana = aSpecialist();
let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  await putSpecialist(records, dana);
});
afterEach(() => records.close());

async function send(own: Partial<Letter> = {}): Promise<Letter> {
  const letter = aLetter({ state: 'sent', sentAt: '2026-10-02T14:00:05.000Z', ...own });
  await records.write([letterWrite(letter, null)]);
  return letter;
}

function cameBack(letter: Letter, status: string, own: Partial<Returned> = {}) {
  return noteReturned(records, { of: { messageId: letter.messageId }, recipient: letter.to, status, ...own }, at);
}

const stopped = () => isStopped(records, dana.specialistId, dana.email ?? '');
const stateOf = async (letter: Letter) => (await findLetter(records, letter))?.letter;

describe('a letter that came back', () => {
  test.each(['5.1.1', '5.1.2', '5.1.10', '5.2.1', '5.4.4'])(
    'with %s stops its address: there is no such mailbox',
    async (status) => {
      const letter = await send();
      expect(await cameBack(letter, status)).toBe('address-stopped');
      expect(await stopped()).toBe(true);
      expect(await stateOf(letter)).toMatchObject({ state: 'bounced', fate: 'no-such-address' });
      expect((await findMailStop(records, dana.specialistId, 'Dana.Fontenot@example.org'))?.stop).toMatchObject({
        cause: 'no-such-address',
        status,
        by: 'machine',
      });
      expect((await listPersonHistory(records, dana.specialistId)).map(({ action }) => action)).toEqual([
        'address-stopped',
        'reminder-bounced',
      ]);
    },
  );

  test.each(['5.2.2', '5.7.1', '5.0.0', '4.4.1', ''])(
    'with %s is only noted the first time, and stops its address the second',
    async (status) => {
      const [first, second] = [await send(), await send({ line: '60-days-before-due-day' })];
      expect(await cameBack(first, status)).toBe('noted');
      expect(await stopped()).toBe(false);
      expect(await stateOf(first)).toMatchObject({ state: 'bounced', fate: 'not-delivered' });
      expect(await cameBack(second, status)).toBe('address-stopped');
      expect((await listMailStopsOf(records, dana.specialistId)).map(({ stop }) => stop.cause)).toEqual([
        'came-back-twice',
      ]);
    },
  );

  test('the second time from another address stops neither', async () => {
    const first = await send({ to: 'old@example.org' });
    await cameBack(first, '5.2.2');
    expect(await cameBack(await send({ line: '60-days-before-due-day' }), '5.2.2')).toBe('noted');
  });

  test('whose owner calls it unwanted stops its address', async () => {
    const letter = await send();
    expect(await cameBack(letter, '', { isComplaint: true })).toBe('address-stopped');
    expect((await listMailStopsOf(records, dana.specialistId))[0]?.stop.cause).toBe('complained');
  });

  test('is noted once, however often it is told', async () => {
    const letter = await send();
    expect(await cameBack(letter, '5.1.1')).toBe('address-stopped');
    expect(await cameBack(letter, '5.1.1')).toBe('known-already');
  });

  test('is found by the hash of its name too, as the mail service of a cloud tells it', async () => {
    const letter = await send();
    const of = { messageIdHash: hashOfMessageId(`<${letter.messageId}>`) };
    expect(await noteReturned(records, { of, recipient: letter.to, status: '5.1.1' }, at)).toBe('address-stopped');
  });

  test('that we never wrote changes nothing: anybody can write a report', async () => {
    await send();
    const forged = { ...aLetter(), messageId: `reminder.${'0'.repeat(40)}@example.gov` };
    expect(await cameBack(forged, '5.1.1')).toBe('not-ours');
    expect(await stopped()).toBe(false);
  });

  test('makes the address known to the office, until it is another one', async () => {
    await cameBack(await send(), '5.1.1');
    expect((await pageOfMailStops(records, { limit: 10 })).stops.map(({ specialistId }) => specialistId)).toEqual([
      dana.specialistId,
    ]);
    await putSpecialist(records, { ...dana, email: 'dana@new.example' });
    expect(await isStopped(records, dana.specialistId, 'dana@new.example')).toBe(false);
    expect(await stopped()).toBe(true);
  });

  test('stops an address again that a person of the office had called good', async () => {
    await cameBack(await send(), '5.1.1');
    const found = await findMailStop(records, dana.specialistId, dana.email ?? '');
    if (!found) throw new Error('not stopped');
    const over = { by: ann, at, reason: 'She told us it works.' };
    await records.write([mailStopWrite({ ...found.stop, over }, found.version)]);
    expect(await stopped()).toBe(false);
    expect((await pageOfMailStops(records, { limit: 10 })).stops).toEqual([]);
    expect(await cameBack(await send({ line: '60-days-before-due-day' }), '5.1.1')).toBe('address-stopped');
    expect(await stopped()).toBe(true);
  });
});

describe('an answer that came back', () => {
  const submissionId = submissionIdFor(1);
  const messageId = `answer.${submissionId}@example.gov`;

  test('stops reminders to its address for everybody who has it on the roster', async () => {
    const sibling = aSpecialist({ specialistId: 'RPSS-0043', legalName: 'Remy Fontenot' });
    await putSpecialist(records, sibling);
    await records.write([answerWrite(submissionId, anAnswer({ messageId, to: 'Dana.Fontenot@example.org' }), null)]);
    const returned = { of: { messageId }, recipient: null, status: '5.1.1' };
    expect(await noteReturned(records, returned, at)).toBe('address-stopped');
    expect(await stopped()).toBe(true);
    expect(await isStopped(records, sibling.specialistId, dana.email ?? '')).toBe(true);
  });

  test('from a full mailbox stands in the history of the case, and stops nothing', async () => {
    await records.write([answerWrite(submissionId, anAnswer({ messageId, to: dana.email ?? '' }), null)]);
    const returned = { of: { messageId }, recipient: null, status: '5.2.2' };
    expect(await noteReturned(records, returned, at)).toBe('noted');
    expect(await noteReturned(records, returned, at)).toBe('known-already');
    expect((await listHistory(records, submissionId)).map(({ action }) => action)).toEqual(['answer-came-back']);
    expect(await stopped()).toBe(false);
  });

  test('that we never wrote changes nothing', async () => {
    expect(await noteReturned(records, { of: { messageId }, recipient: null, status: '5.1.1' }, at)).toBe('not-ours');
  });
});
