import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { auditHeadsContract } from '#test/contracts/audit-heads.contract.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';

describe.skipIf(!hasMoto)('nightly seals in a bucket with Object Lock, against moto', () => {
  let moto: Moto;
  let client: S3Client;
  beforeAll(async () => {
    moto = await startMoto();
    client = new S3Client({ ...clientOf(moto.endpoint), forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: 'seals', ObjectLockEnabledForBucket: true }));
  });
  afterAll(() => moto?.stop());

  auditHeadsContract(async () => openS3AuditHeads('seals', client));

  it('gives up on a bucket that is not there', async () => {
    const heads = openS3AuditHeads('missing', client);
    await expect(heads.days()).rejects.toMatchObject({ name: 'GiveUp' });
    await expect(heads.keep('2026-12-31', 'x')).rejects.toMatchObject({ name: 'GiveUp' });
  });
});
