const endSign = Buffer.from('PK\x05\x06', 'latin1');
const entrySign = 0x02014b50;
const endBytes = 22;
/** A comment of a zip is no longer than two bytes can say. */
const commentMax = 65_535;
const namesMax = 2_000;

/** Where the directory of a zip ends; null when the bytes do not end as a zip does, with a comment or without. */
export function endOfZip(bytes: Uint8Array): number | null {
  const first = Math.max(0, bytes.length - endBytes - commentMax);
  const last = Buffer.from(bytes.buffer, bytes.byteOffset + first, bytes.length - first);
  for (let from = last.length - endBytes; from >= 0; ) {
    const at = last.lastIndexOf(endSign, from);
    if (at < 0) return null;
    if (at + endBytes + last.readUInt16LE(at + 20) === last.length) return first + at;
    from = at - 1;
  }
  return null;
}

/**
 * The names in the directory of a zip, and only those: a zip that lies inside has a directory of its own, whose names may stand in these
 * bytes as well. Null when there is no directory to be read.
 */
export function namesInZip(bytes: Uint8Array): string[] | null {
  const end = endOfZip(bytes);
  if (end === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // from its own end: bytes in front of the archive move all that it says of places
  let at = end - view.getUint32(end + 12, true);
  const names: string[] = [];
  while (at >= 0 && at + 46 <= end && names.length < namesMax) {
    if (view.getUint32(at, true) !== entrySign) break;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const from = at + 46;
    names.push(Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(name ?? 0, end - from)).toString('latin1'));
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
