import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import { answerOf, errorNameOf, faultOf } from './aws-faults.ts';

const folder = 'audit-heads/';
const named = /^audit-heads\/(\d{4}-\d\d-\d\d)\.json$/;

const pageSchema = z.object({
  Contents: z.array(z.object({ Key: z.string() })).optional(),
  NextContinuationToken: z.string().optional(),
});

/** An object for each day, in a bucket whose Object Lock keeps what lies in it from everybody, for its years. */
export function openS3AuditHeads(bucket: string, client = new S3Client({})): AuditHeads {
  const keyOf = (day: string) => {
    const key = `${folder}${day}.json`;
    if (!named.test(key)) throw new GiveUp('the ends of audit trails are laid down by day');
    return key;
  };
  async function read(day: string): Promise<string | null> {
    const key = keyOf(day);
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body ? await Body.transformToString('utf-8') : null;
    } catch (error) {
      if (errorNameOf(error) === 'NoSuchKey') return null;
      throw faultOf(error);
    }
  }
  return {
    async keep(day, text) {
      const object = { Bucket: bucket, Key: keyOf(day), Body: text, ContentType: 'application/json' };
      try {
        await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' }));
        return 'kept';
      } catch (error) {
        if (errorNameOf(error) !== 'PreconditionFailed') throw faultOf(error);
      }
      return (await read(day)) === text ? 'there' : 'other';
    },
    read,
    async days() {
      const days: string[] = [];
      let token: string | undefined;
      do {
        const from = token === undefined ? {} : { ContinuationToken: token };
        const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: folder, ...from });
        const page = answerOf(pageSchema, await client.send(command).catch(raise));
        days.push(...(page.Contents ?? []).flatMap(({ Key }) => named.exec(Key)?.[1] ?? []));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return days.sort();
    },
  };
}

function raise(error: unknown): never {
  throw faultOf(error);
}
