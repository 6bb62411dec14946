import { CreateBucketCommand, PutObjectCommand, PutObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGuardDutyScanner } from '#shared/adapters/aws/guardduty-scanner.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { harmless, keyOf, malwareScannerContract } from '#test/contracts/malware-scanner.contract.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';

const statuses = { nothing: 'NO_THREATS_FOUND', threat: 'THREATS_FOUND', unsupported: 'UNSUPPORTED', failed: 'FAILED' };

describe.skipIf(!hasMoto)('what GuardDuty hung on a file, against moto', () => {
  let moto: Moto;
  let client: S3Client;
  beforeAll(async () => {
    moto = await startMoto();
    client = new S3Client({ ...clientOf(moto.endpoint), forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: 'files' }));
  });
  afterAll(() => moto?.stop());

  const put = async (bytes: Uint8Array) => {
    await client.send(new PutObjectCommand({ Bucket: 'files', Key: keyOf(bytes), Body: bytes }));
    return keyOf(bytes);
  };
  const tagged = async (bytes: Uint8Array, Value: string) => {
    const Key = await put(bytes);
    const Tagging = { TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value }] };
    await client.send(new PutObjectTaggingCommand({ Bucket: 'files', Key, Tagging }));
    return Key;
  };
  const ask = (key: string) => makeGuardDutyScanner('files', client).scan({ key, bytes: harmless });

  malwareScannerContract(async () => ({
    scanner: makeGuardDutyScanner('files', client),
    keep: (bytes, found) => tagged(bytes, statuses[found]),
    down: makeGuardDutyScanner('files', new S3Client({ ...clientOf('http://127.0.0.1:1'), forcePathStyle: true })),
  }));

  it('B136: no tag is no answer yet, since the file was laid down', async () => {
    const answer = await ask(await put(Buffer.from('just laid down')));

    expect(answer).toEqual({ result: 'pending', since: expect.stringMatching(/^20\d\d-.*Z$/) });
  });

  it('B135: UNSUPPORTED, ACCESS_DENIED, FAILED and what nobody knows yet prove nothing', async () => {
    const because = async (status: string) => {
      const answer = await ask(await tagged(Buffer.from(status), status));
      return answer.result === 'not-scanned' ? answer.because : answer.result;
    };

    expect(await because('UNSUPPORTED')).toBe('unsupported');
    expect(await because('ACCESS_DENIED')).toBe('denied');
    expect(await because('FAILED')).toBe('failed');
    expect(await because('SOMETHING_NEW')).toBe('failed');
  });

  it('a file or a bucket that is not there is not scanned', async () => {
    const missing = await ask(keyOf(Buffer.from('never kept')));

    expect(missing).toMatchObject({ result: 'not-scanned', because: 'unavailable' });
  });
});
