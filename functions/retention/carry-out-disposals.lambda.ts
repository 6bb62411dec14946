import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openS3FileDisposal } from '#shared/adapters/aws/s3-file-disposal.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readLambdaSettings } from '#shared/config/settings.ts';
import { retentionSchema } from '#shared/domain/retention.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeCarryOutDisposals } from './carry-out-disposals.ts';
import { makeForgetPackets } from './forget-packets.ts';

/** A few calls of S3 for each: some minutes, and the machine comes again for the rest. */
const objectsAtOnce = 500;

const { TABLE_NAME, BUCKET_NAME } = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME']);
const ports = {
  records: openDynamoRecordStore(TABLE_NAME),
  fileDisposal: openS3FileDisposal(BUCKET_NAME, lambdaClock),
  clock: lambdaClock,
};
const carryOut = makeCarryOutDisposals({
  ...ports,
  retention: retentionSchema.parse(office.retention),
  objectsAtOnce,
});
const forgetPackets = makeForgetPackets(ports);
const log = makeLog();

export const handler = plainHandler(async () => {
  await forgetPackets();
  const done = await carryOut();
  log.info({ step: 'retention', outcome: 'destroyed', count: done.destroyed });
  return done;
});
