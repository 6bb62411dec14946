/** Lengths as DER has them. `open`: of no length that is told, content in pieces, as streaming programs write it. */
export type Writing = 'closed' | 'open';

const oid = { data: '06092a864886f70d010701', signed: '06092a864886f70d010702', enveloped: '06092a864886f70d010703' };

function element(tag: number, content: Uint8Array, writing: Writing = 'closed'): Buffer {
  if (writing === 'open') return Buffer.concat([Buffer.from([tag, 0x80]), content, Buffer.alloc(2)]);
  const length: number[] = [];
  for (let left = content.length; left > 0; left = Math.floor(left / 256)) length.unshift(left % 256);
  const head = content.length < 128 ? [content.length] : [0x80 | length.length, ...length];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function octets(content: Uint8Array, writing: Writing): Buffer {
  if (writing === 'closed') return element(0x04, content);
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += 1000) pieces.push(element(0x04, content.subarray(at, at + 1000)));
  return element(0x24, Buffer.concat(pieces), 'open');
}

/** CMS as S/MIME uses it, with the content inside. No certificate and no signature stand in it: nobody checks them. */
export function aCmsOf(content: Uint8Array, writing: Writing = 'closed', kind: keyof typeof oid = 'signed'): Buffer {
  const enclosed = [Buffer.from(oid.data, 'hex'), element(0xa0, octets(content, writing), writing)];
  const signed = [
    element(0x02, Buffer.from([1])),
    element(0x31, Buffer.alloc(0)),
    element(0x30, Buffer.concat(enclosed), writing),
    element(0x31, Buffer.alloc(0)),
  ];
  const info = [Buffer.from(oid[kind], 'hex'), element(0xa0, element(0x30, Buffer.concat(signed), writing), writing)];
  return element(0x30, Buffer.concat(info), writing);
}
