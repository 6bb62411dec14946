import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { makeNoteBounces } from './note-bounces.ts';

const { TABLE_NAME } = readLambdaSettings(['TABLE_NAME']);
const noteBounces = makeNoteBounces({ records: openDynamoRecordStore(TABLE_NAME), clock: lambdaClock });

export const handler = async (event: unknown) => noteBounces(event);
