import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string;
  bytes: Uint8Array;
  /** what the directory claims the size to be, when it lies */
  claimedBytes?: number;
  isEncrypted?: boolean;
  /** unix mode, e.g. 0o120777 for a link */
  mode?: number;
};

/** A zip written by hand, so that it can lie. */
export function aZip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = deflateRawSync(entry.bytes);
    const name = Buffer.from(entry.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local, 4, entry, data.length, name.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    fields(central, 6, entry, data.length, name.length);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name, data);
    directory.push(central, name);
    offset += local.length + name.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** The ten fields that the local header and the directory share. */
function fields(header: Buffer, at: number, entry: ZipEntry, packed: number, nameBytes: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(entry.isEncrypted ? 1 : 0, at + 2);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt32LE(crc32(entry.bytes), at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(entry.claimedBytes ?? entry.bytes.length, at + 18);
  header.writeUInt16LE(nameBytes, at + 22);
}
