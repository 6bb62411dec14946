import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { faultOf } from './aws-faults.ts';
import { isSetupNote } from './queued-objects.ts';

/**
 * The mails that SES laid into the bucket from one instant to another, by key and instant. Names there have no order of time: all are walked
 * past, a thousand a call.
 */
export async function listInboundMails(
  bucket: string,
  { from, until }: { from: string; until: string },
  client = new S3Client({}),
): Promise<{ key: string; at: string }[]> {
  const mails: { key: string; at: string }[] = [];
  let after: string | undefined;
  do {
    const request = {
      Bucket: bucket,
      Prefix: 'inbound/',
      ...(after === undefined ? {} : { ContinuationToken: after }),
    };
    const page = await client.send(new ListObjectsV2Command(request)).catch((fault: unknown) => {
      throw faultOf(fault);
    });
    for (const { Key, LastModified } of page.Contents ?? []) {
      const at = LastModified?.toISOString() ?? '';
      if (Key !== undefined && !isSetupNote(Key) && from <= at && at <= until) mails.push({ key: Key, at });
    }
    after = page.NextContinuationToken;
  } while (after !== undefined);
  return mails;
}
