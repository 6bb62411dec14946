import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { personSpoke } from '#functions/tell-sender/take-turn.ts';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { oldOutbox } from '#functions/watch/checks/old-outbox.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { aDeskOfMails, type SentMail } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const programme = await programmeNamed('louisiana-rpss');
const ruth = { ...dana, specialistId: 'RPSS-2', legalName: 'Ruth Doe', email: 'dana@example.org' };
let desk: Awaited<ReturnType<typeof aDeskOfMails>>;
let sent: OutgoingMail[];
let now: string;
const mailSender = { send: async (mail: OutgoingMail) => void sent.push(mail) };
const clock = { now: () => now };
beforeEach(async () => {
  desk = await aDeskOfMails([dana, ruth]);
  sent = [];
});
afterEach(() => desk.records.close());

const hour = (hours: number) => new Date(Date.parse('2026-12-01T09:00:00.000Z') + hours * 3_600_000).toISOString();

async function mailAt(hours: number, number: number, given: SentMail) {
  now = hour(hours);
  await desk.take(number, { receivedAt: now, ...given });
  await tell(number);
}
async function tell(number: number) {
  const { submissionId, runId } = aSubmission({ number });
  const ports = { records: desk.records, clock, programme, mailSender, mailFrom: 'ce@office.example' };
  await makeTellSender(ports)({ submissionId, runId });
}
async function postAt(hours: number) {
  now = hour(hours);
  await makeSendWaiting({ records: desk.records, clock, mailSender })();
}
const answerOf = async (number: number) => (await findAnswer(desk.records, submissionIdFor(number)))?.answer;

const withoutCertificate = { documents: [report([row(ethics), row(core)]), certificate(ethics)] };
const theRest = { documents: [certificate(core)] };

describe('3.4: an address hears from the machine once in 24 hours', () => {
  test('so who completes a report in the same day hears what counts when the day is over, in one letter', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, theRest);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('Some things are still needed');
    await postAt(23.9);
    expect(sent).toHaveLength(1);
    await postAt(24);
    await postAt(30);

    expect(sent).toHaveLength(2);
    expect(sent[1]?.text).toContain('Everything we need is here');
    expect(sent[1]).toMatchObject({ messageId: (await answerOf(2))?.messageId });
  });

  test('what a later answer tells anew is not told as it was: one letter, of the newest state, for all of them', async () => {
    await mailAt(0, 1, { documents: [report([row(ethics), row(core)])] });
    await mailAt(1, 2, { documents: [certificate(ethics)] });
    await mailAt(2, 3, theRest);
    await postAt(24);

    expect(sent).toHaveLength(2);
    const text = sent[1]?.text ?? '';
    expect(text).toContain('You sent us 2 e-mails within a day.');
    for (const number of [2, 3]) expect(text).toContain(aSubmission({ number }).reference);
    expect(text).toContain('Everything we need is here');
    expect(text).not.toContain('still needed');
    expect(await answerOf(2)).toMatchObject({ state: 'merged', toldBy: sent[1]?.messageId });
    expect((await listHistory(desk.records, submissionIdFor(2))).map(({ action }) => action)).toContain(
      'answer-merged',
    );
  });

  test('nothing that only one of them says is lost: what is wrong with a file, and the papers of another person', async () => {
    const broken = { code: 'encrypted-file' as const, text: '"a.pdf": The file is locked with a password.' };
    const other = { legalName: aField('Ruth Doe') };
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, { ...theRest, submission: { reasons: [broken] } });
    await mailAt(2, 3, { documents: [report([row(ethics)], other)] });
    await mailAt(3, 4, { documents: [certificate(core, { hours: aField('7') })] });
    await postAt(24);

    expect(sent).toHaveLength(2);
    expect(sent[1]?.text).toContain('"a.pdf": The file is locked with a password.');
    expect(sent[1]?.text).toContain('You sent us 3 e-mails');
    expect(sent[1]?.text.split('* * *').length).toBe(3);
  });

  test('a day later the next one goes at once', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(24, 2, theRest);
    expect(sent).toHaveLength(2);
  });

  test('twelve mails of an hour are two letters, however often each step is walked', async () => {
    for (let number = 1; number <= 12; number += 1) {
      await mailAt(number / 12, number, { documents: [certificate(number % 2 ? ethics : core)] });
      await tell(number);
    }
    await postAt(24.1);
    await postAt(24.2);

    expect(sent).toHaveLength(2);
    expect(sent[1]?.text).toContain('You sent us 11 e-mails');
  });

  test('a letter about more mails than anybody reads is two, a day apart, and each mail is told of', async () => {
    for (let number = 1; number <= 25; number += 1)
      await mailAt(number / 60, number, { documents: [certificate(core)] });
    await postAt(24.1);
    await postAt(48.1);

    expect(sent).toHaveLength(3);
    const all = sent.map(({ text }) => text).join('\n');
    for (let number = 1; number <= 25; number += 1) expect(all).toContain(aSubmission({ number }).reference);
  });

  test('who writes without papers in that day is read by a person, and told nothing more', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, { documents: [], mail: { bodyText: 'Thank you!' } });
    await postAt(30);
    expect(sent).toHaveLength(1);
    expect(await answerOf(2)).toBeUndefined();
  });

  test('but who meant to send papers, and sent a link, hears that none came', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, { documents: [], mail: { fileLinks: ['https://share.example/1'] } });
    await postAt(24);
    expect(sent[1]?.text).toContain('no papers came with it');
  });

  test('another address is another matter, however the same one is written', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, { ...theRest, mail: { from: 'Dana@Example.org' } });
    await mailAt(1, 3, { documents: [], mail: { from: 'somebody@else.example', bodyText: 'A question' } });
    expect(sent.map(({ to }) => to)).toEqual(['dana@example.org', 'somebody@else.example']);
  });

  test('what waits for its hour is no letter that nobody sent', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, theRest);
    const at = async (hours: number) => (await oldOutbox(desk, hour(hours))).state;
    expect(await at(24)).toBe('fine');
    expect(await at(26)).toBe('found');
  });
});

describe('what a person of the office writes', () => {
  const spoke = async (number: number) => {
    const about = {
      submissionId: submissionIdFor(number),
      to: 'dana@example.org',
      messageId: 'answer.by.a.person@office.example',
    };
    expect(await desk.records.write(await personSpoke({ records: desk.records, clock, programme }, about))).toBe(
      'written',
    );
  };

  test('goes at once, and what the machine had waiting about the same mail does not go any more', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, theRest);
    await spoke(2);
    await postAt(30);

    expect(sent).toHaveLength(1);
    expect(await answerOf(2)).toMatchObject({ state: 'merged', toldBy: 'answer.by.a.person@office.example' });
  });

  test('leaves what waits about other mails to its hour, without the one that was settled', async () => {
    await mailAt(0, 1, withoutCertificate);
    await mailAt(1, 2, { documents: [report([row(ethics)], { legalName: aField('Ruth Doe') })] });
    await mailAt(2, 3, theRest);
    await spoke(3);
    await postAt(24);

    expect(sent).toHaveLength(2);
    expect(sent[1]?.messageId).toBe((await answerOf(2))?.messageId);
    expect(sent[1]?.text).not.toContain(aSubmission({ number: 3 }).reference);
  });

  test('counts for the day: the machine is silent in the 24 hours after it', async () => {
    now = hour(0);
    await spoke(9);
    await mailAt(1, 1, withoutCertificate);
    expect(sent).toHaveLength(0);
    await postAt(24);
    expect(sent).toHaveLength(1);
  });
});
