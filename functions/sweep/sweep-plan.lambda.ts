import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { sweepPlanInputSchema } from '#shared/workflow/steps.ts';
import { makeSweepPlan } from './sweep-plan.ts';

const { TABLE_NAME, PROGRAMME_FOLDER } = readLambdaSettings(['TABLE_NAME', 'PROGRAMME_FOLDER']);
const step = makeSweepPlan({
  records: openDynamoRecordStore(TABLE_NAME),
  clock: lambdaClock,
  programme: readProgramme(readBundlePages(PROGRAMME_FOLDER)),
});

export const handler = plainHandler(async (event: unknown) => step(sweepPlanInputSchema.parse(event)));
