import { type Check, fine, foundOrFine, minutesBefore } from '#shared/domain/watch.ts';
import { deliveryKey, findPointed } from '#shared/records/submission-records.ts';
import type { InboundMail, WatchPorts } from '../watch-ports.ts';

/** By then a mail is a case, or a problem that somebody sees. */
const minutesMost = 15;
/** One that was found is told of for so long; whoever was called has looked by then. */
const daysBack = 3;
const askedAtOnce = 20;
/** In one round; the next goes on. */
const announcedMost = 200;

type Ports = Pick<WatchPorts, 'records' | 'inboundMails' | 'announce'>;

/**
 * Mails that the mail service accepted and laid down, and of which no case knows: their announcement was lost, or they wait in the queue
 * or in the dead letters. Nothing else would ever miss them. Each is announced anew, once: taking in what was taken in makes no second case.
 */
export async function untakenMails(ports: Ports, now: string): Promise<Check> {
  const { records, inboundMails } = ports;
  if (inboundMails === null) return fine('On one machine a mail is acknowledged only once it is taken in.');
  const between = { from: minutesBefore(now, daysBack * 24 * 60), until: minutesBefore(now, minutesMost) };
  const mails = await inboundMails(between);
  const untaken: InboundMail[] = [];
  for (let at = 0; at < mails.length; at += askedAtOnce) {
    const some = mails.slice(at, at + askedAtOnce);
    const known = await Promise.all(some.map(({ key }) => findPointed(records, deliveryKey(key))));
    untaken.push(...some.filter((_mail, place) => known[place] === null));
  }
  for (const mail of untaken.slice(0, announcedMost)) await announceOnce(ports, mail, now);
  return foundOrFine(
    untaken.map(({ key }) => key),
    {
      one: 'mail was accepted more than a quarter of an hour ago, and no case knew of it: it was announced anew',
      many: 'mails were accepted more than a quarter of an hour ago, and no case knew of them: they were announced anew',
      none: 'Every mail that was accepted in the last three days is known to a case.',
    },
  );
}

/** Told first, noted then: a round that is cut off in between tells it again, which harms nobody. */
async function announceOnce({ records, announce }: Ports, mail: InboundMail, at: string): Promise<void> {
  const noted = { pk: `ANNOUNCED#${mail.key}`, sk: 'ANNOUNCED' };
  if ((await records.find(noted)) !== null) return;
  await announce(mail);
  await records.write([{ put: { ...noted, body: { at } }, expect: 'any' }]);
}
