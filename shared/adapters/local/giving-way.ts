import { setImmediate } from 'node:timers/promises';
import { TryAgain } from '#shared/domain/faults.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

type Stores = { records: RecordStore; files: FileStore; heads: AuditHeads };

/** A reader of the console notices nothing of so short a pause. */
const turnMilliseconds = 20;

/**
 * The same stores for work that takes minutes in a process with other work to do. SQLite answers at once, so one read after the other
 * would leave nobody else a turn, not even the signal to stop; and after that signal no read begins any more.
 */
export function givingWay({ records, files, heads }: Stores, signal: AbortSignal): Stores {
  let since = performance.now();
  async function inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (performance.now() - since > turnMilliseconds) {
      await setImmediate();
      since = performance.now();
    }
    if (signal.aborted) throw new TryAgain('this machine is being stopped');
    return ask();
  }
  return {
    records: {
      find: (key) => inTurn(() => records.find(key)),
      list: (query) => inTurn(() => records.list(query)),
      count: (query) => inTurn(() => records.count(query)),
      write: (writes) => inTurn(() => records.write(writes)),
    },
    files: {
      put: (folder, bytes) => inTurn(() => files.put(folder, bytes)),
      read: (key) => inTurn(() => files.read(key)),
      has: (key) => inTurn(() => files.has(key)),
      list: (folder, after) => inTurn(() => files.list(folder, after)),
    },
    heads: {
      keep: (day, text) => inTurn(() => heads.keep(day, text)),
      read: (day) => inTurn(() => heads.read(day)),
      days: () => inTurn(() => heads.days()),
    },
  };
}
