import type { RecordStore } from './record-store.ts';

/** For whoever takes lists out whose counts have to add up, while others go on deciding. */
export interface RecordSnapshots {
  /**
   * What `read` finds is the store as it stood at one moment. `read` may be called more than once, asks the same each time (so nothing
   * by a clock that goes on), and only reads: a write of it is a "conflict" and changes nothing. Throws `TryAgain` when so much is written meanwhile that no such moment is seen.
   */
  atOneMoment<Read>(read: (records: RecordStore) => Promise<Read>): Promise<Read>;
}
