import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { judgementWrite } from '#shared/records/judgement-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { certificate, dana, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  await putSpecialist(records, dana);
  await putSpecialist(records, { ...dana, specialistId: 'RPSS-2', legalName: 'Ruth Doe', email: 'ruth@example.org' });
});
afterEach(() => records.close());

const unverified: Reason = { code: 'sender-unverified', text: 'This came from another address.' };

async function letterTo(submission: Submission): Promise<string> {
  const sent: string[] = [];
  const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
  const clock = { now: () => '2026-12-01T15:00:10.000Z' };
  const mailSender = { send: async ({ text }: { text: string }) => void sent.push(text) };
  await records.write([submissionWrite(submission, 'any')]);
  const tellSender = makeTellSender({ records, clock, programme, mailSender, mailFrom: 'ce@office.example' });
  await tellSender({ submissionId: submission.submissionId, runId: submission.runId });
  return sent.join('\n');
}

describe('what somebody hears who is not who the papers are about', () => {
  test('sending a colleague’s papers twice tells nothing about the colleague', async () => {
    const mail = aMail({ from: 'ruth@example.org', authentication: 'pass' });
    const first = aSubmission({ number: 1, mail, outcome: 'needs-review', reasons: [unverified] });
    const judgement = await judged({ documents: [report([row(ethics)]), certificate(ethics)] });
    await records.write([submissionWrite(first, 'any'), judgementWrite(first.submissionId, judgement)]);
    const again = aSubmission({ number: 2, mail, outcome: 'duplicate', duplicateOf: submissionIdFor(1) });
    const letter = await letterTo(again);
    expect(letter).toContain('LA-2026-000001');
    expect(letter).not.toMatch(/Boundaries|hours|certificate/i);
  });

  test('a link from a stranger is answered with what to do about links and nothing else', async () => {
    const link: Reason = { code: 'link-instead-of-file', text: 'You sent a link.' };
    const reasons: Reason[] = [link, { code: 'identity-ambiguous', text: 'Several people could be meant.' }];
    const mail = aMail({ from: 'stranger@example.org', authentication: 'pass' });
    const letter = await letterTo(aSubmission({ mail, outcome: 'needs-review', reasons }));
    expect(letter).toContain('attach');
    expect(letter).not.toMatch(/first training|record/i);
  });
});
