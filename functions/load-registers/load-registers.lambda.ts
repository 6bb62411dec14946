import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { forEachNewObject } from '#shared/adapters/aws/queued-objects.ts';
import { readRegister } from '#shared/adapters/aws/s3-register.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeLoadRegisters } from './load-registers.ts';
import { makeLoadRegisterFile } from './register-file.ts';

const settings = readLambdaSettings(['TABLE_NAME']);
const load = makeLoadRegisterFile(makeLoadRegisters({ records: openDynamoRecordStore(settings.TABLE_NAME) }));
const log = makeLog();

export const handler = plainHandler(
  forEachNewObject(
    async ({ bucket, key }) => {
      const { loaded, refused } = await load(key, await readRegister(bucket, key));
      log.info({ step: 'load-registers', outcome: 'loaded', count: loaded });
      log.info({ step: 'load-registers', outcome: 'refused', count: refused.length });
    },
    { log },
  ),
);
