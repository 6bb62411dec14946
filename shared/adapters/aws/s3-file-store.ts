import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkBytes, partsOfKey, sha256Of } from '#shared/adapters/file-key.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileKey, FileStore } from '#shared/ports/file-store.ts';
import { errorNameOf, faultOf } from './aws-faults.ts';

/** How long nobody may end a mail as it came, from the moment when it was laid down. */
export type MailLock = { mode: 'GOVERNANCE' | 'COMPLIANCE'; years: number; clock: Clock };

/** The key of a file is its object key. The bucket itself encrypts (KMS by default) and keeps versions. */
export function openS3FileStore(bucket: string, client = new S3Client({}), lock?: MailLock): FileStore {
  return {
    async put(folder, bytes) {
      const sha256 = sha256Of(bytes);
      const key: FileKey = `${folder}/${sha256}`;
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: bytes,
            ChecksumAlgorithm: 'SHA256',
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            IfNoneMatch: '*',
            ...(folder === 'raw' && lock ? lockedBy(lock) : {}),
          }),
        );
      } catch (error) {
        // there already, under the name of its bytes
        if (errorNameOf(error) !== 'PreconditionFailed') throw faultOf(error);
      }
      return key;
    },
    async read(key) {
      partsOfKey(key);
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!Body) throw new GiveUp('there is no such file');
        return checkBytes(key, await Body.transformToByteArray());
      } catch (error) {
        throw faultOf(error);
      }
    },
    async has(key) {
      partsOfKey(key);
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return true;
      } catch (error) {
        if (['NotFound', 'NoSuchKey'].includes(errorNameOf(error))) return false;
        throw faultOf(error);
      }
    },
    async list(folder, after) {
      if (after !== undefined) partsOfKey(after);
      const from = after === undefined ? {} : { StartAfter: after };
      try {
        const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${folder}/`, ...from }));
        const keys = (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
        const last = keys.at(-1);
        return page.IsTruncated === true && last !== undefined ? { keys, after: last } : { keys };
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

function lockedBy({ mode, years, clock }: MailLock) {
  const until = new Date(clock.now());
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return { ObjectLockMode: mode, ObjectLockRetainUntilDate: until };
}
