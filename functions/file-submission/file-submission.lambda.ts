import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLambdaSettings } from '#shared/config/settings.ts';
import { microdollarsOf } from '#shared/domain/price.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { makeFileSubmission } from './file-submission.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'METRICS_NAMESPACE', 'COST_BESIDE_READING']);
const records = openDynamoRecordStore(settings.TABLE_NAME);
const costFigures = {
  metrics: makeMetrics({ namespace: settings.METRICS_NAMESPACE }),
  besideReading: microdollarsOf(settings.COST_BESIDE_READING),
};
const step = overItsRows(
  makeFileSubmission,
  { records, clock: lambdaClock, blindSample: office.blindSample, costFigures },
  { costFigures: { ...costFigures, metrics: { count: () => {} } } },
);

export const handler = plainHandler(async (event: unknown) => step(runInputSchema.parse(event)));
