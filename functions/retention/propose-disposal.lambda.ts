import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLambdaSettings } from '#shared/config/settings.ts';
import { retentionSchema } from '#shared/domain/retention.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeProposeDisposal } from './propose-disposal.ts';

const { TABLE_NAME } = readLambdaSettings(['TABLE_NAME']);
const propose = makeProposeDisposal({
  records: openDynamoRecordStore(TABLE_NAME),
  clock: lambdaClock,
  retention: retentionSchema.parse(office.retention),
});
const log = makeLog();

export const handler = plainHandler(async () => {
  const proposed = (await propose())?.cases.length ?? 0;
  log.info({ step: 'retention', outcome: 'proposed', count: proposed });
  return { proposed };
});
