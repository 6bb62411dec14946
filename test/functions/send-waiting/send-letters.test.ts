import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { composeMail } from '#shared/adapters/mail-message.ts';
import { AddressRefused, GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Letter } from '#shared/domain/letter.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { savePeople } from '#shared/records/judgement-records.ts';
import { findLetter, letterWrite } from '#shared/records/letter-records.ts';
import { isStopped, mailStopWrite } from '#shared/records/mail-stop-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { touchMailWrite, touchPersonWrite } from '#shared/records/touched-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const dana = aSpecialist();
let records: ReturnType<typeof openSqliteRecordStore>;
let sent: OutgoingMail[];
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  sent = [];
});
afterEach(() => records.close());

type Morning = {
  letter?: Partial<Letter>;
  person?: Partial<Specialist>;
  standing?: Partial<PersonStanding>;
  now?: string;
  send?: (mail: OutgoingMail) => Promise<void>;
};

async function morning({
  letter = {},
  person = {},
  standing = {},
  now = '2026-10-02T14:00:01.000Z',
  send,
}: Morning = {}) {
  await putSpecialist(records, { ...dana, ...person });
  await records.write([letterWrite(aLetter(letter), null), standingWrite(aStanding(standing), null)]);
  return sendAt(now, send);
}

async function sendAt(now: string, send?: (mail: OutgoingMail) => Promise<void>) {
  const mailSender = { send: send ?? (async (mail: OutgoingMail) => void sent.push(mail)) };
  return makeSendLetters({ records, clock: { now: () => now }, mailSender })();
}

const letterNow = async () => (await findLetter(records, aLetter()))?.letter;

describe('a letter of the schedule', () => {
  test('goes out in its hour, once, word for word', async () => {
    expect(await morning()).toEqual({ sent: 1, stillWaiting: 0, withdrawn: 0, refused: 0 });
    const { messageId, to, subject, text } = aLetter();
    expect(sent).toEqual([{ messageId, to, subject, text, inReplyTo: null, references: [], isUnasked: true }]);
    expect(await letterNow()).toMatchObject({ state: 'sent', sentAt: '2026-10-02T14:00:01.000Z' });
    expect((await listPersonHistory(records, dana.specialistId)).map(({ action }) => action)).toEqual([
      'reminder-sent',
    ]);
    expect(await sendAt('2026-10-02T14:10:00.000Z')).toMatchObject({ sent: 0 });
  });

  test('does not go before its hour', async () => {
    expect(await morning({ now: '2026-10-02T13:59:59.999Z' })).toEqual({
      sent: 0,
      stillWaiting: 0,
      withdrawn: 0,
      refused: 0,
    });
    expect(sent).toEqual([]);
    expect(await sendAt('2026-10-02T14:00:00.000Z')).toMatchObject({ sent: 1 });
  });

  test('that could not go in time goes on the next open day, and not at night or on a Sunday', async () => {
    const down = async () => {
      throw new TryAgain('down');
    };
    await morning({ send: down });
    for (const now of ['2026-10-03T06:00:00.000Z', '2026-10-04T15:00:00.000Z', '2026-10-05T13:59:00.000Z'])
      expect(await sendAt(now)).toMatchObject({ sent: 0, withdrawn: 0 });
    expect(await letterNow()).toMatchObject({ state: 'waiting' });
    expect(await sendAt('2026-10-05T14:00:00.000Z')).toMatchObject({ sent: 1 });
  });

  test.each<[string, Morning, Letter['fate']]>([
    ['its last day is over', { now: '2026-10-08T05:00:00.000Z' }, 'too-late'],
    ['the person has met all meanwhile', { standing: { word: 'met' } }, 'standing-changed'],
    ['something else is missing now', { letter: { missing: '3 hours of ethics' } }, 'standing-changed'],
    ['the roster has another address', { person: { email: 'dana@new.example' } }, 'address-changed'],
    ['the roster has no address any more', { person: { email: null } }, 'address-changed'],
    ['the office made the person inactive', { person: { status: 'inactive' } }, 'not-active'],
  ])('does not go when %s', async (_why, own, fate) => {
    expect(await morning(own)).toMatchObject({ sent: 0, withdrawn: 1 });
    expect(sent).toEqual([]);
    expect(await letterNow()).toMatchObject({ state: 'withdrawn', fate });
  });

  test('B197: does not go to an address that takes none', async () => {
    const stop = {
      specialistId: dana.specialistId,
      address: 'dana.fontenot@example.org',
      cause: 'no-such-address',
    } as const;
    await records.write([
      mailStopWrite({ ...stop, status: '5.1.1', at: '2026-09-01T00:00:00.000Z', by: 'machine', over: null }, null),
    ]);
    expect(await morning({ letter: { to: 'Dana.Fontenot@Example.org' } })).toMatchObject({ withdrawn: 1 });
    expect(await letterNow()).toMatchObject({ fate: 'address-stopped' });
  });

  test('waits while nobody can tell what a mail of this morning means', async () => {
    await records.write([touchPersonWrite(dana.specialistId)]);
    expect(await morning()).toMatchObject({ sent: 0, stillWaiting: 1 });
    expect(await letterNow()).toMatchObject({ state: 'waiting' });
  });

  test.each([
    ['whose case file changed with it', true],
    ['who was found in it', false],
  ])('waits for the next sweep when a mail of this morning is about somebody %s', async (_who, isInCaseFile) => {
    const submissionId = submissionIdFor(1);
    const { specialistId } = dana;
    const matched = { specialistId, name: 'D', match: 'exact' as const, evidence: [], candidates: [], documents: [] };
    await savePeople(records, submissionId, { people: isInCaseFile ? [] : [matched], strays: [] });
    const changed = { people: isInCaseFile ? [specialistId] : [], at: '2026-10-02T13:30:00.000Z' };
    await records.write([touchMailWrite(submissionId, changed)]);
    expect(await morning()).toMatchObject({ sent: 0, stillWaiting: 1 });
    expect(await letterNow()).toMatchObject({ state: 'waiting' });
  });

  test('goes out although a mail of this morning is about somebody else', async () => {
    await records.write([touchMailWrite(submissionIdFor(1), { people: ['RPSS-900'], at: '2026-10-02T13:30:00.000Z' })]);
    expect(await morning()).toMatchObject({ sent: 1 });
  });

  test('waits while the relay is down, and goes afterwards', async () => {
    const down = async () => {
      throw new TryAgain('down');
    };
    expect(await morning({ send: down })).toMatchObject({ stillWaiting: 1 });
    expect(await sendAt('2026-10-02T15:00:00.000Z')).toMatchObject({ sent: 1 });
    expect(sent.map(({ messageId }) => messageId)).toEqual([aLetter().messageId]);
  });

  test('whose address the other server does not know stops that address', async () => {
    const unknown = async () => {
      throw new AddressRefused('no such mailbox');
    };
    expect(await morning({ send: unknown })).toMatchObject({ refused: 1 });
    expect(await letterNow()).toMatchObject({ state: 'refused', fate: 'no-such-address' });
    expect(await isStopped(records, dana.specialistId, 'dana.fontenot@example.org')).toBe(true);
  });

  test('that our own relay refuses stops no address: the fault may be ours', async () => {
    const refused = async () => {
      throw new GiveUp('relay access denied');
    };
    expect(await morning({ send: refused })).toMatchObject({ refused: 1 });
    expect(await letterNow()).toMatchObject({ state: 'refused', fate: 'refused-by-relay' });
    expect(await isStopped(records, dana.specialistId, 'dana.fontenot@example.org')).toBe(false);
  });
});

test('hundreds of letters of one morning all go, past those that wait', async () => {
  const ids = Array.from({ length: 450 }, (_each, at) => `P-${at}`);
  for (const [at, specialistId] of ids.entries()) {
    await putSpecialist(records, { ...dana, specialistId });
    await records.write([
      letterWrite(aLetter({ specialistId }), null),
      standingWrite(aStanding({ specialistId }), null),
      ...(at % 2 === 0 ? [touchPersonWrite(specialistId)] : []),
    ]);
  }
  expect(await sendAt('2026-10-02T14:00:01.000Z')).toEqual({ sent: 225, stillWaiting: 225, withdrawn: 0, refused: 0 });
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(225);
});

test('the mail says that nobody asked for it, and how to get no more', async () => {
  await morning();
  const [mail] = sent;
  if (!mail) throw new Error('nothing was sent');
  const raw = Buffer.from(
    (await composeMail(mail, 'office@example.gov', new Date('2026-10-02T14:00:00Z'))).raw,
  ).toString();
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain('List-Unsubscribe: <mailto:office@example.gov?subject=stop>');
  expect(raw).toContain(`Message-ID: <${aLetter().messageId}>`);
  const { isUnasked: _asked, ...asAnswer } = mail;
  const answer = Buffer.from((await composeMail(asAnswer, 'office@example.gov', new Date())).raw).toString();
  expect(answer).toContain('Auto-Submitted: auto-replied');
  expect(answer).not.toContain('List-Unsubscribe');
});
