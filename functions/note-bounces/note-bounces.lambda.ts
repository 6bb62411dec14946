import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { forEachMessage } from '#shared/adapters/aws/queued-messages.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeNoteBounces } from './note-bounces.ts';

const { TABLE_NAME } = readLambdaSettings(['TABLE_NAME']);
const noteBounces = makeNoteBounces({ records: openDynamoRecordStore(TABLE_NAME), clock: lambdaClock });

export const handler = plainHandler(forEachMessage(noteBounces, { step: 'note-bounces', log: makeLog() }));
