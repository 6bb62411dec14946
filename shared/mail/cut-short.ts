import { latin1 } from './mail-lines.ts';

/** What stands near the end of a file of a kind when it is whole, and how far from its end at most. */
const endings = [
  { starts: '%PDF-', ends: '%%EOF', within: 2048 },
  { starts: '\x89PNG', ends: 'IEND', within: 64 },
  { starts: '\xff\xd8\xff', ends: '\xff\xd9', within: 2048 },
  { starts: 'PK\x03\x04', ends: 'PK\x05\x06', within: 66_000 },
];

/** A PDF, picture or archive that stops before its end. Of other kinds nobody can say. */
export function cutShort(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, 16);
  const kind = endings.find(({ starts }) => head.startsWith(starts));
  return kind !== undefined && !latin1(bytes, Math.max(0, bytes.length - kind.within)).includes(kind.ends);
}
