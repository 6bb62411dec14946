import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { makeDirectMailOpener } from '#shared/adapters/aws/direct-mail-opener.ts';
import { makeGuardDutyScanner } from '#shared/adapters/aws/guardduty-scanner.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { makeReceiptMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { makeOpenMail } from './open-mail.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME', 'MALWARE_SCAN', 'WHEN_UNSCANNED']);
const stores = openAwsStores(settings);
const scanner = settings.MALWARE_SCAN === 'guardduty' ? makeGuardDutyScanner(settings.BUCKET_NAME) : noScanner;
const step = overItsRows(makeOpenMail, {
  ...stores,
  clock: lambdaClock,
  mailOpener: makeDirectMailOpener(),
  // nothing but Amazon SES writes into the bucket that these mails come from
  mailVerifier: makeReceiptMailVerifier('any'),
  scanner,
  whenUnscanned: settings.WHEN_UNSCANNED,
});

export const handler = plainHandler(async (event: unknown) => step(runInputSchema.parse(event)));
