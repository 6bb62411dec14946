import { type CanaryFate, fateOf, subjectOfCanary } from '#shared/domain/canary.ts';
import type { Clock, Ids } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findArrived, findCanary, keepCanary } from '#shared/records/canary-records.ts';
import type { Metrics } from '#shared/telemetry/metrics.ts';
import type { PacketFate } from './packet-round.ts';

type Ports = {
  records: RecordStore;
  mailSender: MailSender;
  clock: Clock;
  ids: Ids;
  metrics: Metrics;
  /** our own inbox */
  inbox: string;
  /** looks at the packet of papers and mails the next; left out: this programme has none */
  packetRound?: () => Promise<PacketFate | null>;
};

/**
 * Looks what became of the mail that it sent to our own inbox last time, and of the last packet of papers, tells of it, and sends the next.
 * An inbox into which no mail gets any more looks exactly like one to which nobody writes; this is how we know.
 */
export function makeCanary({ records, mailSender, clock, ids, metrics, inbox, packetRound }: Ports) {
  return async (): Promise<{ fate: CanaryFate | null; packet: PacketFate | null }> => {
    const now = clock.now();
    const last = await findCanary(records);
    const fate = last === null ? null : fateOf(last, await findArrived(records, last, now));
    const next = { token: ids.next(), sentAt: now };
    // written before it is sent: one that could not even be sent is missed next time
    await keepCanary(records, next);
    // while the last packet was different no letter says that all is well
    const packet = packetRound ? await packetRound() : null;
    const isThrough = fate === 'through' && packet !== 'different';
    if (fate !== null) metrics.count([{ name: 'CanaryThrough', of: { Of: 'canary' }, value: isThrough ? 1 : 0 }]);
    await mailSender.send({
      messageId: `canary.${next.token}@${inbox.split('@')[1] ?? 'localhost'}`,
      to: inbox,
      subject: subjectOfCanary(next),
      text: 'Sent by the system to itself, to see whether mail arrives. Nobody has to do anything.\n',
      ...{ inReplyTo: null, references: [] },
      // marked as made by a machine: it is never answered, and stands in no queue
      isUnasked: true,
    });
    return { fate, packet };
  };
}
