import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { faultInputSchema } from '#shared/workflow/steps.ts';
import { makeSetAside } from './set-aside.ts';

const settings = readLambdaSettings(['TABLE_NAME']);
const step = overItsRows(makeSetAside, { records: openDynamoRecordStore(settings.TABLE_NAME), clock: lambdaClock });

export const handler = plainHandler(async (event: unknown) => step(faultInputSchema.parse(event)));
