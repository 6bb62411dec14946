import { readFileSync } from 'node:fs';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { StateMachine } from 'aws-local-stepfunctions';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { canaryAddressOf } from '#shared/domain/canary-run.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { machineSteps, runInputSchema } from '#shared/workflow/steps.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { askingAws, type ReadWords } from './asking-aws.ts';
import { lambdaEnvironment } from './lambda-environment.ts';
import { queued } from './queued.ts';
import { someLambdas } from './some-lambdas.ts';

const nowhere = JSON.stringify({ StartAt: 'End', States: { End: { Type: 'Succeed' } } });
const arnOf = (state: string) => `arn:aws:lambda:us-east-1:000000000000:function:${state}`;

export type OfficeOnAws = Awaited<ReturnType<typeof anOfficeOnAws>>;

/** The bundles of `folder` over an empty account, with somebody between them who writes down what each of them asks for. */
export async function anOfficeOnAws(folder: string, read?: ReadWords) {
  const moto = await startMoto();
  const aws = await askingAws(moto.endpoint, read);
  const s3 = new S3Client(clientOf(moto.endpoint));
  const sfn = new SFNClient(clientOf(moto.endpoint));
  const table = await makeRecordsTable(moto.endpoint, 'records');
  for (const Bucket of ['records', 'seals'])
    await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  const { MAIL_FROM, MAIL_RECIPIENTS } = lambdaEnvironment(folder);
  const ses = new SESv2Client(clientOf(moto.endpoint));
  for (const EmailIdentity of [MAIL_FROM, canaryAddressOf(MAIL_RECIPIENTS)])
    await ses.send(new CreateEmailIdentityCommand({ EmailIdentity }));
  const roleArn = 'arn:aws:iam::123456789012:role/intake';
  const made = await sfn.send(new CreateStateMachineCommand({ name: 'intake', definition: nowhere, roleArn }));
  const stateMachineArn = made.stateMachineArn ?? '';
  const arns = { STATE_MACHINE_ARN: stateMachineArn, SETTLE_MACHINE_ARN: stateMachineArn };
  const environment = { ...lambdaEnvironment(folder), AWS_ENDPOINT_URL: aws.endpoint, ...arns };
  const lambdas = someLambdas(folder, environment);

  /** What Step Functions was asked to run. */
  async function startedRuns() {
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    const described = executions.map(async ({ executionArn, name }) => {
      const { input = '' } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      return { name, input: runInputSchema.parse(JSON.parse(input)) };
    });
    return Promise.all(described);
  }
  const put = (Key: string, Body: Uint8Array) => s3.send(new PutObjectCommand({ Bucket: 'records', Key, Body }));

  /** The run that an object of the bucket starts when it is announced. */
  async function received(key: string, time: string) {
    const known = new Set((await startedRuns()).map(({ name }) => name));
    const answer = await lambdas.invoke('receive', queued(key, time));
    const run = (await startedRuns()).find(({ name }) => !known.has(name));
    if (!run) throw new Error(`no run was started: ${JSON.stringify(answer)}`);
    return run;
  }

  return {
    ...{ lambdas, environment, s3, table, asked: aws.asked, sent: aws.sent },
    records: () => openDynamoRecordStore('records', table),
    put,
    startedRuns,
    putFile: (key: string, file: string) => put(key, readFileSync(file)),
    received,
    /** The run that a new mail of the fixtures starts. */
    async receive(key: string, file: string, time: string) {
      await put(key, readFileSync(`test/fixtures/mail/${file}`));
      return received(key, time);
    },
    /** Walks the deployed definition, with the bundled Lambdas behind its tasks. */
    async walk(input: object, definition: object = intakeDefinition): Promise<string[]> {
      const walked: string[] = [];
      const text = JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (_all, state) => arnOf(state));
      const handlers = machineSteps.map(({ state, folder: name }) => [
        state,
        async (event: unknown) => {
          walked.push(state);
          return lambdas.invoke(name, event);
        },
      ]);
      const overrides = { taskResourceLocalHandlers: Object.fromEntries(handlers) };
      await new StateMachine(JSON.parse(text)).run({ ...input }, { overrides }).result;
      return walked;
    },
    stop(): void {
      lambdas.stop();
      aws.stop();
      moto.stop();
    },
  };
}
