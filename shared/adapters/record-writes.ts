import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordKey, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';

/** Body as JSON text; the port promises 100 kB, DynamoDB itself would take 400. */
const bodyBytesMax = 100_000;
/** DynamoDB takes 2048 bytes for pk and 1024 for sk; one bound for all keys is easier to keep in mind. */
const keyBytesMax = 1024;

/**
 * Refuses what one of the two stores could not do, so that the other never grows used to it. Throws `GiveUp`.
 * Messages name the fault and never the key: a key may hold an address.
 */
export function checkWrites(writes: readonly Write[]): void {
  if (writes.length < 1 || writes.length > writesAtOnceMax) {
    throw new GiveUp(`a write is 1 to ${writesAtOnceMax} changes, not ${writes.length}`);
  }
  const seen = new Set<string>();
  for (const write of writes) {
    const key = keyOf(write);
    checkKey(key);
    if ('put' in write) {
      for (const indexKey of [write.put.index1, write.put.index2]) if (indexKey) checkKey(indexKey);
    }
    const name = JSON.stringify([key.pk, key.sk]);
    if (seen.has(name)) throw new GiveUp('one write names the same record twice');
    seen.add(name);
  }
}

export function keyOf(write: Write): RecordKey {
  if ('put' in write) return write.put;
  return 'remove' in write ? write.remove : write.check;
}

/** Throws `GiveUp` for a key that DynamoDB or SQLite would refuse or change: empty, too long, half a character, NUL. */
export function checkKey(key: RecordKey): void {
  for (const part of [key.pk, key.sk]) {
    if (part === '' || part.includes('\0') || !part.isWellFormed() || Buffer.byteLength(part) > keyBytesMax) {
      throw new GiveUp(`a record key is 1 to ${keyBytesMax} bytes of well-formed text`);
    }
  }
}

/** The JSON text of a body. Throws `GiveUp` when it is no JSON value or too large. */
export function bodyText(body: unknown): string {
  const text: string | undefined = JSON.stringify(body);
  if (text === undefined) throw new GiveUp('a record body is a JSON value');
  if (Buffer.byteLength(text) > bodyBytesMax) throw new GiveUp(`a record body is at most ${bodyBytesMax} bytes`);
  return text;
}

/** The body of a stored row. Throws `GiveUp` when it is no JSON: somebody changed it past the store. */
export function bodyIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GiveUp('a stored row cannot be read: npm run audit -- verify', { cause });
  }
}
