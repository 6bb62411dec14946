import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { findCanaryRun } from '#shared/records/canary-run-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { aMailedPacket, differencesOf } from '#test/builders/a-canary-packet.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';

const now = '2027-03-20T15:00:00.000Z';
let office: Office;
beforeEach(async () => {
  office = await anOfficeWithMails([], now, { mailSender: { send: async () => undefined } });
});
afterEach(() => office.close());

const mailed = () => aMailedPacket(office.records, now);

describe('nobody outside can be the canary', () => {
  const asMailed = async (change: (raw: string) => string) => {
    const { run, asReceived } = await mailed();
    const id = await office.take(Buffer.from(change(asReceived.toString('latin1')), 'latin1'), now);
    return { run: (await findCanaryRun(office.records, run.tokenHash))?.run, id };
  };
  const isOrdinary = async (id: SubmissionId) => (await findSubmission(office.records, id))?.submission.filedAt != null;

  test('with a token that was made up, or none, a mail is a mail like any other', async () => {
    for (const header of ['X-Intake-Canary: guessedguessedguessedguessedguessed', 'X-Other: 1']) {
      const { run, id } = await asMailed((raw) => raw.replace(/^X-Intake-Canary: .*$/m, header));
      expect(run?.spentBy).toBeNull();
      expect(await isOrdinary(id)).toBe(true);
    }
  });

  test('nor with the token and another address, or two of them', async () => {
    const from = /^From: .*$/m;
    for (const other of ['From: someone@example.org', 'From: canary@office.example\r\nFrom: someone@example.org']) {
      const { run, id } = await asMailed((raw) => raw.replace(from, other));
      expect(run?.spentBy).toBeNull();
      expect(await isOrdinary(id)).toBe(true);
    }
  });

  test('nor with a token that a packet has spent', async () => {
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);
    const id = await office.take(Buffer.from(asReceived.toString('latin1').replace('my three', 'my 3'), 'latin1'), now);
    expect(await isOrdinary(id)).toBe(true);
    expect(await differencesOf(office.records, run)).toEqual([]);
  });

  test('and a letter to its address that names no packet is a mail like any other', async () => {
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);
    const raw = Buffer.from(
      'From: a@example.org\r\nIn-Reply-To: <made-up@example.org>\r\nSubject: Hello\r\n\r\nIs it due?\r\n',
    );
    const envelope = { mailFrom: 'a@example.org', recipients: [run.from], remoteAddress: null, receivedAt: now };
    const { submissionId } = await office.receive({ envelope, raw });
    await office.runner.idle();
    expect(await isOrdinary(submissionId)).toBe(true);
  });
});
