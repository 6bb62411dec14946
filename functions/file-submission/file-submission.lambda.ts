import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLambdaSettings } from '#shared/config/settings.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { makeFileSubmission } from './file-submission.ts';

const settings = readLambdaSettings(['TABLE_NAME']);
const records = openDynamoRecordStore(settings.TABLE_NAME);
const step = makeFileSubmission({ records, clock: lambdaClock, blindSample: office.blindSample });

export const handler = plainHandler(async (event: unknown) => step(runInputSchema.parse(event)));
