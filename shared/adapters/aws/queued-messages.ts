import { z } from 'zod';
import type { Log } from '#shared/telemetry/log.ts';

const queueEventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).max(10_000),
});

export type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] };

/**
 * Works through the messages of a queue one by one. A message that fails is named in the answer and comes again; after
 * its last try it lies in the dead letters, where an alarm shows it. The others are done.
 */
export function forEachMessage(work: (message: unknown) => Promise<unknown>, step: string, log: Log) {
  return async (event: unknown): Promise<BatchAnswer> => {
    const { Records } = queueEventSchema.parse(event);
    const failed: string[] = [];
    for (const { messageId, body } of Records) {
      try {
        await work(JSON.parse(body));
      } catch (error) {
        log.error({ step, error: error instanceof Error ? error.name : 'Error' });
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
