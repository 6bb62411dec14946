import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeStartDecisions } from './start-decisions.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'STATE_MACHINE_ARN', 'SETTLE_MACHINE_ARN']);
const startDecisions = makeStartDecisions({
  records: openDynamoRecordStore(settings.TABLE_NAME),
  runner: openStepFunctionsRunner({ intake: settings.STATE_MACHINE_ARN, settle: settings.SETTLE_MACHINE_ARN }),
});

export const handler = plainHandler(async () => startDecisions());
