import { z } from 'zod';
import type { Log } from '#shared/telemetry/log.ts';

/** A new object of the bucket, as EventBridge announces it. `createdAt` is the instant S3 took it. */
export type NewObject = { bucket: string; key: string; createdAt: string };

const queueEventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).max(10_000),
});
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

export type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] };

/**
 * Works through the messages of a queue one by one. A message that fails is named in the answer and comes again; after
 * its last try it lies in the dead letters, where an alarm shows it. The others are done.
 */
export function forEachNewObject(work: (object: NewObject) => Promise<unknown>, log: Log) {
  return async (event: unknown): Promise<BatchAnswer> => {
    const { Records } = queueEventSchema.parse(event);
    const failed: string[] = [];
    for (const { messageId, body } of Records) {
      try {
        await work(announcementSchema.parse(JSON.parse(body)));
      } catch (error) {
        log.error({ step: 'queued-object', error: error instanceof Error ? error.name : 'Error' });
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
