import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { makeStartDecisions } from './start-decisions.ts';

const { TABLE_NAME, SETTLE_MACHINE_ARN } = readLambdaSettings(['TABLE_NAME', 'SETTLE_MACHINE_ARN']);
const startDecisions = makeStartDecisions({
  records: openDynamoRecordStore(TABLE_NAME),
  runner: openStepFunctionsRunner({ settle: SETTLE_MACHINE_ARN }),
});

export const handler = async () => startDecisions();
