import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GiveUp } from '#shared/domain/faults.ts';
import { faultOf } from './aws-faults.ts';

/** A roster of a million people is about 150 MB; a state's is 3. */
const registerBytesMax = 50 * 1024 * 1024;

/** The text of a register that an officer laid into the bucket. Throws `GiveUp` when it is too large or not UTF-8. */
export async function readRegister(bucket: string, key: string, client = new S3Client({})): Promise<string> {
  try {
    const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!Body || ContentLength === undefined || ContentLength > registerBytesMax) {
      throw new GiveUp('the register is missing or too large');
    }
    const bytes = await Body.transformToByteArray();
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new GiveUp('the register is not text in UTF-8', { cause: error });
    throw faultOf(error);
  }
}
