import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { runIdOf } from '#shared/domain/ids.ts';
import { watchCodes } from '#shared/domain/watch.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { decisionWrite, findDecision } from '#shared/records/decision-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { settleDefinition } from '#shared/workflow/settle.definition.ts';
import { machineSteps, runInputSchema } from '#shared/workflow/steps.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { aGet, answerSchema } from './a-get.ts';
import { type AskingAws, askedInLines, askingAws } from './asking-aws.ts';
import { lambdaEnvironment } from './lambda-environment.ts';
import { queued } from './queued.ts';
import { type SomeLambdas, someLambdas } from './some-lambdas.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
beforeAll(async () => {
  await bundleLambdas(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const region = 'us-east-1';
const { MAIL_FROM: mailFrom } = lambdaEnvironment(folder);

describe.skipIf(!hasMoto)('the bundled Lambdas against an AWS-compatible server', () => {
  let moto: Moto;
  let aws: AskingAws;
  let lambdas: SomeLambdas;
  let s3: S3Client;
  let sfn: SFNClient;
  let stateMachineArn = '';
  const put = (key: string, file: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'records', Key: key, Body: readFileSync(file) }));
  const records = () => openDynamoRecordStore('records', table);
  let table: Awaited<ReturnType<typeof makeRecordsTable>>;

  beforeAll(async () => {
    moto = await startMoto();
    s3 = new S3Client(clientOf(moto.endpoint));
    sfn = new SFNClient(clientOf(moto.endpoint));
    table = await makeRecordsTable(moto.endpoint, 'records');
    for (const Bucket of ['records', 'seals'])
      await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    await new SESv2Client(clientOf(moto.endpoint)).send(new CreateEmailIdentityCommand({ EmailIdentity: mailFrom }));
    const made = await sfn.send(
      new CreateStateMachineCommand({
        name: 'intake',
        definition: JSON.stringify({ StartAt: 'End', States: { End: { Type: 'Succeed' } } }),
        roleArn: 'arn:aws:iam::123456789012:role/intake',
      }),
    );
    stateMachineArn = made.stateMachineArn ?? '';
    aws = await askingAws(moto.endpoint);
    lambdas = someLambdas(folder, {
      ...lambdaEnvironment(folder),
      ...{ AWS_ENDPOINT_URL: aws.endpoint, STATE_MACHINE_ARN: stateMachineArn, SETTLE_MACHINE_ARN: stateMachineArn },
    });
  });
  afterAll(() => {
    lambdas?.stop();
    aws?.stop();
    moto?.stop();
  });

  /** What Step Functions was asked to run. */
  async function startedRuns() {
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    const described = executions.map(async ({ executionArn, name }) => {
      const { input = '' } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      return { name, input: runInputSchema.parse(JSON.parse(input)) };
    });
    return Promise.all(described);
  }

  /** The run that a new mail of the fixtures starts. */
  async function receive(key: string, file: string, time: string) {
    await put(key, `test/fixtures/mail/${file}`);
    const known = new Set((await startedRuns()).map(({ name }) => name));
    const answer = await lambdas.invoke('receive', queued(key, time));
    const run = (await startedRuns()).find(({ name }) => !known.has(name));
    if (!run) throw new Error(`no run was started: ${JSON.stringify(answer)}`);
    return run;
  }

  /** Walks the deployed definition, with the bundled Lambdas behind its tasks. */
  async function walk(input: object, definition: object = intakeDefinition): Promise<string[]> {
    const walked: string[] = [];
    const arn = (state: string) => `arn:aws:lambda:${region}:000000000000:function:${state}`;
    const text = JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (_all, state) => arn(state));
    const handlers = machineSteps.map(({ state, folder: name }) => [
      state,
      async (event: unknown) => {
        walked.push(state);
        return lambdas.invoke(name, event);
      },
    ]);
    const machine = new StateMachine(JSON.parse(text));
    await machine.run({ ...input }, { overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) } }).result;
    return walked;
  }

  it('load the registers that an officer laid into the bucket', async () => {
    await put('registers/roster-2026.csv', 'test/fixtures/roster.csv');
    await put('registers/approved-trainings.csv', 'test/fixtures/approved-trainings.csv');

    const roster = await lambdas.invoke('load-registers', queued('registers/roster-2026.csv', '2026-11-01T00:00:00Z'));
    const approved = await lambdas.invoke(
      'load-registers',
      queued('registers/approved-trainings.csv', '2026-11-01T00:00:00Z'),
    );

    expect(roster).toEqual({ batchItemFailures: [] });
    expect(approved).toEqual({ batchItemFailures: [] });
    const { Count } = await table.send(new ScanCommand({ TableName: 'records' }));
    expect(Count).toBeGreaterThan(10);
  });

  it('give a register of an unknown name back to the queue', async () => {
    await put('registers/holidays.csv', 'test/fixtures/roster.csv');

    const answer = await lambdas.invoke('load-registers', queued('registers/holidays.csv', '2026-11-01T00:00:00Z'));

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
    const raw = await s3.send(new GetObjectCommand({ Bucket: 'records', Key: found?.submission.rawKey ?? '' }));
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
    expect(await lambdas.invoke('start-decisions', {})).toEqual({ started: 1 });
    const input = { submissionId, runId, takesEffectAt: decision.takesEffectAt };
    const walked = await walk(input, settleDefinition);
    expect(walked).toEqual(['SettleDecision', 'ApplyRules', 'TellSender', 'FileSubmission']);
    const told = await findAnswer(records(), submissionId, decision.number);
    expect(told?.answer).toMatchObject({ state: 'sent', ...letter });
    const kept = await findDecision(records(), submissionId, decision.number);
    expect(kept?.decision).toMatchObject({ state: 'in-effect', settledAt: expect.any(String) });
  });

  it('look after all of it: the watchman asks the tables, the files and the machine, and finds nothing of these missing', async () => {
    expect(await lambdas.invoke('watch', { nightly: true })).toEqual({ checks: watchCodes.length });
    const report = await findWatchReport(records());
    expect(report?.checks.filter(({ inWords }) => inWords.includes('could not be looked at'))).toEqual([]);
  });

  it('send the canary to our own inbox, and miss it when it did not arrive', async () => {
    expect(await lambdas.invoke('canary', {})).toEqual({ fate: null });
    expect(await lambdas.invoke('canary', {})).toEqual({ fate: 'lost' });
  });

  it('start nothing when the same mail is announced again', async () => {
    const before = await startedRuns();

    const answer = await lambdas.invoke('receive', queued('inbound/ses0001', '2026-11-30T15:14:22Z'));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await startedRuns()).toHaveLength(before.length);
  });

  it('set a mail aside, with a task for a person, when a step gave up', async () => {
    const run = await receive('inbound/ses0002', '10-certificate-missing.eml', '2026-12-01T15:00:00Z');
    const { submissionId, runId } = run.input;

    await lambdas.invoke('set-aside', { submissionId, runId, fault: 'GiveUp' });

    expect(await findReview(records(), submissionId)).not.toBeNull();
    expect((await findSubmission(records(), submissionId))?.submission.state).toBe('set-aside');
  });

  it('say by a name the machine knows that there is no such mail', async () => {
    const input = { submissionId: `sub_${'0'.repeat(26)}`, runId: `run_${'0'.repeat(26)}_1` };

    for (const name of ['open-mail', 'match-person', 'apply-rules', 'open-review', 'tell-sender', 'file-submission']) {
      await expect(lambdas.invoke(name, input), name).rejects.toMatchObject({ name: 'GiveUp' });
    }
    for (const name of ['read-text', 'sort-documents', 'read-fields', 'leave-file-unread']) {
      await expect(lambdas.invoke(name, { ...input, fileId: 'file_0001' }), name).rejects.toMatchObject({
        name: 'GiveUp',
      });
    }
  });

  it('take nothing that has not the form of their step', async () => {
    for (const { folder: name } of machineSteps) {
      await expect(lambdas.invoke(name, { submissionId: '../../etc' }), name).rejects.toMatchObject({
        name: 'ZodError',
      });
    }
  });

  it('show nobody the queue who is not signed in, through the gateway', async () => {
    const answer = answerSchema.parse(await lambdas.invoke('console', aGet('/')));
    const style = answerSchema.parse(await lambdas.invoke('console', aGet('/assets/uswds.css')));

    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/sign-in');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).not.toContain('LA-2026-');
    expect(style.statusCode).toBe(200);
  });

  it('ask AWS for what the list of asked rights says, line by line: permissions.test.ts holds it against what they are granted', async () => {
    await expect(askedInLines(aws.asked)).toMatchFileSnapshot('./asked/one-office.txt');
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
