import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { lambdaIds } from '#shared/adapters/aws/lambda-ids.ts';
import { makeLetWait } from '#shared/adapters/aws/let-wait.ts';
import { forEachNewObject } from '#shared/adapters/aws/queued-objects.ts';
import { markTaken, readInboundMail } from '#shared/adapters/aws/s3-inbound-mail.ts';
import { openSqsPutBack } from '#shared/adapters/aws/sqs-put-back.ts';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { recordPace } from '#shared/adapters/record-pace.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeReceive } from './receive.ts';
import { sesDelivery } from './ses-delivery.ts';

const stores = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME']);
const settings = readLambdaSettings(['STATE_MACHINE_ARN', 'MAIL_RECIPIENTS', 'PROGRAMME_FOLDER', 'MAIL_LOCK']);
const line = readLambdaSettings(['QUEUE_URL', 'STARTS_PER_SECOND', 'METRICS_NAMESPACE']);
const runner = openStepFunctionsRunner({ intake: settings.STATE_MACHINE_ARN });
const { referencePrefix, timeZone } = readProgramme(readBundlePages(settings.PROGRAMME_FOLDER));
const own = openAwsStores(stores, { ...settings.MAIL_LOCK, clock: lambdaClock });
const startPace = recordPace({
  ...{ records: own.records, clock: lambdaClock },
  service: 'starts',
  perSecond: line.STARTS_PER_SECOND,
});
const ports = { ...own, runner, startPace, clock: lambdaClock, ids: lambdaIds };
const receive = makeReceive({ ...ports, referencePrefix, timeZone });
const letWait = makeLetWait({
  ...{ putBack: openSqsPutBack(line.QUEUE_URL), clock: lambdaClock },
  metrics: makeMetrics({ namespace: line.METRICS_NAMESPACE }),
});

export const handler = plainHandler(
  forEachNewObject(
    async ({ bucket, key, createdAt }) => {
      const raw = await readInboundMail(bucket, key);
      await receive(sesDelivery({ raw, key, createdAt, recipients: settings.MAIL_RECIPIENTS }));
      await markTaken(bucket, key);
    },
    { log: makeLog(), letWait },
  ),
);
