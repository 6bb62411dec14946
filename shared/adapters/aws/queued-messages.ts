import { z } from 'zod';
import { Paced } from '#shared/domain/faults.ts';
import type { Log } from '#shared/telemetry/log.ts';
import type { LetWait } from './let-wait.ts';

/** Where a message that was put back says so; what a queue hands to a Lambda carries them along. */
export const pacedAttributes = { since: 'pacedSince', times: 'pacedTimes' } as const;

const messageSchema = z.object({
  messageId: z.string(),
  body: z.string(),
  attributes: z.object({ SentTimestamp: z.coerce.number() }).optional().catch(undefined),
  messageAttributes: z
    .object({
      [pacedAttributes.since]: z.object({ stringValue: z.iso.datetime() }),
      [pacedAttributes.times]: z.object({ stringValue: z.coerce.number().int().min(0).max(10_000) }),
    })
    .optional()
    .catch(undefined),
});
const queueEventSchema = z.object({ Records: z.array(messageSchema).max(10_000) });
type Message = z.infer<typeof messageSchema>;

export type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] };
type Options = { step: string; log: Log; letWait?: LetWait };

/**
 * Works through the messages of a queue one by one. A message that fails is named in the answer and comes again; after
 * its last try it lies in the dead letters, where an alarm shows it. One that was only paced is let wait where that is given: it spends
 * none of its tries. The others are done.
 */
export function forEachMessage(work: (message: unknown) => Promise<unknown>, { step, log, letWait }: Options) {
  async function outcomeOf(message: Message): Promise<'done' | 'failed'> {
    try {
      await work(JSON.parse(message.body));
      return 'done';
    } catch (error) {
      log.error({ step, error: nameOf(error) });
      return letWait !== undefined && error instanceof Paced ? waits(message, letWait) : 'failed';
    }
  }

  /** A queue that takes nothing has lost nothing: the message is still in it, and comes again as one that failed. */
  async function waits(message: Message, wait: LetWait): Promise<'done' | 'failed'> {
    try {
      return (await wait({ body: message.body, ...waitedSoFar(message) })) ? 'done' : 'failed';
    } catch (error) {
      log.error({ step: 'put-back', error: nameOf(error) });
      return 'failed';
    }
  }

  return async (event: unknown): Promise<BatchAnswer> => {
    const { Records } = queueEventSchema.parse(event);
    const failed: string[] = [];
    for (const message of Records) if ((await outcomeOf(message)) === 'failed') failed.push(message.messageId);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/** As it says itself, where it was put back before; else since the queue took it. */
function waitedSoFar({ attributes, messageAttributes: own }: Message): { since: string | null; times: number } {
  const sent = attributes?.SentTimestamp;
  return {
    since: own?.pacedSince.stringValue ?? (sent === undefined ? null : new Date(sent).toISOString()),
    times: own?.pacedTimes.stringValue ?? 0,
  };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'Error');
