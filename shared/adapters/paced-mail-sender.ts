import { setTimeout } from 'node:timers/promises';
import type { MailSender } from '#shared/ports/mail-sender.ts';

/** A test passes a clock of its own, and waits for nothing. */
export type Pace = { now(): number; pause(milliseconds: number): Promise<unknown> };
const realPace: Pace = { now: () => performance.now(), pause: setTimeout };

/**
 * So many mails begin in a second, and no more, however many are asked for at once: a mail service counts them and refuses the rest, and
 * a night of reminders must not stand in the way of answers. No time that was not used is saved up.
 */
export function pacedMailSender(sender: MailSender, perSecond: number, { now, pause }: Pace = realPace): MailSender {
  const gap = 1000 / perSecond;
  let next = 0;
  return {
    async send(mail) {
      const at = Math.max(now(), next);
      next = at + gap;
      const wait = at - now();
      if (wait > 0) await pause(wait);
      return sender.send(mail);
    },
  };
}
