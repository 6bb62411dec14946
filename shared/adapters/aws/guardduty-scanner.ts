import { GetObjectTaggingCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { partsOfKey } from '#shared/adapters/file-key.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { MalwareScanner, ScanAnswer } from '#shared/ports/malware-scanner.ts';
import { answerOf, faultOf } from './aws-faults.ts';

const scanTag = 'GuardDutyMalwareScanStatus';
const by = 'GuardDuty';

const tagsSchema = z.object({ TagSet: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]) });
const listSchema = z.object({ Contents: z.tuple([z.object({ Key: z.string(), LastModified: z.date() })]) });

/** What each status of GuardDuty says. One that is not in this list proves nothing. */
const saidBy: Readonly<Record<string, ScanAnswer>> = {
  NO_THREATS_FOUND: { result: 'nothing-found', by },
  // the tag has no name of what was found; GuardDuty's own finding has
  THREATS_FOUND: { result: 'threat', by, name: 'THREATS_FOUND' },
  UNSUPPORTED: { result: 'not-scanned', by, because: 'unsupported' },
  ACCESS_DENIED: { result: 'not-scanned', by, because: 'denied' },
  FAILED: { result: 'not-scanned', by, because: 'failed' },
};

/**
 * GuardDuty Malware Protection looks at each new object of the bucket by itself, and hangs what it found on it as a tag. So a result
 * that is told twice, or late, is still one tag; no tag means: not yet. The bytes are not sent anywhere.
 */
export function makeGuardDutyScanner(bucket: string, client = new S3Client({})): MalwareScanner {
  return {
    async scan({ key }) {
      try {
        partsOfKey(key);
        const object = { Bucket: bucket, Key: key };
        const { TagSet } = answerOf(tagsSchema, await client.send(new GetObjectTaggingCommand(object)));
        const status = TagSet.find(({ Key }) => Key === scanTag)?.Value;
        if (status !== undefined) return saidBy[status] ?? { result: 'not-scanned', by, because: 'failed' };
        // asked of the list: the right to be told so by the file itself would be the right to read it
        const list = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }));
        const [{ LastModified }] = answerOf(listSchema, list).Contents;
        return { result: 'pending', since: LastModified.toISOString() };
      } catch (error) {
        const fault = faultOf(error);
        if (fault instanceof TryAgain) throw fault;
        return { result: 'not-scanned', by, because: 'unavailable' };
      }
    },
  };
}
