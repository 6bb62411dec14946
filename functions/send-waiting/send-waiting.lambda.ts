import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openSesMailSender } from '#shared/adapters/aws/ses-mail-sender.ts';
import { pacedMailSender } from '#shared/adapters/paced-mail-sender.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLambdaSettings } from '#shared/config/settings.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeSendLetters } from './send-letters.ts';
import { makeSendWaiting } from './send-waiting.ts';

const { TABLE_NAME, MAIL_FROM } = readLambdaSettings(['TABLE_NAME', 'MAIL_FROM']);
const ports = {
  records: openDynamoRecordStore(TABLE_NAME),
  clock: lambdaClock,
  mailSender: pacedMailSender(openSesMailSender(MAIL_FROM), office.lettersPerSecond),
};
const sendWaiting = makeSendWaiting(ports);
const sendLetters = makeSendLetters(ports);

/** Answers first: somebody waits for each of them. */
export const handler = plainHandler(async () => ({ answers: await sendWaiting(), letters: await sendLetters() }));
