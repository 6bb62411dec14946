import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { lambdaIds } from '#shared/adapters/aws/lambda-ids.ts';
import { openSesMailSender } from '#shared/adapters/aws/ses-mail-sender.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeCanary } from './canary.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'MAIL_FROM', 'MAIL_RECIPIENTS', 'METRICS_NAMESPACE']);
const canary = makeCanary({
  records: openDynamoRecordStore(settings.TABLE_NAME),
  mailSender: openSesMailSender(settings.MAIL_FROM),
  clock: lambdaClock,
  ids: lambdaIds,
  metrics: makeMetrics({ namespace: settings.METRICS_NAMESPACE }),
  inbox: settings.MAIL_RECIPIENTS[0] ?? settings.MAIL_FROM,
});

export const handler = plainHandler(async () => canary());
