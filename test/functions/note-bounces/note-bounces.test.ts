import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeNoteBounces } from '#functions/note-bounces/note-bounces.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { nameOfMail } from '#shared/adapters/mail-message.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { findLetter, letterWrite } from '#shared/records/letter-records.ts';
import { listMailStopsOf } from '#shared/records/mail-stop-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';

const letter = aLetter({ state: 'sent' });
/** The tag that each of our mails bears. */
const tag = nameOfMail({ ...letter, inReplyTo: null, references: [] });
let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  await records.write([letterWrite(letter, null)]);
});
afterEach(() => records.close());

const mail = {
  messageId: '0100019abc',
  destination: [letter.to],
  tags: { message: [tag], 'ses:operation': ['SendRawEmail'] },
};

/** As EventBridge hands over what the mail service says. */
function aBounce(bounceType: string, bounceSubType: string, status?: string, tags: object = mail.tags) {
  const bounced = { emailAddress: letter.to, action: 'failed', ...(status === undefined ? {} : { status }) };
  return {
    version: '0',
    'detail-type': 'Email Bounced',
    source: 'aws.ses',
    detail: {
      eventType: 'Bounce',
      mail: { ...mail, tags },
      bounce: {
        feedbackId: '0100',
        bounceType,
        bounceSubType,
        bouncedRecipients: [bounced],
        timestamp: '2026-10-02T14:00:09Z',
      },
    },
  };
}

const note = (event: unknown) => makeNoteBounces({ records, clock: { now: () => '2026-10-02T14:01:00.000Z' } })(event);
const causes = async () => (await listMailStopsOf(records, letter.specialistId)).map(({ stop }) => stop.cause);

describe('what the mail service of AWS reports', () => {
  test.each([
    ['General', '5.1.1'],
    ['NoEmail', undefined],
    ['Suppressed', undefined],
    ['OnAccountSuppressionList', undefined],
  ])('as a bounce for good (%s) stops the address', async (subType, status) => {
    expect(await note(aBounce('Permanent', subType, status))).toEqual({ noted: ['address-stopped'] });
    expect(await causes()).toEqual(['no-such-address']);
    expect((await findLetter(records, letter))?.letter.state).toBe('bounced');
  });

  test.each([
    ['Transient', 'MailboxFull', '5.2.2'],
    ['Transient', 'General', '5.1.1'],
    ['Undetermined', 'Undetermined', undefined],
    ['Permanent', 'UnsubscribedRecipient', undefined],
  ])('as %s (%s) is noted and stops nothing yet', async (type, subType, status) => {
    expect(await note(aBounce(type, subType, status))).toEqual({ noted: ['noted'] });
    expect(await causes()).toEqual([]);
  });

  test('B169: as a complaint stops the address', async () => {
    const complaint = {
      feedbackId: '0100',
      complainedRecipients: [{ emailAddress: letter.to }],
      complaintFeedbackType: 'abuse',
    };
    const event = { source: 'aws.ses', detail: { eventType: 'Complaint', mail, complaint } };
    expect(await note(event)).toEqual({ noted: ['address-stopped'] });
    expect(await causes()).toEqual(['complained']);
  });

  test('twice changes nothing the second time', async () => {
    await note(aBounce('Permanent', 'General'));
    expect(await note(aBounce('Permanent', 'General'))).toEqual({ noted: ['known-already'] });
  });

  test('of somebody else’s mail changes nothing', async () => {
    expect(await note(aBounce('Permanent', 'General', '5.1.1', {}))).toEqual({ noted: [] });
    expect(await note(aBounce('Permanent', 'General', '5.1.1', { message: ['f'.repeat(64)] }))).toEqual({
      noted: ['not-ours'],
    });
  });

  test('in an unknown shape is not passed over in silence', async () => {
    await expect(note({ detail: { eventType: 'Delivery', mail } })).rejects.toThrow(GiveUp);
  });
});
