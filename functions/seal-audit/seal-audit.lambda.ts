import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeSealAudit } from './seal-audit.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'AUDIT_BUCKET_NAME', 'PROGRAMME_FOLDER']);
const { timeZone } = readProgramme(readBundlePages(settings.PROGRAMME_FOLDER));

export const handler = plainHandler(
  makeSealAudit({
    records: openDynamoRecordStore(settings.TABLE_NAME),
    heads: openS3AuditHeads(settings.AUDIT_BUCKET_NAME),
    clock: lambdaClock,
    timeZone,
  }),
);
