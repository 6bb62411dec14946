import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3FileDisposal } from '#shared/adapters/aws/s3-file-disposal.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { fileDisposalContract } from '#test/contracts/file-disposal.contract.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';

const Bucket = 'records';

describe.skipIf(!hasMoto)('the end of files in S3, against moto', () => {
  let moto: Moto;
  let client: S3Client;
  let now = new Date().toISOString();
  const clock = { now: () => now };
  const years = (count: number) => new Date(Date.now() + count * 366 * 86_400_000).toISOString();

  beforeAll(async () => {
    moto = await startMoto();
    client = new S3Client({ ...clientOf(moto.endpoint), forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  });
  afterAll(() => moto?.stop());

  const files = () => openS3FileStore(Bucket, client);
  const disposal = () => openS3FileDisposal(Bucket, clock, client);
  const versionsOf = async (Prefix: string) => {
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
    return [Versions.length, DeleteMarkers.length];
  };

  fileDisposalContract(async () => ({ store: files(), disposal: disposal() }));

  it('is of every version, also of those that lie hidden under a mark, and of the mark', async () => {
    const key = await files().put('document', Buffer.from('of many versions'));
    await client.send(new PutObjectCommand({ Bucket, Key: key, Body: 'another by somebody' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    const beside = `${key}0`;
    await client.send(new PutObjectCommand({ Bucket, Key: beside, Body: 'of a longer name' }));
    expect(await versionsOf(key)).toEqual([3, 1]);

    await disposal().destroy(key);

    expect(await versionsOf(key)).toEqual([1, 0]);
    expect(await versionsOf(beside)).toEqual([1, 0]);
  });

  it('is refused while a mail is locked, which it says, until when; it is over on the day and not before', async () => {
    const locked = openS3FileStore(Bucket, client, { mode: 'GOVERNANCE', years: 3, clock });
    const key = await locked.put('raw', Buffer.from('a mail as it came'));
    const lock = await disposal().lockOf(key);
    expect(lock?.until?.slice(0, 4)).toBe(String(new Date().getUTCFullYear() + 3));

    await expect(disposal().destroy(key)).rejects.toMatchObject({ name: 'TryAgain' });
    expect(await versionsOf(key)).toEqual([1, 0]);

    const before = now;
    now = years(4);
    expect(await disposal().lockOf(key)).toBeNull();
    now = before;
  });

  it('waits for a hold that somebody put on the file by hand, however long', async () => {
    const key = await files().put('document', Buffer.from('of a suit'));
    const hold = (Status: 'ON' | 'OFF') =>
      client.send(new PutObjectLegalHoldCommand({ Bucket, Key: key, LegalHold: { Status } }));
    await hold('ON');
    expect(await disposal().lockOf(key)).toEqual({ until: null });
    await hold('OFF');
    expect(await disposal().lockOf(key)).toBeNull();
  });

  it('may work later when the service cannot be reached', async () => {
    const nobody = new S3Client({ ...clientOf('http://127.0.0.1:1'), forcePathStyle: true });
    const key = `raw/${'0'.repeat(64)}`;
    await expect(openS3FileDisposal(Bucket, clock, nobody).lockOf(key)).rejects.toMatchObject({ name: 'TryAgain' });
    await expect(openS3FileDisposal(Bucket, clock, nobody).destroy(key)).rejects.toMatchObject({ name: 'TryAgain' });
  });
});
