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

type Options = { log: Log; letWait?: LetWait };

/** Each new object that a queue tells of. */
export function forEachNewObject(work: (object: NewObject) => Promise<unknown>, options: Options) {
  return forEachMessage(async (message) => work(announcementSchema.parse(message)), {
    step: 'queued-object',
    ...options,
  });
}
