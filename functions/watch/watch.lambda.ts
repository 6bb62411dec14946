import { z } from 'zod';
import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { announcementOf } from '#shared/adapters/aws/queued-objects.ts';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { listInboundMails } from '#shared/adapters/aws/s3-inbound-list.ts';
import { openSqsPutBack } from '#shared/adapters/aws/sqs-put-back.ts';
import { openStepFunctionsRuns } from '#shared/adapters/aws/step-functions-runs.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { listOpenedAt } from '#shared/records/review-records.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { reportMetrics, reportWaiting } from './report-metrics.ts';
import { makeWatch } from './watch.ts';

const stores = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME']);
const settings = readLambdaSettings([
  'AUDIT_BUCKET_NAME',
  'STATE_MACHINE_ARN',
  'SETTLE_MACHINE_ARN',
  'PROGRAMME_FOLDER',
  'METRICS_NAMESPACE',
  'QUEUE_URL',
]);
const putBack = openSqsPutBack(settings.QUEUE_URL);
const metrics = makeMetrics({ namespace: settings.METRICS_NAMESPACE });
const { records, files } = openAwsStores(stores);
const watch = makeWatch({
  ...{ records, files },
  heads: openS3AuditHeads(settings.AUDIT_BUCKET_NAME),
  clock: lambdaClock,
  programme: readProgramme(readBundlePages(settings.PROGRAMME_FOLDER)),
  runs: openStepFunctionsRuns({ intake: settings.STATE_MACHINE_ARN, settle: settings.SETTLE_MACHINE_ARN }),
  failedRuns: null,
  inboundMails: (between) => listInboundMails(stores.BUCKET_NAME, between),
  announce: ({ key, at }) =>
    putBack.again(
      { body: announcementOf({ bucket: stores.BUCKET_NAME, key, createdAt: at }), since: lambdaClock.now(), times: 0 },
      0,
    ),
  clockDoubts: null,
});
const askedSchema = z.object({ nightly: z.boolean() });

export const handler = plainHandler(async (event: unknown) => {
  const report = await watch(askedSchema.parse(event));
  reportMetrics(metrics, report);
  reportWaiting(metrics, await listOpenedAt(records, 'open'), report.at);
  return { checks: report.checks.length };
});
