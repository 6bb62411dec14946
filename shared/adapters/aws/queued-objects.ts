import { z } from 'zod';
import type { Log } from '#shared/telemetry/log.ts';
import type { LetWait } from './let-wait.ts';
import { forEachMessage } from './queued-messages.ts';

/** A new object of the bucket, as EventBridge announces it. `createdAt` is the instant S3 took it. */
export type NewObject = { bucket: string; key: string; createdAt: string };

const announcementSchema = z
  .object({
    time: z.iso.datetime(),
    detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string().max(1024) }) }),
  })
  .transform(
    ({ time, detail }): NewObject => ({
      bucket: detail.bucket.name,
      key: detail.object.key,
      createdAt: new Date(time).toISOString(),
    }),
  );

/** As EventBridge would say it: for an object of which nobody was told. */
export const announcementOf = ({ bucket, key, createdAt }: NewObject): string =>
  JSON.stringify({ time: createdAt, detail: { bucket: { name: bucket }, object: { key } } });

/** SES lays it down where a receipt rule is made, to see whether it may: a mail of nobody, to nobody of ours. */
export const isSetupNote = (key: string): boolean => key.endsWith('/AMAZON_SES_SETUP_NOTIFICATION');

type Options = { log: Log; letWait?: LetWait };

/** Each new object that a queue tells of. */
export function forEachNewObject(work: (object: NewObject) => Promise<unknown>, options: Options) {
  const workOn = async (message: unknown) => {
    const object = announcementSchema.parse(message);
    if (!isSetupNote(object.key)) await work(object);
  };
  return forEachMessage(workOn, { step: 'queued-object', ...options });
}
