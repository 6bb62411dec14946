import { type Check, fine, foundOrFine, minutesBefore } from '#shared/domain/watch.ts';
import { deliveryKey, findPointed } from '#shared/records/submission-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** By then a mail is a case, or a problem that somebody sees. */
const minutesMost = 15;
/** One that was found is told of for so long; whoever was called has looked by then. */
const daysBack = 3;
const askedAtOnce = 20;

/**
 * Mails that the mail service accepted and laid down, and of which no case knows: their announcement was lost, or they wait in the queue
 * or in the dead letters. Nothing else would ever miss them.
 */
export async function untakenMails(
  { records, inboundMails }: Pick<WatchPorts, 'records' | 'inboundMails'>,
  now: string,
): Promise<Check> {
  if (inboundMails === null) return fine('On one machine a mail is acknowledged only once it is taken in.');
  const between = { from: minutesBefore(now, daysBack * 24 * 60), until: minutesBefore(now, minutesMost) };
  const keys = await inboundMails(between);
  const untaken: string[] = [];
  for (let at = 0; at < keys.length; at += askedAtOnce) {
    const some = keys.slice(at, at + askedAtOnce);
    const known = await Promise.all(some.map((key) => findPointed(records, deliveryKey(key))));
    untaken.push(...some.filter((_key, place) => known[place] === null));
  }
  return foundOrFine(untaken, {
    one: 'mail was accepted more than a quarter of an hour ago, and no case knows of it',
    many: 'mails were accepted more than a quarter of an hour ago, and no case knows of them',
    none: 'Every mail that was accepted in the last three days is known to a case.',
  });
}
