import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { packet } from '#test/fixtures/make/packet.ts';
import { person } from '#test/fixtures/make/people.ts';
import { mailFiles } from '#test/fixtures/make/situation.ts';
import { trainings } from '#test/fixtures/make/trainings.ts';
import { aBesiegedOffice } from '#test/hostile/a-besieged-office.ts';
import { aMail, aText } from '#test/shared/mail/a-mail.ts';

const tyrone = person('Tyrone Babineaux');
const specialistId = tyrone.specialistId;
let office: Awaited<ReturnType<typeof aBesiegedOffice>>;
let first: Awaited<ReturnType<typeof office.take>>;
const later = '2026-12-21T15:00:00.000Z';

beforeAll(async () => {
  office = await aBesiegedOffice();
  first = await office.take(await readFile('test/fixtures/mail/11-attestation-unsigned.eml'));
});
afterAll(() => office.close());

/** The same form once more, ticked and signed this time, and nothing else. */
async function theSignedForm(headers: Readonly<Record<string, string>>, from = tyrone.email) {
  const made = await packet({
    person: tyrone,
    report: ['typed', 'ce_report_signed.pdf'],
    signedOn: '2026-12-20',
    taken: [
      { training: trainings.boundaries, on: '2026-04-02' },
      { training: trainings.groups, on: '2026-06-30' },
      { training: trainings.wellness, on: '2026-11-05' },
    ],
  });
  const files = mailFiles(made.enclosed.filter(({ name }) => name === 'ce_report_signed.pdf'));
  const name = `signed ${from} ${Object.keys(headers).join()}`;
  const text = 'Here it is, signed.';
  const sender = { name: tyrone.legalName, address: from };
  return rawMail({ name, from: sender, receivedAt: later, subject: 'Re: Your report', text, files, headers });
}
const answering = () => {
  const id = `<${first.letters[0]?.messageId}>`;
  return { 'In-Reply-To': id, References: id };
};
const countedHours = async () =>
  (await findCaseFile(office.records, specialistId, 2026))?.caseFile.credits
    .filter(({ status }) => status === 'counted')
    .reduce((sum, { hours }) => sum + (hours ?? 0), 0);

describe('a report whose ethics statement was not signed', () => {
  test('is answered with what is missing, and what counts already', () => {
    expect(first).toMatchObject({ outcome: 'needs-sender', codes: ['attestation-unsigned', 'signature-missing'] });
    expect(first.letters).toHaveLength(1);
    expect(first.letters[0]?.text).toContain('In short, what is missing: your signature under the ethics statement.');
  });

  test('B172: is not completed by the same form from another address: a person looks, and nobody is told anything', async () => {
    const reply = await office.take(await theSignedForm(answering(), 'somebody@else.example'), later);

    expect(reply).toMatchObject({ outcome: 'needs-review', isWaiting: true });
    expect(reply.codes).toContain('sender-unverified');
    for (const { text } of reply.letters) expect(text).not.toMatch(/Boundaries|hours|certificate|signature/i);
    expect((await office.whatBecame(first.submissionId)).outcome).toBe('needs-sender');
  });

  test('B159: an out-of-office note to our letter stands in its history, and changes nothing', async () => {
    const headers = Object.entries(answering()).map(([name, value]) => `${name}: ${value}`);
    const from = `From: ${tyrone.email}`;
    const away = await office.take(aMail([aText('Away')], [from, 'Auto-Submitted: auto-replied', ...headers]), later);

    expect(away).toMatchObject({ outcome: 'not-a-submission', letters: [] });
    expect((await listHistory(office.records, first.submissionId)).at(-1)).toMatchObject({ action: 'automatic-reply' });
    expect((await office.whatBecame(first.submissionId)).outcome).toBe('needs-sender');
  });

  test('B171: is completed by a reply with the signed form alone: judged with what came before, accepted, and answered', async () => {
    const reply = await office.take(await theSignedForm(answering()), later);

    expect(reply).toMatchObject({ outcome: 'accepted', isWaiting: false });
    expect(await countedHours()).toBe(1000);
    expect(reply.letters[0]?.text).toContain('Everything we need is here');
    expect(reply.letters[0]?.text).toContain('You have 10 hours. You need 10.');
    expect(reply.letters[0]?.references).toContain(first.letters[0]?.messageId);
  });

  test('3.4: the second answer waits until the day of the first is over, and goes then, once', async () => {
    const sent: OutgoingMail[] = [];
    const mailSender = { send: async (mail: OutgoingMail) => void sent.push(mail) };
    const post = (now: string) => makeSendWaiting({ records: office.records, clock: { now: () => now }, mailSender })();
    await post('2026-12-21T14:00:00.000Z');
    expect(sent).toEqual([]);
    await post('2026-12-21T16:00:00.000Z');
    await post('2026-12-21T17:00:00.000Z');

    expect(sent.map(({ to }) => to)).toEqual([tyrone.email]);
    expect(sent[0]?.text).toContain('Everything we need is here');
  });
});
