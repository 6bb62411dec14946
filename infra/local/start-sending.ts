import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { pacedMailSender } from '#shared/adapters/paced-mail-sender.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Log } from '#shared/telemetry/log.ts';

type Parts = { records: RecordStore; clock: Clock; mailSender: MailSender; perSecond: number };

const minutesBetweenTries = 5;

/**
 * Answers that the relay did not take, and letters whose hour has come, for as long as it takes. A night of reminders goes on for hours:
 * at the signal to stop no other mail begins, and what is on its way is noted as sent.
 */
export function startSending(
  { records, clock, mailSender: relay, perSecond }: Parts,
  log: Log,
  millisecondsBetweenTries = minutesBetweenTries * 60_000,
): { stop(): Promise<void> } {
  let isStopped = false;
  let going: Promise<void> | null = null;
  const untilStopped: MailSender = {
    async send(mail) {
      if (isStopped) throw new TryAgain('this machine is being stopped');
      return relay.send(mail);
    },
  };
  const ports = { records, clock, mailSender: pacedMailSender(untilStopped, perSecond) };
  const sendWaiting = makeSendWaiting(ports);
  const sendLetters = makeSendLetters(ports);
  async function sendAll(): Promise<void> {
    try {
      await sendWaiting();
      if (!isStopped) await sendLetters();
    } catch {
      if (!isStopped) log.error({ step: 'send-waiting', error: 'NotSent' });
    }
  }
  const timer = setInterval(() => {
    going ??= sendAll().finally(() => {
      going = null;
    });
  }, millisecondsBetweenTries);
  return {
    async stop() {
      clearInterval(timer);
      isStopped = true;
      await going;
    },
  };
}
