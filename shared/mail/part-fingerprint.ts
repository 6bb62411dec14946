import { createHash } from 'node:crypto';

const known = new WeakMap<Uint8Array, string>();

/** Parsers differ in line ends and in one at the end, where the encoding is not base64: they are left out of the comparison. */
export function fingerprint(bytes: Uint8Array): string {
  const found = known.get(bytes) ?? hashOf(bytes);
  known.set(bytes, found);
  return found;
}

/** As one of them byte for byte, which is soon seen, or by its fingerprint. */
export const isAmong = (bytes: Uint8Array, known: readonly Uint8Array[]): boolean =>
  known.some((one) => areEqual(one, bytes)) || known.some((one) => fingerprint(one) === fingerprint(bytes));

export const areEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && Buffer.compare(one, other) === 0;

function hashOf(bytes: Uint8Array): string {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 10 || byte === 13) continue;
    kept[length] = byte;
    length += 1;
  }
  return createHash('sha256').update(kept.subarray(0, length)).digest('hex');
}
