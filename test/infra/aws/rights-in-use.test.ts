import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { putDownload } from '#shared/records/download-records.ts';
import { findLetter, letterWrite } from '#shared/records/letter-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { listTouchedMails } from '#shared/records/touched-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { aGet } from './a-get.ts';
import { anOfficeOnAws, type OfficeOnAws } from './an-office-on-aws.ts';
import { askedInLines } from './asking-aws.ts';
import { queued } from './queued.ts';
import { someLambdas } from './some-lambdas.ts';

/** What the other walks over moto have no cause to do: each here is why a Lambda holds one right or another. */
const folder = mkdtempSync(join(tmpdir(), 'rights-'));

describe.skipIf(!hasMoto)('the rarer ways of mails and registers through the bundled Lambdas', () => {
  let office: OfficeOnAws;

  beforeAll(async () => {
    await bundleLambdas(folder);
    office = await anOfficeOnAws(folder);
  });
  afterAll(() => {
    office?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a name that is no longer in the roster leads to nobody any more', async () => {
    const roster = readFileSync('test/fixtures/roster.csv', 'utf8');
    const approved = readFileSync('test/fixtures/approved-trainings.csv');
    await office.put('registers/approved-trainings.csv', approved);
    await office.lambdas.invoke('load-registers', queued('registers/approved-trainings.csv', '2026-10-31T00:00:00Z'));
    for (const [at, text] of [roster.replace('Thibodeaux', 'Thibodeaux Guidry'), roster].entries()) {
      await office.put(`registers/roster-${at}.csv`, Buffer.from(text));
      const event = queued(`registers/roster-${at}.csv`, '2026-11-01T00:00:00Z');
      expect(await office.lambdas.invoke('load-registers', event)).toEqual({ batchItemFailures: [] });
    }
  });

  it.each([
    ['whose paper was photographed', '24-one-certificate-photographed.eml'],
    ['whose paper is locked', '13-password-protected-pdf.eml'],
    ['that a person has to look at', '19-governmental-ethics.eml'],
    ['of an application', '30-application-with-a-treatment-letter.eml'],
    ['with papers that came before', '27-same-files-again.eml'],
  ])('a mail %s is answered or laid before somebody', async (_words, file) => {
    const { input } = await office.receive(`inbound/${file.slice(0, 2)}`, file, '2026-12-01T15:00:00Z');
    await office.walk(input);
    expect((await findSubmission(office.records(), input.submissionId))?.submission.filedAt).not.toBeNull();
  });

  it('papers that are sorted and read again lose what is no longer found on them', async () => {
    const { input } = await office.receive('inbound/again', '10-certificate-missing.eml', '2026-12-02T15:00:00Z');
    await office.walk(input);
    const records = office.records();
    const before = await listDocuments(records, input.submissionId);
    const [one] = before;
    if (one === undefined) throw new Error('it has no document');
    const { fileId } = one;
    const skStartsWith = 'DOC#';
    for (const step of ['sort-documents', 'read-fields']) {
      const rows = (await records.list({ pk: `SUB#${input.submissionId}`, skStartsWith })).records;
      const [row] = rows;
      if (row === undefined) throw new Error('it has no row');
      const { version: _, ...moved } = { ...row, sk: `${row.sk}9` };
      await records.write([
        { put: moved, expect: 'absent' },
        { remove: { pk: row.pk, sk: row.sk }, expect: 'any' },
      ]);
      await office.lambdas.invoke(step, { ...input, fileId });
    }
    expect(await listDocuments(records, input.submissionId)).toHaveLength(before.length);
  });

  it('a mail is not opened before the scanner has looked at it, and what it said of the mail is asked for', async () => {
    const watched = someLambdas(folder, { ...office.environment, MALWARE_SCAN: 'guardduty' });
    try {
      const { input } = await office.receive(
        'inbound/scanned',
        '09-ethics-a-quarter-hour-short.eml',
        '2026-12-03T15:00:00Z',
      );
      const rawKey = (await findSubmission(office.records(), input.submissionId))?.submission.rawKey ?? '';
      await expect(watched.invoke('open-mail', input)).rejects.toMatchObject({ name: 'Paced' });
      const TagSet = [{ Key: 'GuardDutyMalwareScanStatus', Value: 'NO_THREATS_FOUND' }];
      await office.s3.send(new PutObjectTaggingCommand({ Bucket: 'records', Key: rawKey, Tagging: { TagSet } }));
      // now it waits for the files that were in it
      await expect(watched.invoke('open-mail', input)).rejects.toMatchObject({ name: 'Paced' });
    } finally {
      watched.stop();
    }
  });

  it('a mail of the same name as another, but with other words, is laid beside it', async () => {
    const mail = readFileSync('test/fixtures/mail/10-certificate-missing.eml', 'latin1');
    await office.put('inbound/other', Buffer.from(mail.replace(/^Subject: /m, 'Subject: Once more: '), 'latin1'));
    const { input } = await office.received('inbound/other', '2026-12-04T15:00:00Z');
    await office.lambdas.invoke('open-mail', input);
    await office.lambdas.invoke('leave-file-unread', { ...input, fileId: 'file_0001' });
    await office.lambdas.invoke('read-text', { ...input, fileId: 'file_0002' });
    await office.walk(input);
  });

  it.each([
    ['a paper', 'document', fileIdOf(1)],
    ['a mail as it came', 'raw', 'mail'],
  ] as const)('%s leaves by a link of the desk', async (name, kept, what) => {
    const fileKey = await openS3FileStore('records', office.s3).put(kept, Buffer.from(`%PDF-1.4 ${name}`));
    const [secret, now] = [randomSecrets.next(), new Date()];
    const validUntil = new Date(now.getTime() + 60_000).toISOString();
    const given = { submissionId: submissionIdFor(1), what, fileKey, name: 'paper.pdf', staffId: ann, validUntil };
    await putDownload(office.records(), secret, given, now.toISOString());
    const answer = await office.lambdas.invoke('originals', aGet(`/file?link=${secret}`));
    expect(answer).toMatchObject({ statusCode: 200 });
  });

  it('a report about a letter that we never wrote stops nothing', async () => {
    const report = [
      'From: MAILER-DAEMON@evil.example',
      'Subject: Undeliverable',
      'Message-ID: <b3@evil.example>',
      'Date: Tue, 1 Dec 2026 10:02:00 -0600',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="R"',
      '',
      '--R',
      'Content-Type: message/delivery-status',
      '',
      'Final-Recipient: rfc822; somebody@example.com',
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--R',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <reminder.${'0'.repeat(40)}@peerprograms.example.org>`,
      '--R--',
      '',
    ];
    await office.put('inbound/report', Buffer.from(report.join('\r\n')));
    const { input } = await office.received('inbound/report', '2026-12-05T15:00:00Z');
    await office.lambdas.invoke('open-mail', input);
  });

  it('a case that was filed, and then met a fault, is laid before a person', async () => {
    const { input } = await office.receive('inbound/later', '29-only-a-letter.eml', '2026-12-05T15:00:00Z');
    await office.walk(input);
    await office.lambdas.invoke('set-aside', { ...input, fault: 'GiveUp' });
    expect(await findReview(office.records(), input.submissionId)).toMatchObject({ state: 'open' });
  });

  it('a letter about a year that nobody resolved is not sent', async () => {
    const [from, until] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const to = 'nobody@example.org';
    await putSpecialist(office.records(), aSpecialist({ specialistId: 'RPSS-9001', email: to }));
    const letter = aLetter({
      specialistId: 'RPSS-9001',
      to,
      resolution: 1,
      hours: [{ from: from ?? '', until: until ?? '' }],
    });
    await office.records().write([letterWrite(letter, null)]);
    await office.lambdas.invoke('send-waiting', {});
    expect((await findLetter(office.records(), letter))?.letter.state).not.toBe('sent');
  });

  it('the night looks at everybody whom a mail was about, and a second start of it lists what the first has walked', async () => {
    await nightOf(office);
    const at = { day: '2026-12-07' };
    await office.lambdas.invoke('sweep-plan', { ...at, start: 'by-hand' });
    await office.lambdas.invoke('sweep-plan', { ...at, start: 'by-timer' });
    expect(await listTouchedMails(office.records())).toEqual([]);
  });

  it('the watchman asks the machine about a mail that is in work for twenty minutes', async () => {
    const time = new Date(Date.now() - 20 * 60_000).toISOString();
    const mail = readFileSync('test/fixtures/mail/29-only-a-letter.eml', 'latin1');
    await office.put(
      'inbound/slow',
      Buffer.from(mail.replace(/^Message-ID:.*$/im, 'Message-ID: <slow@x.example>'), 'latin1'),
    );
    await office.received('inbound/slow', time);
    await office.lambdas.invoke('watch', { nightly: false });
  });

  it('an item whose mail was cut off, and a mail that nobody began, are begun by whoever looks for them', async () => {
    const lying = { filedAt: null };
    const itemOf = { mail: submissionIdFor(901), number: 1, of: 1, unread: 0 };
    const [mail, item] = [aSubmission({ number: 901, ...lying }), aSubmission({ number: 902, ...lying, itemOf })];
    const before = Date.now() - 3_600_000;
    const receivedAt = new Date(before).toISOString();
    for (const one of [mail, item]) {
      const submission = { ...one, envelope: { ...one.envelope, receivedAt } };
      await office.records().write([submissionWrite(submission, 'absent')]);
    }
    await office.lambdas.invoke('start-decisions', {});
    const names = (await office.startedRuns()).map(({ name }) => name);
    expect(names).toContain(mail.runId);
    // moto says of every run that it goes on: the item is left to that of its mail
    expect(names).not.toContain(item.runId);
  });

  it('the night seals what was written, and a seal of the day that is another one is never written over', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date());
    const seal = { Bucket: 'seals', Key: `audit-heads/${day}.json` };
    await office.s3.send(new PutObjectCommand({ ...seal, Body: '{}' }));
    await expect(office.lambdas.invoke('seal-audit', {})).rejects.toMatchObject({ name: 'GiveUp' });
    await office.s3.send(new DeleteObjectCommand(seal));
    await office.lambdas.invoke('seal-audit', {});
    await office.lambdas.invoke('watch', { nightly: true });
  });

  it('ask AWS for what the list of asked rights says, line by line', async () => {
    await expect(askedInLines(office.asked)).toMatchFileSnapshot('./asked/rarer-ways.txt');
  });
});

/** Its plan, two of its segments and its report, as the machine calls them. */
async function nightOf({ lambdas }: OfficeOnAws): Promise<void> {
  const planned = plannedSchema.parse(await lambdas.invoke('sweep-plan', { day: '2026-12-06', start: 'by-hand' }));
  for (const segment of planned.segments) await lambdas.invoke('sweep-segment', segment);
  await lambdas.invoke('sweep-report', { runId: planned.runId });
}
const plannedSchema = z.object({
  runId: z.string(),
  segments: z.array(z.object({ runId: z.string(), segment: z.string() })),
});
