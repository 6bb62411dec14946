import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listInboundMails } from '#shared/adapters/aws/s3-inbound-list.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';

describe.skipIf(!hasMoto)('the mails that SES laid down, against moto', () => {
  let moto: Moto;
  let client: S3Client;
  const laid = Array.from({ length: 12 }, (_, at) => `inbound/ses${String(at).padStart(4, '0')}`);
  const [minuteAgo, soon] = [-60_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());
  beforeAll(async () => {
    moto = await startMoto();
    client = new S3Client({ ...clientOf(moto.endpoint), forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: 'records' }));
    // the second is SES's own note that it may lay down mail
    for (const Key of [...laid, 'inbound/AMAZON_SES_SETUP_NOTIFICATION', 'raw/other'])
      await client.send(new PutObjectCommand({ Bucket: 'records', Key, Body: 'x' }));
  });
  afterAll(() => moto?.stop());

  it('B257: are found by when they came, and nothing else of the bucket is', async () => {
    const between = { from: minuteAgo ?? '', until: soon ?? '' };
    const found = await listInboundMails('records', between, client);
    expect(found.map(({ key }) => key)).toEqual(laid);
    expect(found.every(({ at }) => between.from <= at && at <= between.until)).toBe(true);
    expect(await listInboundMails('records', { from: '2026-01-01', until: minuteAgo ?? '' }, client)).toEqual([]);
    expect(await listInboundMails('records', { from: soon ?? '', until: '2099' }, client)).toEqual([]);
  });

  it('gives up on a bucket that is not there', async () => {
    const between = { from: minuteAgo ?? '', until: soon ?? '' };
    await expect(listInboundMails('missing', between, client)).rejects.toMatchObject({ name: 'GiveUp' });
  });
});
