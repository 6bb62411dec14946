import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { fileInputSchema } from '#shared/workflow/steps.ts';
import { makeLeaveFileUnread } from './leave-file-unread.ts';

const settings = readLambdaSettings(['TABLE_NAME']);
const step = overItsRows(makeLeaveFileUnread, { records: openDynamoRecordStore(settings.TABLE_NAME) });

export const handler = plainHandler(async (event: unknown) => step(fileInputSchema.parse(event)));
