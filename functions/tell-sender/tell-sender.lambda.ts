import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openSesMailSender } from '#shared/adapters/aws/ses-mail-sender.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { makeTellSender } from './tell-sender.ts';

const { TABLE_NAME, MAIL_FROM, PROGRAMME_FOLDER } = readLambdaSettings(['TABLE_NAME', 'MAIL_FROM', 'PROGRAMME_FOLDER']);
const step = overItsRows(makeTellSender, {
  records: openDynamoRecordStore(TABLE_NAME),
  clock: lambdaClock,
  programme: readProgramme(readBundlePages(PROGRAMME_FOLDER)),
  mailSender: openSesMailSender(MAIL_FROM),
  mailFrom: MAIL_FROM,
});

export const handler = plainHandler(async (event: unknown) => step(runInputSchema.parse(event)));
