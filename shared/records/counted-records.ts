import { noUnits, type StoreUnits } from '#shared/domain/sweep-run.ts';
import type { ListQuery, NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';

export type CountedRecords = RecordStore & { units(): StoreUnits };

/** Names of the attributes and the version of a row, which DynamoDB weighs too. */
const frameBytes = 64;
/** Of rows that are only counted nobody knows the size: as large as one of the roster. */
const countedRowBytes = 512;

/**
 * The same store, with what its use would cost on DynamoDB: a read unit is 4 kB of a consistent read or 8 kB of an index, a write
 * unit 1 kB, twice in a transaction as all our writes are, and once more for each index. Where it cannot be known, whether an
 * index moves, the dearer is counted.
 */
export function countedRecords(records: RecordStore): CountedRecords {
  let { read, written } = noUnits;
  return {
    async find(key) {
      const found = await records.find(key);
      read += readUnits(found === null ? 0 : bytesOf(found), {});
      return found;
    },
    async list(query) {
      const page = await records.list(query);
      read += readUnits(
        page.records.reduce((sum, row) => sum + bytesOf(row), 0),
        query,
      );
      return page;
    },
    async count(query) {
      const rows = await records.count(query);
      read += readUnits(rows * countedRowBytes, query);
      return rows;
    },
    async write(writes) {
      written += unitsOfWrites(writes).written;
      return records.write(writes);
    },
    units: () => ({ read, written }),
  };
}

/** For a row that tells of what is written with it. */
export function unitsOfWrites(writes: readonly Write[]): StoreUnits {
  return { read: 0, written: writes.reduce((sum, write) => sum + writeUnits(write), 0) };
}

function readUnits(bytes: number, { index }: Pick<ListQuery, 'index'>): number {
  const blocks = Math.max(1, Math.ceil(bytes / 4096));
  return index === undefined ? blocks : blocks / 2;
}

function writeUnits(write: Write): number {
  if (!('put' in write)) return 'remove' in write ? 2 + 2 : 2;
  const { put, expect } = write;
  const blocks = Math.ceil(bytesOf(put) / 1024);
  const inIndex = (place: NewRecord['index1']) => {
    if (expect === 'absent') return place === undefined ? 0 : blocks;
    return place === undefined ? 1 : 2 * blocks;
  };
  return 2 * blocks + inIndex(put.index1) + inIndex(put.index2);
}

function bytesOf({ pk, sk, body, index1, index2 }: NewRecord | StoredRecord): number {
  const places = [pk, sk, index1?.pk, index1?.sk, index2?.pk, index2?.sk];
  const keys = places.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return frameBytes + keys + Buffer.byteLength(JSON.stringify(body) ?? '');
}
