import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeSecond } from '#functions/desk/second.ts';
import { rebuildStore } from '#infra/local/rebuild/rebuild-store.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';
import { ann, ben } from '#test/builders/staff.ts';

const names = ['01-fillable-form', '10-certificate-missing', '22-two-people-of-similar-name', '27-same-files-again'];
const policy = { undoSeconds: 60, secondShare: 0 };
let now = Date.parse('2026-12-20T15:00:00.000Z');
const clock = {
  now: () => {
    now += 10;
    return new Date(now).toISOString();
  },
};
const moveTo = (instant: string) => {
  now = Math.max(now, Date.parse(instant));
  return 0;
};
let office: Office;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
  office = await anOfficeWithMails(names, undefined, { clock, millisecondsUntil: moveTo });
  await office.take(readFileSync(`test/fixtures/mail/${names[0]}.eml`));
  now += 3_600_000;
  await correctAndDecide(office.mails.get('22-two-people-of-similar-name'));
  await office.runner.idle();
}, 60_000);
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

/** A reviewer corrects a paper, then says that the mail is for another office; a second person agrees. */
async function correctAndDecide(id: SubmissionId | undefined) {
  if (id === undefined) throw new Error('that mail did not come');
  const { records, runner, programme } = office;
  const ports = { records, clock };
  const desk = { ...ports, runner, policy, whatIf: makeWhatIf({ ...ports, programme }) };
  await makeLeases(ports).claim(id, ann);
  const given = async () => ({
    submissionId: id,
    who: ann,
    version: (await findSubmission(records, id))?.version ?? 0,
  });
  const changes = [{ what: 'confirmed', document: 0 }];
  expect((await makeCorrect(ports)({ ...(await given()), changes })).answer).toBe('done');
  const order = { action: 'not-ours', rulings: noRulings, letter: null, reason: 'It is for another office.' };
  expect(await makeDecide(desk)({ ...(await given()), ...order })).toMatchObject({ answer: 'done' });
  now += 60_000;
  expect(await makeSecond(desk).confirm({ submissionId: id, number: 1, who: ben })).toMatchObject({ answer: 'done' });
}

const rebuilt = (into: string) =>
  rebuildStore({
    ...{ from: office.folder, into: join(folder, into), log: { info: () => undefined, error: () => undefined } },
    ...{ programmeFolder: 'shared/rules/programmes/louisiana-rpss', mailFrom: 'ce@office.example' },
    ...{ textReader: 'none' as const, secondReader: 'none' as const, readers: 1 },
  });

describe('a store that is rebuilt from its raw mails and from what people said', () => {
  test('B272: has the same mails, references, outcomes, letters, corrections, decisions and years, and a whole audit trail', async () => {
    const { mails, said, differences } = await rebuilt('new');
    expect(differences).toEqual([]);
    expect([mails, said]).toEqual([5, 3]);
    const records = openSqliteRecordStore(join(folder, 'new', 'records.sqlite'));
    const id = office.mails.get('22-two-people-of-similar-name');
    if (id === undefined) throw new Error('that mail did not come');
    const [{ decision } = { decision: null }] = await listDecisions(records, id);
    expect(decision).toMatchObject({ by: ann, action: 'not-ours', state: 'in-effect', second: { by: ben } });
    expect((await findSubmission(records, id))?.submission.outcome).toBe('not-a-submission');
    expect(
      await verifyAudit({ records, heads: openFolderAuditHeads(join(folder, 'new', 'audit-heads')) }),
    ).toMatchObject({ faults: [] });
    records.close();
  }, 60_000);

  test('differs from one in which somebody wrote over a row, and the command names it and ends with 1', async () => {
    const id = office.mails.get('01-fillable-form');
    const found = id === undefined ? null : await findSubmission(office.records, id);
    if (found === null) throw new Error('that mail did not come');
    const { submission, version } = found;
    await office.records.write([submissionWrite({ ...submission, outcome: 'needs-sender' }, { version })]);
    await office.records.write([{ put: { pk: 'NOTES', sk: 'one', body: {} }, expect: 'absent' }]);
    const command = ['infra/local/rebuild/rebuild.ts', '--data', office.folder, '--into', join(folder, 'other')];
    const ended = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      env: { ...process.env, TEXT_READER: 'none', SECOND_READER: 'none', MAIL_FROM: 'ce@office.example' },
    });
    expect(ended.stdout).toMatch(/^outcome: 1 differ$/m);
    expect(ended.stdout).toContain(`${submission.submissionId}  was {"outcome":"needs-sender"`);
    expect(ended.stdout).toContain('NOTES  1 in the old store only');
    expect(ended.stdout).toContain('\n2 differences.');
    expect(ended.status).toBe(1);
    const again = spawnSync(process.execPath, command, { encoding: 'utf8' });
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  }, 60_000);
});
