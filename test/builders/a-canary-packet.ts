import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPacket } from '#functions/canary/check-packet.ts';
import { mailPacket } from '#functions/canary/mail-packet.ts';
import { type Packet, readPacket } from '#functions/canary/packet.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { type CanaryRun, canaryAddressOf } from '#shared/domain/canary-run.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findCanaryRun } from '#shared/records/canary-run-records.ts';

const folder = 'shared/rules/programmes/louisiana-rpss/canary';
export const inbox = 'ce@office.example';

export function thePacket(): Packet {
  const packet = readPacket((name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null));
  if (packet === null) throw new GiveUp('npm run fixtures makes the packet');
  return packet;
}

/** What the mail server in front of us writes on top of a mail whose sender's domain it has checked. */
export const proved =
  'Received: from out.example by mx.office.example; Mon, 16 Nov 2026 15:00:00 +0000\r\nAuthentication-Results: mx.office.example; dmarc=pass\r\n';

/** Mails a packet, and hands back the bytes that would come in. */
export async function aMailedPacket(records: RecordStore, now: string, packet = thePacket()) {
  const outbox = await mkdtemp(join(tmpdir(), 'canary-'));
  const packetSender = openFolderMailSender(outbox, canaryAddressOf(inbox));
  const own = { records, packetSender, clock: { now: () => now }, ids: systemIds(), secrets: randomSecrets, inbox };
  const run = await mailPacket(own, packet);
  const [name = ''] = await readdir(outbox);
  const raw = await readFile(join(outbox, name));
  await rm(outbox, { recursive: true });
  return { run, raw, asReceived: Buffer.concat([Buffer.from(proved), raw]) };
}

/** In what it differs, where senders are proved and no picture is read. */
export async function differencesOf(records: RecordStore, { tokenHash }: CanaryRun, expects = {}) {
  const found = await findCanaryRun(records, tokenHash);
  if (found === null) throw new GiveUp('no such packet was mailed');
  const usual = { sendersProved: true, picturesRead: false, answersComeBack: false };
  return checkPacket(records, found.run, thePacket().page, { ...usual, ...expects });
}
