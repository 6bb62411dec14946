import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mailPacket } from '#functions/canary/mail-packet.ts';
import { readPacket } from '#functions/canary/packet.ts';
import { lookAtPacket } from '#functions/canary/packet-round.ts';
import { openSmtpMailSender } from '#shared/adapters/local/smtp-mail-sender.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { LocalSettings } from '#shared/config/settings.ts';
import { canaryAddressOf, type Difference } from '#shared/domain/canary-run.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** A picture is read in some seconds; a busy machine is given so long. */
const secondsMost = 300;

/**
 * Hands the packet of the programme to the inbox of the host, as the mail server in front of it would, and waits until it is decided
 * and answered. In what it differs; null: this programme has no packet.
 */
export async function packetThrough(
  records: RecordStore,
  settings: LocalSettings,
): Promise<readonly Difference[] | null> {
  const packet = packetOfProgramme(settings);
  if (packet === null) return null;
  const { host, smtpPort: port, recipients, mailFrom, textReader } = settings;
  const [inbox = mailFrom] = recipients;
  const sendersProved = isBelieved(settings);
  const writtenOnTop = (at: Date) => (sendersProved ? checkedByServer(at) : '');
  const packetSender = openSmtpMailSender({ host, port, from: canaryAddressOf(inbox), writtenOnTop });
  const own = { records, clock: systemClock };
  await mailPacket({ ...own, packetSender, ids: systemIds(), secrets: randomSecrets, inbox }, packet);
  // a relay may take an answer anywhere: that it was handed over is what can be seen from here
  const expects = { sendersProved, picturesRead: textReader === 'embedded', answersComeBack: false };
  for (let second = 0; second < secondsMost; second += 1) {
    const look = await lookAtPacket({ ...own, packet, expects, log: { error: () => {} } });
    if (look !== null && look.fate !== 'on-its-way') return look.differs;
    await pause(1_000);
  }
  return ['not-filed'];
}

function packetOfProgramme({ programmeFolder }: Pick<LocalSettings, 'programmeFolder'>) {
  return readPacket((name) => {
    const file = join(programmeFolder, 'canary', name);
    return existsSync(file) ? readFileSync(file) : null;
  });
}

/** Whether the host believes what a mail server at this address wrote about a sender. */
const isBelieved = ({ senderCheck, host }: Pick<LocalSettings, 'senderCheck' | 'host'>): boolean =>
  senderCheck.by === 'receipt' && senderCheck.relays.includes(host);

/** What the office's own mail server writes on top of a mail whose sender's domain it has checked. */
function checkedByServer(at: Date): string {
  const server = 'canary.localhost';
  return [
    `Received: by ${server}; ${at.toUTCString().replace('GMT', '+0000')}`,
    `Authentication-Results: ${server}; dmarc=pass`,
    '',
  ].join('\r\n');
}
