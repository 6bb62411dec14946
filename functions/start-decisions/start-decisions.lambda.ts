import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { openStepFunctionsRuns } from '#shared/adapters/aws/step-functions-runs.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeStartDecisions } from './start-decisions.ts';
import { makeStartLost } from './start-lost.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'STATE_MACHINE_ARN', 'SETTLE_MACHINE_ARN']);
const records = openDynamoRecordStore(settings.TABLE_NAME);
const machines = { intake: settings.STATE_MACHINE_ARN, settle: settings.SETTLE_MACHINE_ARN };
const runner = openStepFunctionsRunner(machines);
const startDecisions = makeStartDecisions({ records, runner });
const startLost = makeStartLost({ records, runner, runs: openStepFunctionsRuns(machines), clock: lambdaClock });

export const handler = plainHandler(async () => {
  const { started } = await startDecisions();
  return { started, ...(await startLost()) };
});
