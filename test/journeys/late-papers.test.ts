import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeResolveStanding } from '#functions/desk/resolve-standing.ts';
import { makeLoadRegisters } from '#functions/load-registers/load-registers.ts';
import { composeLocal, type LocalParts } from '#infra/local/compose.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findStanding, standingWrite } from '#shared/records/standing-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { listTouchedMails } from '#shared/records/touched-records.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { ann, ben } from '#test/builders/staff.ts';

const office = 'peer.reports@peerprograms.example.org';
const adele = { id: 'RPSS-2003', address: 'adele.thibodeaux@mail.example.com' };
const about = { specialistId: adele.id, year: 2026 };
let now = '2027-02-01T16:00:00.000Z';
const clock = { now: () => now };
const log = { info: () => undefined, error: () => undefined };
let folder = '';
let parts: LocalParts;

const sweep = () => runSweep({ records: parts.records, clock, programme: parts.programme });
const standing = async () => {
  const found = await findStanding(parts.records, adele.id, 2026);
  if (!found) throw new Error('there is no standing');
  return found;
};
const desk = () => makeResolveStanding({ ...parts, clock, secrets: randomSecrets });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'late-'));
  const mailSender = openFolderMailSender(join(folder, 'outbox'), office);
  const options = { dataFolder: folder, programmeFolder: 'shared/rules/programmes/louisiana-rpss', mailFrom: office };
  const readers = { textReader: 'none', secondReader: 'none', readers: 1 } as const;
  parts = await composeLocal({ ...options, ...readers, mailSender, clock, log });
  const load = makeLoadRegisters({ records: parts.records });
  await load.loadRoster(await readFile('test/fixtures/roster.csv', 'utf8'));
  await load.loadApproved(await readFile('test/fixtures/approved-trainings.csv', 'utf8'));
  expect(await findSpecialist(parts.records, adele.id)).not.toBeNull();
  await parts.records.write([standingWrite(aStanding({ ...about, word: 'past-deadline-unresolved' }), null)]);
  await sweep();
  now = '2027-02-02T16:00:00.000Z';
  const { version } = await standing();
  const reason = 'No answer to three letters.';
  await desk().propose({ ...about, who: ann, version, action: 'inactive', until: '', reason });
  await desk().confirm({ ...about, who: ben, number: 1 });
}, 60_000);

afterAll(async () => {
  await parts.close();
  await rm(folder, { recursive: true });
});

describe('papers that come after a person was said not to remain active', () => {
  test('open a case for a person, though the machine would have accepted the same papers in time', async () => {
    expect((await standing()).standing.word).toBe('inactive');
    now = '2027-02-10T16:00:00.000Z';
    const envelope = { mailFrom: adele.address, recipients: [office], remoteAddress: null, receivedAt: now };
    const raw = await readFile('test/fixtures/mail/01-fillable-form.eml');
    const { submissionId } = await parts.receive({ envelope, raw });
    await parts.runner.idle();
    const found = await findSubmission(parts.records, submissionId);
    expect(found?.submission.outcome).toBe('needs-review');
    expect(found?.submission.reasons.map(({ text }) => text).join(' ')).toContain('after December 31, 2026');
    expect(await listTouchedMails(parts.records)).not.toEqual([]);
  }, 60_000);

  test('change the standing neither by themselves nor in the night: the night only writes down what came', async () => {
    expect((await standing()).standing.word).toBe('inactive');
    now = '2027-02-11T08:00:00.000Z';
    await sweep();
    const { standing: after } = await standing();
    expect(after).toMatchObject({ word: 'inactive', resolved: { word: 'inactive', by: ann } });
    expect(after.why.join(' ')).toContain('What is on record since says: One mail waits for a person.');
  });

  test('count once a named person lifts it', async () => {
    now = '2027-02-11T16:00:00.000Z';
    const { version } = await standing();
    const asked = { ...about, who: ann, version, action: 'lifted', until: '', reason: 'The papers came.' };
    expect(await desk().propose(asked)).toEqual({ answer: 'done' });
    expect((await standing()).standing).toMatchObject({ word: 'in-review', resolved: null });
  });
});
