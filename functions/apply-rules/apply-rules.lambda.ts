import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { makeApplyRules } from './apply-rules.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'PROGRAMME_FOLDER']);
const programme = readProgramme(readBundlePages(settings.PROGRAMME_FOLDER));
const records = openDynamoRecordStore(settings.TABLE_NAME);
const step = overItsRows(makeApplyRules, { records, clock: lambdaClock, programme });

export const handler = plainHandler(async (event: unknown) => step(runInputSchema.parse(event)));
