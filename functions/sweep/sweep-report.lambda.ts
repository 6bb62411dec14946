import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { sweepReportInputSchema } from '#shared/workflow/steps.ts';
import { nightlyChecks } from './nightly-parts.ts';
import { makeSweepReport } from './sweep-report.ts';
import { tellOfRun } from './tell-of-run.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'METRICS_NAMESPACE']);
const records = openDynamoRecordStore(settings.TABLE_NAME);
const step = makeSweepReport({ records, clock: lambdaClock, checks: nightlyChecks });
const ports = { records, metrics: makeMetrics({ namespace: settings.METRICS_NAMESPACE }), log: makeLog() };

export const handler = plainHandler(async (event: unknown) => {
  const reported = await step(sweepReportInputSchema.parse(event));
  // no timer looks again here as on one machine: the run of the machine fails, and a person starts it once more
  if (!(await tellOfRun(ports, reported.runId))) throw new GiveUp('not every segment came to its end');
  return reported;
});
