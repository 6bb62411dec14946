import type { PacketPage } from '#shared/domain/canary-packet.ts';
import { packetPageSchema } from '#shared/domain/canary-packet.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { MailAttachment } from '#shared/ports/mail-sender.ts';

export type Packet = { page: PacketPage; files: readonly MailAttachment[] };

/** The packet of a programme from its folder `canary`; null where a programme has none. Throws `GiveUp` for one that cannot be used. */
export function readPacket(read: (name: string) => Uint8Array | null): Packet | null {
  const written = read('packet.json');
  if (written === null) return null;
  const page = packetPageSchema.parse(JSON.parse(new TextDecoder().decode(written)));
  const files = page.files.map((file) => {
    const bytes = read(file.name);
    if (bytes === null) throw new GiveUp('packet.json of the canary names a file that is not in its folder');
    return { ...file, bytes };
  });
  return { page, files };
}
