import { GetObjectCommand, PutObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { GiveUp } from '#shared/domain/faults.ts';
import { takenTag } from '#shared/domain/taken-tag.ts';
import { faultOf } from './aws-faults.ts';

/** SES takes no larger mail; what is larger was not laid there by SES. */
export const inboundMailBytesMax = 40 * 1024 * 1024;

const inboundKey = /^inbound\/[A-Za-z0-9._-]{1,200}$/;

/** The raw mail as SES laid it into the bucket under `inbound/<SES message id>`. Throws `GiveUp` when it is not there or too large. */
export async function readInboundMail(bucket: string, key: string, client = new S3Client({})): Promise<Uint8Array> {
  if (!inboundKey.test(key)) throw new GiveUp('not the key of an inbound mail');
  try {
    const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!Body) throw new GiveUp('there is no such inbound mail');
    if (ContentLength === undefined || ContentLength > inboundMailBytesMax) {
      await Body.transformToWebStream().cancel();
      throw new GiveUp('the inbound mail is too large');
    }
    return await Body.transformToByteArray();
  } catch (error) {
    throw faultOf(error);
  }
}

/** That the mail is in custody: what SES laid down is from now on a copy, which a rule of the bucket ends in its time. */
export async function markTaken(bucket: string, key: string, client = new S3Client({})): Promise<void> {
  if (!inboundKey.test(key)) throw new GiveUp('not the key of an inbound mail');
  try {
    const Tagging = { TagSet: [{ ...takenTag }] };
    await client.send(new PutObjectTaggingCommand({ Bucket: bucket, Key: key, Tagging }));
  } catch (error) {
    throw faultOf(error);
  }
}
