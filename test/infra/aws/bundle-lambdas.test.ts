import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { runIdOf } from '#shared/domain/ids.ts';
import { watchCodes } from '#shared/domain/watch.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { decisionWrite, findDecision } from '#shared/records/decision-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import { settleDefinition } from '#shared/workflow/settle.definition.ts';
import { machineSteps } from '#shared/workflow/steps.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { aGet, answerSchema } from './a-get.ts';
import { anOfficeOnAws, type OfficeOnAws } from './an-office-on-aws.ts';
import { askedInLines } from './asking-aws.ts';
import { queued } from './queued.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
beforeAll(async () => {
  await bundleLambdas(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!hasMoto)('the bundled Lambdas against an AWS-compatible server', () => {
  let office: OfficeOnAws;
  beforeAll(async () => {
    office = await anOfficeOnAws(folder);
  });
  afterAll(() => office?.stop());

  /** The machine that runs is the one deployed, with the bundled Lambdas behind its tasks. */
  const walk: OfficeOnAws['walk'] = (...given) => office.walk(...given);
  const invoke: OfficeOnAws['lambdas']['invoke'] = (...given) => office.lambdas.invoke(...given);
  const records = () => office.records();
  const receive: OfficeOnAws['receive'] = (...given) => office.receive(...given);

  it('load the registers that an officer laid into the bucket', async () => {
    await office.putFile('registers/roster-2026.csv', 'test/fixtures/roster.csv');
    await office.putFile('registers/approved-trainings.csv', 'test/fixtures/approved-trainings.csv');

    const roster = await invoke('load-registers', queued('registers/roster-2026.csv', '2026-11-01T00:00:00Z'));
    const approved = await invoke('load-registers', queued('registers/approved-trainings.csv', '2026-11-01T00:00:00Z'));

    expect(roster).toEqual({ batchItemFailures: [] });
    expect(approved).toEqual({ batchItemFailures: [] });
    const { Count } = await office.table.send(new ScanCommand({ TableName: 'records' }));
    expect(Count).toBeGreaterThan(10);
  });

  it('give a register of an unknown name back to the queue', async () => {
    await office.putFile('registers/holidays.csv', 'test/fixtures/roster.csv');

    const answer = await invoke('load-registers', queued('registers/holidays.csv', '2026-11-01T00:00:00Z'));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  it('take a mail from the bucket to the decision that one machine makes of it, and answer it', async () => {
    const file = '01-fillable-form.eml';
    const run = await receive('inbound/ses0001', file, '2026-11-30T15:14:22Z');
    const walked = await walk(run.input);

    expect(run.name).toBe(run.input.runId);
    expect(walked.slice(0, 2)).toEqual(['OpenMail', 'ReadText']);
    expect(walked.slice(-2)).toEqual(['TellSender', 'FileSubmission']);
    const found = await findSubmission(records(), run.input.submissionId);
    const { outcome, reasons } = onOneMachine(file);
    expect(found?.submission).toMatchObject({
      state: 'decided',
      outcome,
      reasons,
      envelope: { receivedAt: '2026-11-30T15:14:22.000Z' },
    });
    const told = await findAnswer(records(), run.input.submissionId);
    expect(told?.answer.state).toBe('sent');
    const raw = await office.s3.send(new GetObjectCommand({ Bucket: 'records', Key: found?.submission.rawKey ?? '' }));
    expect(await raw.Body?.transformToByteArray()).toEqual(new Uint8Array(readFileSync(`test/fixtures/mail/${file}`)));
  });

  it('carry out what a person decided, by the settle machine, and write one letter', async () => {
    const run = await receive('inbound/ses0003', '09-ethics-a-quarter-hour-short.eml', '2026-12-02T15:00:00Z');
    await walk(run.input);
    const { submissionId } = run.input;
    const runId = runIdOf(submissionId, 2);
    const letter = { subject: 'One question', text: 'Please send the certificate.' };
    const decision = aDecision({ submissionId, runId, action: 'ask-sender', letter });
    await records().write([decisionWrite(decision, null)]);
    expect(await invoke('start-decisions', {})).toMatchObject({ started: 1 });
    const input = { submissionId, runId, takesEffectAt: decision.takesEffectAt };
    const walked = await walk(input, settleDefinition);
    expect(walked).toEqual(['SettleDecision', 'ApplyRules', 'TellSender', 'FileSubmission']);
    const told = await findAnswer(records(), submissionId, decision.number);
    expect(told?.answer).toMatchObject({ state: 'sent', ...letter });
    const kept = await findDecision(records(), submissionId, decision.number);
    expect(kept?.decision).toMatchObject({ state: 'in-effect', settledAt: expect.any(String) });
  });

  it('look after all of it: the watchman asks the tables, the files and the machine, and finds nothing of these missing', async () => {
    expect(await invoke('watch', { nightly: true })).toEqual({ checks: watchCodes.length });
    const report = await findWatchReport(records());
    expect(report?.checks.filter(({ inWords }) => inWords.includes('could not be looked at'))).toEqual([]);
  });

  it('send the canary to our own inbox, and miss it when it did not arrive', async () => {
    expect(await invoke('canary', {})).toEqual({ fate: null, packet: null });
    expect(await invoke('canary', {})).toEqual({ fate: 'lost', packet: 'on-its-way' });
  });

  it('start nothing when the same mail is announced again', async () => {
    const before = await office.startedRuns();

    const answer = await invoke('receive', queued('inbound/ses0001', '2026-11-30T15:14:22Z'));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await office.startedRuns()).toHaveLength(before.length);
  });

  it('set a mail aside, with a task for a person, when a step gave up', async () => {
    const run = await receive('inbound/ses0002', '10-certificate-missing.eml', '2026-12-01T15:00:00Z');
    const { submissionId, runId } = run.input;

    await invoke('set-aside', { submissionId, runId, fault: 'GiveUp' });

    expect(await findReview(records(), submissionId)).not.toBeNull();
    expect((await findSubmission(records(), submissionId))?.submission.state).toBe('set-aside');
  });

  it('say by a name the machine knows that there is no such mail', async () => {
    const input = { submissionId: `sub_${'0'.repeat(26)}`, runId: `run_${'0'.repeat(26)}_1` };

    for (const name of ['open-mail', 'match-person', 'apply-rules', 'open-review', 'tell-sender', 'file-submission']) {
      await expect(invoke(name, input), name).rejects.toMatchObject({ name: 'GiveUp' });
    }
    for (const name of ['read-text', 'sort-documents', 'read-fields', 'leave-file-unread']) {
      await expect(invoke(name, { ...input, fileId: 'file_0001' }), name).rejects.toMatchObject({
        name: 'GiveUp',
      });
    }
  });

  it('take nothing that has not the form of their step', async () => {
    for (const { folder: name } of machineSteps) {
      await expect(invoke(name, { submissionId: '../../etc' }), name).rejects.toMatchObject({
        name: 'ZodError',
      });
    }
  });

  it('show nobody the queue who is not signed in, through the gateway', async () => {
    const answer = answerSchema.parse(await invoke('console', aGet('/')));
    const style = answerSchema.parse(await invoke('console', aGet('/assets/uswds.css')));

    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/sign-in');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).not.toContain('LA-2026-');
    expect(style.statusCode).toBe(200);
  });

  it('ask AWS for what the list of asked rights says, line by line: permissions.test.ts holds it against what they are granted', async () => {
    await expect(askedInLines(office.asked)).toMatchFileSnapshot('./asked/one-office.txt');
  });
});

/** What `npm run intake` prints for a mail of the fixtures. */
function onOneMachine(file: string): { outcome: string; reasons: unknown[] } {
  const registers = ['--roster', 'test/fixtures/roster.csv', '--approved', 'test/fixtures/approved-trainings.csv'];
  const printed = execFileSync(
    process.execPath,
    ['infra/local/intake.ts', '--json', ...registers, `test/fixtures/mail/${file}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return z.object({ outcome: z.string(), reasons: z.array(z.unknown()) }).parse(JSON.parse(printed));
}
