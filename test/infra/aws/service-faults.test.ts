import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { CreateStateMachineCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findReadingCost } from '#shared/records/reading-budget.ts';
import { listOpenSubmissions } from '#shared/records/submission-records.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { intakeSteps, type RunInput } from '#shared/workflow/steps.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { aFaultyFront, type FaultyFront, type Said, throttled } from './a-faulty-front.ts';
import { lambdaEnvironment } from './lambda-environment.ts';
import { queued } from './queued.ts';
import { type SomeLambdas, someLambdas } from './some-lambdas.ts';

const folder = mkdtempSync(join(tmpdir(), 'service-faults-'));
const read = readFileSync('test/fixtures/textract/form.json', 'utf8');
const start = 'AWSStepFunctions.StartExecution';
const detect = 'Textract.DetectDocumentText';
/** The SDK asks three times by itself before it says what it was told. */
const asksOfTheSdk = 3;

describe.skipIf(!hasMoto)('the bundled Lambdas, where a service holds them back', () => {
  let moto: Moto;
  let front: FaultyFront;
  let environment: Record<string, string>;
  let lambdas: SomeLambdas;
  let records: RecordStore;
  let s3: S3Client;
  let sfn: SFNClient;
  let sqs: SQSClient;
  let stateMachineArn = '';
  let QueueUrl = '';
  let silence = Promise.withResolvers<'silence'>();
  const isDone = { batchItemFailures: [] };
  const runs = async () => (await sfn.send(new ListExecutionsCommand({ stateMachineArn }))).executions ?? [];
  const put = (Key: string, file: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'records', Key, Body: readFileSync(`test/fixtures/mail/${file}`) }));

  beforeAll(async () => {
    const names = ['receive', ...intakeSteps.map(({ folder: name }) => name)];
    await bundleLambdas(folder, (name) => names.includes(name));
    moto = await startMoto();
    front = await aFaultyFront(moto.endpoint);
    s3 = new S3Client(clientOf(moto.endpoint));
    sfn = new SFNClient(clientOf(moto.endpoint));
    sqs = new SQSClient(clientOf(moto.endpoint));
    records = openDynamoRecordStore('records', await makeRecordsTable(moto.endpoint, 'records'));
    const EmailIdentity = lambdaEnvironment(folder).MAIL_FROM;
    await new SESv2Client(clientOf(moto.endpoint)).send(new CreateEmailIdentityCommand({ EmailIdentity }));
    await s3.send(new CreateBucketCommand({ Bucket: 'records', ObjectLockEnabledForBucket: true }));
    QueueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: 'mails' }))).QueueUrl ?? '';
    const definition = JSON.stringify({ StartAt: 'End', States: { End: { Type: 'Succeed' } } });
    const roleArn = 'arn:aws:iam::123456789012:role/intake';
    const made = await sfn.send(new CreateStateMachineCommand({ name: 'intake', definition, roleArn }));
    stateMachineArn = made.stateMachineArn ?? '';
    environment = {
      ...lambdaEnvironment(folder),
      ...{ AWS_ENDPOINT_URL: front.endpoint, STATE_MACHINE_ARN: stateMachineArn, QUEUE_URL: QueueUrl },
    };
    lambdas = someLambdas(folder, environment);
  });
  afterEach(() => front.follow(() => null));
  afterAll(() => {
    lambdas?.stop();
    front?.stop();
    moto?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** So many times the fault, then the service itself. */
  function failing(operation: string, faults: readonly Said[]): void {
    const left = [...faults];
    front.follow((asked) => (asked === operation ? (left.shift() ?? recordedOf(asked)) : recordedOf(asked)));
  }
  /** moto reads no page: what Textract said of a photo once. */
  const recordedOf = (asked: string): Said | null =>
    asked === detect ? { status: 200, body: JSON.parse(read) } : null;

  async function handedOut(): Promise<object[]> {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        ...{ QueueUrl, MessageAttributeNames: ['All'], VisibilityTimeout: 0 },
        // what an earlier mail of this file left there is no reason not to see this one
        MaxNumberOfMessages: 10,
      }),
    );
    return Messages.map(({ MessageId, Body, MessageAttributes = {} }) => ({
      ...{ messageId: MessageId, body: Body, attributes: { SentTimestamp: String(Date.now()) } },
      messageAttributes: Object.fromEntries(
        Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, { stringValue: StringValue }]),
      ),
    }));
  }

  async function newRun(key: string, file: string): Promise<RunInput> {
    await put(key, file);
    const before = new Set((await listOpenSubmissions(records)).submissions.map(({ submission }) => submission.runId));
    expect(await lambdas.invoke('receive', queued(key, '2026-12-08T15:00:00Z'))).toEqual(isDone);
    const { submissions } = await listOpenSubmissions(records);
    const [made] = submissions.map(({ submission }) => submission).filter(({ runId }) => !before.has(runId));
    if (!made) throw new Error('no mail was taken in');
    return { submissionId: made.submissionId, runId: made.runId };
  }

  /** The definition as it is deployed, without its pauses, one file after the other. */
  async function walk(input: RunInput): Promise<{ state: string; fault?: string }[]> {
    const walked: { state: string; fault?: string }[] = [];
    const text = JSON.stringify(intakeDefinition)
      .replace(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:1:function:$1')
      .replace('"MaxConcurrency":4', '"MaxConcurrency":1');
    const handlers = intakeSteps.map(({ state, folder: name }) => [
      state,
      async (event: unknown) => {
        try {
          const answer = await untilItsEnd(lambdas.invoke(name, event));
          walked.push({ state });
          return answer;
        } catch (error) {
          walked.push({ state, fault: error instanceof Error ? error.name : 'Error' });
          throw error;
        }
      },
    ]);
    const overrides = {
      taskResourceLocalHandlers: Object.fromEntries(handlers),
      retryIntervalOverrides: Object.fromEntries(intakeSteps.map(({ state }) => [state, 0])),
    };
    await new StateMachine(JSON.parse(text)).run({ ...input }, { overrides }).result;
    return walked;
  }

  /** A Lambda that waits for a service which keeps silent is ended, as AWS ends it when its time is over. */
  async function untilItsEnd(answer: Promise<unknown>): Promise<unknown> {
    const said = await Promise.race([answer, silence.promise]);
    if (said !== 'silence') return said;
    silence = Promise.withResolvers<'silence'>();
    lambdas.stop();
    lambdas = someLambdas(folder, environment);
    throw Object.assign(new Error('it was ended'), { name: 'Sandbox.Timedout' });
  }

  it('a mail whose run may not begin is kept, put back into its queue, and has one run when it comes again, however often', async () => {
    failing(
      start,
      [...Array(asksOfTheSdk)].map(() => throttled('ThrottlingException')),
    );
    await put('inbound/paced', '29-only-a-letter.eml');

    // done with, so that SQS counts no receive against it
    expect(await lambdas.invoke('receive', queued('inbound/paced', '2026-12-08T15:00:00Z'))).toEqual(isDone);
    expect(await runs()).toHaveLength(0);
    expect((await listOpenSubmissions(records)).submissions).toHaveLength(1);

    await expect.poll(handedOut, { timeout: 20_000, interval: 300 }).toHaveLength(1);
    const Records = await handedOut();
    expect(Records).toMatchObject([{ messageAttributes: { pacedTimes: { stringValue: '1' } } }]);
    for (let time = 0; time < 2; time += 1) expect(await lambdas.invoke('receive', { Records })).toEqual(isDone);
    expect(await runs()).toHaveLength(1);
    expect((await listOpenSubmissions(records)).submissions).toHaveLength(1);
  }, 40_000);

  it('a photo is read when Textract has said in each of its three ways that too many ask, and is counted once', async () => {
    const ways = ['ProvisionedThroughputExceededException', 'ThrottlingException', 'LimitExceededException'];
    const input = await newRun('inbound/throttled', '24-one-certificate-photographed.eml');
    failing(
      detect,
      ways.flatMap((way) => [...Array(asksOfTheSdk)].map(() => throttled(way))),
    );

    const walked = await walk(input);

    expect(walked.filter(({ fault }) => fault !== undefined)).toEqual(
      ways.map(() => ({ state: 'ReadText', fault: 'Paced' })),
    );
    expect(front.asked.filter((asked) => asked === detect)).toHaveLength(ways.length * asksOfTheSdk + 1);
    expect((await findReadingCost(records, input.submissionId)).microdollars).toBe(1500);
    const files = (await listFiles(records, input.submissionId)).map(({ file }) => file);
    expect(files.filter(({ readingKey, isDecoration }) => readingKey === null && !isDecoration)).toEqual([]);
    expect(walked.at(-1)).toEqual({ state: 'FileSubmission' });
  }, 60_000);

  it('where Textract takes a page and keeps silent, the Lambda is ended, tried once more, and the mail goes to a person', async () => {
    const input = await newRun('inbound/silent', '23-everything-scanned.eml');
    front.follow((asked) => {
      if (asked !== detect) return null;
      silence.resolve('silence');
      return 'never';
    });

    const walked = await walk(input);

    const ended = walked.filter(({ fault }) => fault !== undefined);
    const unread = walked.filter(({ state }) => state === 'LeaveFileUnread');
    expect(unread.length).toBeGreaterThan(3);
    expect(ended).toEqual([...Array(2 * unread.length)].map(() => ({ state: 'ReadText', fault: 'Sandbox.Timedout' })));
    expect(walked.map(({ state }) => state)).toContain('OpenReview');
    expect(walked.at(-1)).toEqual({ state: 'FileSubmission' });
  }, 120_000);

  it('B268: where a key is switched off, a mail is not lost: it waits in its queue, and is taken in when the key is back', async () => {
    await put('inbound/locked', '13-password-protected-pdf.eml');
    const noKey = { __type: 'AccessDeniedException', message: 'KMS key access denied error: the key is disabled' };
    const before = (await runs()).length;
    front.follow((asked) => (asked.startsWith('DynamoDB_') ? { status: 400, body: noKey } : null));

    expect(await lambdas.invoke('receive', queued('inbound/locked', '2026-12-08T15:00:00Z'))).toEqual(isDone);
    expect(await runs()).toHaveLength(before);
    front.follow(() => null);
    const isOfThis = async () =>
      (await handedOut()).filter((message) => JSON.stringify(message).includes('inbound/locked'));
    await expect.poll(isOfThis, { timeout: 60_000, interval: 300 }).toHaveLength(1);
    expect(await lambdas.invoke('receive', { Records: await isOfThis() })).toEqual(isDone);
    expect(await runs()).toHaveLength(before + 1);
  }, 90_000);

  it('where the table holds back and the connection breaks, the mail is taken in all the same, once', async () => {
    await put('inbound/broken', '28-out-of-office.eml');
    const before = (await runs()).length;
    const faults: Said[] = [throttled('ProvisionedThroughputExceededException'), 'hang up', { status: 500, body: {} }];
    failing('DynamoDB_20120810.TransactWriteItems', faults);

    const answers: unknown[] = [];
    for (let time = 0; time < 3; time += 1)
      answers.push(await lambdas.invoke('receive', queued('inbound/broken', '2026-12-08T15:00:00Z')));

    expect(answers.at(-1)).toEqual(isDone);
    expect(await runs()).toHaveLength(before + 1);
  }, 40_000);
});
