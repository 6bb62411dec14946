import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { openStepFunctionsRuns } from '#shared/adapters/aws/step-functions-runs.ts';
import { runIdOf, submissionIdSchema } from '#shared/domain/ids.ts';
import { type Answer, answeringServer } from '#test/contracts/answering-server.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { runWatcherContract, workflowRunnerContract } from '#test/contracts/workflow-runner.contract.ts';

const runId = runIdOf(submissionIdSchema.parse('sub_01m811hy8xf02xqqqb4d7rr112'), 9);
const nowhere = 'arn:aws:states:us-east-1:123456789012:stateMachine:nowhere';

describe.skipIf(!hasMoto)('the Step Functions runner, against moto', () => {
  let moto: Moto;
  let client: SFNClient;
  let intake = '';
  beforeAll(async () => {
    moto = await startMoto();
    client = new SFNClient(clientOf(moto.endpoint));
    const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
    const roleArn = 'arn:aws:iam::123456789012:role/machine';
    const made = await client.send(
      new CreateStateMachineCommand({ name: 'intake', definition: JSON.stringify(definition), roleArn }),
    );
    intake = made.stateMachineArn ?? '';
  });
  afterAll(() => moto?.stop());

  async function inputsOf(name: string): Promise<unknown[]> {
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn: intake }));
    const named = executions.filter((execution) => execution.name === name);
    return Promise.all(
      named.map(async ({ executionArn }) => {
        const { input = '' } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return JSON.parse(input);
      }),
    );
  }

  workflowRunnerContract(async () => ({ runner: openStepFunctionsRunner({ intake }, client), inputsOf }));

  // moto ends no run by itself
  runWatcherContract(async () => ({
    watcher: openStepFunctionsRuns({ intake }, client),
    goOn: async (going) => {
      await openStepFunctionsRunner({ intake }, client).start('intake', going, { runId: going });
      const executionArn = `${intake.replace(':stateMachine:', ':execution:')}:${going}`;
      return { end: async () => void (await client.send(new StopExecutionCommand({ executionArn }))) };
    },
  }));

  it('gives up on a machine that is not there', async () => {
    const runner = openStepFunctionsRunner({ intake: nowhere }, client);
    await expect(runner.start('intake', runId, {})).rejects.toMatchObject({ name: 'GiveUp' });
  });
});

describe('what Step Functions says, and what the runner makes of it', () => {
  const start = async (answer: Answer | 'hang up') => {
    const server = await answeringServer(() => answer);
    const runner = openStepFunctionsRunner({ intake: nowhere }, new SFNClient(clientOf(server.endpoint)));
    const fault = await runner.start('intake', runId, { runId }).catch((error: unknown) => error);
    await server.close();
    return { fault, request: server.requests[0] };
  };

  it('B239: a name that ran before is a start', async () => {
    const { fault, request } = await start({ status: 400, body: { __type: 'ExecutionAlreadyExists' } });
    expect(fault).toBeUndefined();
    expect(request).toEqual({ stateMachineArn: nowhere, name: runId, input: JSON.stringify({ runId }) });
  });

  it.each([
    ['ThrottlingException', 400, 'Paced'],
    ['ExecutionLimitExceeded', 400, 'Paced'],
    ['KmsThrottlingException', 400, 'Paced'],
    ['ServiceUnavailable', 503, 'TryAgain'],
    ['InvalidArn', 400, 'GiveUp'],
    ['InvalidExecutionInput', 400, 'GiveUp'],
    ['AccessDeniedException', 400, 'GiveUp'],
  ])('%s (%i) is %s', async (type, status, name) => {
    expect((await start({ status, body: { __type: type } })).fault).toMatchObject({ name });
  });

  it('no answer is a reason to try again', async () => {
    expect((await start('hang up')).fault).toMatchObject({ name: 'TryAgain' });
  });
});
