import { type CanaryRun, canaryAddressOf, canaryIdOf } from '#shared/domain/canary-run.ts';
import type { Clock, Ids } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { canaryRunWrite, hashOfToken } from '#shared/records/canary-run-records.ts';
import { ownSpace } from '#shared/records/own-space.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import type { Packet } from './packet.ts';

export type MailPacketPorts = {
  records: RecordStore;
  /** sends from the canary's own address */
  packetSender: MailSender;
  clock: Clock;
  ids: Ids;
  secrets: Secrets;
  /** our own inbox */
  inbox: string;
};

/**
 * Mails the packet to our own inbox, as its one person would. The row that knows its token is written first: a packet that could not
 * even be sent is missed. The roster and the register that it is judged by lie in its own space, where nobody else is.
 */
export async function mailPacket(ports: MailPacketPorts, { page, files }: Packet): Promise<CanaryRun> {
  const { records, packetSender, clock, ids, secrets, inbox } = ports;
  const submissionId = canaryIdOf(ids.next());
  const token = secrets.next();
  const from = canaryAddressOf(inbox);
  const run: CanaryRun = {
    ...{ submissionId, tokenHash: hashOfToken(token), from, sentAt: clock.now(), receivedAs: page.receivedAs },
    ...{ spentBy: null, messageId: null, answerBackAt: null, differs: null },
  };
  const space = ownSpace(records, submissionId);
  await putSpecialist(space, { ...page.person, email: from });
  for (const training of page.approved) await putApprovedTraining(space, training);
  await records.write([canaryRunWrite(run, null)]);
  await packetSender.send({
    messageId: `${submissionId}@${inbox.split('@')[1] ?? 'localhost'}`,
    ...{ to: inbox, subject: page.subject, text: page.text, inReplyTo: null, references: [] },
    attachments: files,
    asCanary: { token },
  });
  return run;
}
