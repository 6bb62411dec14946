import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { notChecked } from '#shared/domain/sender-check.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { judgementWrite } from '#shared/records/judgement-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { complete, dana, judged } from '#test/builders/a-judged-mail.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';

const clock = { now: () => '2026-12-01T15:00:10.000Z' };
let records: ReturnType<typeof openSqliteRecordStore>;
let sent: OutgoingMail[];
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  sent = [];
});
afterEach(() => records.close());

type Given = { submission?: Partial<Submission>; mail?: object; send?: (mail: OutgoingMail) => Promise<void> };

async function tell({ submission = {}, mail = {}, send }: Given = {}): Promise<void> {
  const built = aSubmission({
    mail: aMail({ from: 'dana@example.org', authentication: 'pass', ...mail }),
    ...submission,
  });
  await putSpecialist(records, dana);
  await records.write([
    submissionWrite(built, 'any'),
    judgementWrite(built.submissionId, await judged({ documents: complete })),
  ]);
  const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
  const mailSender = { send: send ?? (async (one: OutgoingMail) => void sent.push(one)) };
  const tellSender = makeTellSender({ records, clock, programme, mailSender, mailFrom: 'ce@office.example' });
  await tellSender({ submissionId: built.submissionId, runId: built.runId });
}

describe('the answer to a mail', () => {
  test('says in plain words what counts, threaded to the mail, with a neutral subject and the reference', async () => {
    await tell();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: 'dana@example.org',
      inReplyTo: 'mail-1@example.org',
      references: ['mail-1@example.org'],
    });
    expect(sent[0]?.subject).toBe('Your continuing education report');
    expect(sent[0]?.text).toContain('LA-2026-000001');
    expect(sent[0]?.text).toContain('Boundaries at Work: 3 hours, ethics');
  });

  test('B249: goes out once, however often the step is walked', async () => {
    await tell();
    await tell();
    expect(sent).toHaveLength(1);
  });

  test('B192: is sent again with the same Message-ID when the relay was busy', async () => {
    const busy = async () => {
      throw new TryAgain('the relay is busy');
    };
    await expect(tell({ send: busy })).rejects.toThrow(TryAgain);
    const waiting = await findAnswer(records, aSubmission().submissionId);
    expect(waiting?.answer.state).toBe('waiting');
    await tell();
    expect(sent.map(({ messageId }) => messageId)).toEqual([waiting?.answer.messageId]);
  });

  test.each([
    ['automatic mail', { mail: { isAutomatic: true } }],
    [
      'B287: mail without an envelope sender',
      { submission: { envelope: { ...aSubmission().envelope, mailFrom: '' } } },
    ],
    ['mail that was no submission', { submission: { outcome: 'not-a-submission' as const } }],
    ['mail in quarantine', { submission: { outcome: 'quarantined' as const } }],
    ['B140: a sender whose domain says it did not send this', { mail: { authentication: 'fail' } }],
    ['an unknown address that proved nothing', { mail: { from: 'stranger@example.org', authentication: 'unknown' } }],
  ])('is never given to %s', async (_what, given) => {
    await tell(given);
    expect(sent).toEqual([]);
  });

  test.each([
    ['on file', 'dana@example.org', 1],
    ['that nobody knows', 'stranger@example.org', 0],
  ])(
    '1.6: that failed its proof, of a domain that asks for nothing to be done, is neutral for an address %s',
    async (_who, from, letters) => {
      const check = { ...notChecked, by: 'receipt' as const, dmarc: 'fail' as const };
      const sender = (policy: 'none' | 'reject') => ({
        isOnFile: letters === 1,
        level: 'none',
        check: { ...check, policy },
      });
      const reasons = [{ code: 'sender-unverified' as const, text: 'The address was not proved.' }];
      const given = (policy: 'none' | 'reject') => ({
        mail: { from, authentication: 'fail', sender: sender(policy) },
        submission: { outcome: 'needs-review' as const, reasons },
      });
      await tell(given('reject'));
      expect(sent).toEqual([]);
      await tell(given('none'));
      expect(sent).toHaveLength(letters);
      for (const { text } of sent) expect(text).not.toMatch(/Boundaries|Dana|hours|certificate|counted/i);
    },
  );

  test('B196: tells somebody we are not sure of nothing about what was sent or counts', async () => {
    const reasons = [{ code: 'sender-unverified' as const, text: 'This came from another address.' }];
    await tell({ mail: { from: 'stranger@example.org' }, submission: { outcome: 'needs-review', reasons } });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).not.toMatch(/Boundaries|Dana|hours|certificate/i);
  });
});
