import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { lambdaIds } from '#shared/adapters/aws/lambda-ids.ts';
import { forEachNewObject } from '#shared/adapters/aws/queued-objects.ts';
import { readInboundMail } from '#shared/adapters/aws/s3-inbound-mail.ts';
import { openStepFunctionsRunner } from '#shared/adapters/aws/step-functions-runner.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeReceive } from './receive.ts';
import { sesDelivery } from './ses-delivery.ts';

const stores = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME']);
const settings = readLambdaSettings(['STATE_MACHINE_ARN', 'MAIL_RECIPIENTS', 'PROGRAMME_FOLDER', 'MAIL_LOCK']);
const runner = openStepFunctionsRunner({ intake: settings.STATE_MACHINE_ARN });
const { referencePrefix, timeZone } = readProgramme(readBundlePages(settings.PROGRAMME_FOLDER));
const ports = {
  ...openAwsStores(stores, { ...settings.MAIL_LOCK, clock: lambdaClock }),
  runner,
  clock: lambdaClock,
  ids: lambdaIds,
};
const receive = makeReceive({ ...ports, referencePrefix, timeZone });

export const handler = plainHandler(
  forEachNewObject(async ({ bucket, key, createdAt }) => {
    const raw = await readInboundMail(bucket, key);
    return receive(sesDelivery({ raw, key, createdAt, recipients: settings.MAIL_RECIPIENTS }));
  }, makeLog()),
);
