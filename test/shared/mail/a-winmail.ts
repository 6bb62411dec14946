export type WinmailFile = { title: string; longName?: string; bytes?: Uint8Array; embedded?: Uint8Array };

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
export const u32 = (value: number): Buffer =>
  Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24]);
const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

export function attribute(level: number, id: number, data: Uint8Array): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(sum)]);
}

export function variable(type: number, id: number, value: Uint8Array): Buffer {
  return Buffer.concat([u16(type), u16(id), u32(1), u32(value.length), padded(value)]);
}

/** As Outlook writes it: a message attribute, then for each attachment its beginning, title, data and properties. */
export function aWinmail(attachments: readonly WinmailFile[]): Buffer {
  const parts = attachments.flatMap(({ title, longName, bytes, embedded }) => {
    const properties = [
      Buffer.concat([u16(0x0003), u16(0x0e20), u32(7)]),
      Buffer.concat([u16(0x0003), u16(0x8001), Buffer.alloc(16, 3), u32(0), u32(5), u32(9)]),
      ...(longName === undefined ? [] : [variable(0x1f, 0x3707, Buffer.from(`${longName}\0`, 'utf16le'))]),
      ...(embedded ? [variable(0x0d, 0x3701, Buffer.concat([Buffer.alloc(16, 1), embedded]))] : []),
    ];
    return [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
      ...(bytes ? [attribute(2, 0x0006800f, bytes)] : []),
      attribute(2, 0x00069005, Buffer.concat([u32(properties.length), ...properties])),
    ];
  });
  return Buffer.concat([u32(0x223e9f78), u16(1), attribute(1, 0x00089006, u32(0x10000)), ...parts]);
}
