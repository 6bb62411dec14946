import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { inboundMailBytesMax, markTaken, readInboundMail } from '#shared/adapters/aws/s3-inbound-mail.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { fileStoreContract } from '#test/contracts/file-store.contract.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';

describe.skipIf(!hasMoto)('the S3 file store, against moto', () => {
  let moto: Moto;
  let client: S3Client;
  beforeAll(async () => {
    moto = await startMoto();
    client = new S3Client({ ...clientOf(moto.endpoint), forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: 'files' }));
  });
  afterAll(() => moto?.stop());

  const putObject = (key: string, bytes: Uint8Array) =>
    client.send(new PutObjectCommand({ Bucket: 'files', Key: key, Body: bytes }));

  fileStoreContract(async () => ({
    store: openS3FileStore('files', client),
    overwrite: async (key, bytes) => {
      await putObject(key, bytes);
    },
  }));

  it('B273: locks a mail as it came for its years, so that no rule and nobody without the right to it ends it; a paper is not locked', async () => {
    await client.send(new CreateBucketCommand({ Bucket: 'locked', ObjectLockEnabledForBucket: true }));
    const clock = { now: () => '2036-02-29T12:00:00.000Z' };
    const store = openS3FileStore('locked', client, { mode: 'COMPLIANCE', years: 3, clock });
    const [raw, paper] = [
      await store.put('raw', Buffer.from('mail')),
      await store.put('document', Buffer.from('paper')),
    ];
    const head = (Key: string) => client.send(new HeadObjectCommand({ Bucket: 'locked', Key }));
    const { ObjectLockMode, ObjectLockRetainUntilDate, VersionId } = await head(raw);
    expect([ObjectLockMode, ObjectLockRetainUntilDate?.toISOString()]).toEqual([
      'COMPLIANCE',
      '2039-03-01T12:00:00.000Z',
    ]);
    const end = client.send(new DeleteObjectCommand({ Bucket: 'locked', Key: raw, VersionId }));
    await expect(end).rejects.toMatchObject({ name: 'AccessDenied' });
    expect((await head(paper)).ObjectLockMode).toBeUndefined();
    // the same mail again
    expect(await store.put('raw', Buffer.from('mail'))).toBe(raw);
  });

  it('gives up on a bucket that is not there', async () => {
    const store = openS3FileStore('missing', client);
    await expect(store.put('raw', Buffer.from('x'))).rejects.toMatchObject({ name: 'GiveUp' });
  });

  it('may work later when the service cannot be reached', async () => {
    const nobody = new S3Client({ ...clientOf('http://127.0.0.1:1'), forcePathStyle: true });
    const store = openS3FileStore('files', nobody);
    const key = `raw/${'0'.repeat(64)}`;
    await expect(store.put('raw', Buffer.from('x'))).rejects.toMatchObject({ name: 'TryAgain' });
    await expect(store.read(key)).rejects.toMatchObject({ name: 'TryAgain' });
    await expect(store.has(key)).rejects.toMatchObject({ name: 'TryAgain' });
  });

  describe('a mail that SES laid into the bucket', () => {
    it('is read as it is', async () => {
      const raw = Buffer.from('From: a@example.org\r\n\r\n8-bit: \xe9\r\n', 'latin1');
      await putObject('inbound/0abc123', raw);
      expect(Buffer.from(await readInboundMail('files', 'inbound/0abc123', client)).equals(raw)).toBe(true);
    });

    it('is marked once it was taken, and never before', async () => {
      const key = 'inbound/0abc124';
      await putObject(key, Buffer.from('From: a@example.org\r\n\r\nHello\r\n'));
      const tagsOf = async () => (await client.send(new GetObjectTaggingCommand({ Bucket: 'files', Key: key }))).TagSet;
      expect(await tagsOf()).toEqual([]);
      await markTaken('files', key, client);
      await markTaken('files', key, client);
      expect(await tagsOf()).toEqual([{ Key: 'taken', Value: 'yes' }]);
      await expect(markTaken('files', `raw/${'0'.repeat(64)}`, client)).rejects.toMatchObject({ name: 'GiveUp' });
    });

    it('larger than SES takes is given up before it is read', async () => {
      await putObject('inbound/large', new Uint8Array(inboundMailBytesMax + 1));
      await expect(readInboundMail('files', 'inbound/large', client)).rejects.toMatchObject({ name: 'GiveUp' });
    });

    it('is asked for under inbound/ only, and given up when it is not there', async () => {
      for (const key of ['inbound/missing', 'raw/abc', 'inbound/../raw/abc', 'inbound/']) {
        await expect(readInboundMail('files', key, client)).rejects.toMatchObject({ name: 'GiveUp' });
      }
    });
  });
});
