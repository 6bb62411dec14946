import type { DatabaseSync } from 'node:sqlite';
import type { Write } from '#shared/ports/record-store.ts';
import { orSqliteFault } from './sqlite-faults.ts';

export type Written = 'written' | 'conflict';
type Waiting = { writes: readonly Write[]; resolve: (written: Written) => void; reject: (fault: unknown) => void };
/** What became of one of those that share a commit: told only once the commit is on the disk. */
type Outcome = { written: Written } | { fault: unknown };

const isWritten = (outcome: Outcome) => 'written' in outcome && outcome.written === 'written';

export type GroupCommit = {
  /** All of `writes` or none of them; comes back when they are on the disk. */
  write(writes: readonly Write[]): Promise<Written>;
  /** Commits what still waits. */
  flush(): void;
};

/**
 * Writers who come in the same turn of the event loop share one commit, and so one wait for the disk: most of what a write takes.
 * Each stands behind a savepoint of its own, so that one whose expectation does not hold takes nothing of the others with it. Nobody
 * is answered before the commit has returned; when it fails, all of them failed.
 */
export function makeGroupCommit(database: DatabaseSync, applyWrite: (write: Write) => boolean): GroupCommit {
  let waiting: Waiting[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const outcomes = commitAll(group);
    for (const [at, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[at];
      if (outcome === undefined || 'fault' in outcome) reject(outcome?.fault);
      else resolve(outcome.written);
    }
  }

  function commitAll(group: readonly Waiting[]): Outcome[] {
    try {
      return orSqliteFault(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const outcomes = group.map(({ writes }) => (group.length === 1 ? applyAll(writes) : behindSavepoint(writes)));
          // one alone needs no savepoint: what it half wrote goes with the whole
          if (group.length > 1 || outcomes.every(isWritten)) database.exec('COMMIT');
          return outcomes;
        } finally {
          // a full disk may already have rolled back by itself
          if (database.isTransaction) database.exec('ROLLBACK');
        }
      });
    } catch (fault) {
      return group.map(() => ({ fault }));
    }
  }

  function behindSavepoint(writes: readonly Write[]): Outcome {
    database.exec('SAVEPOINT one');
    const outcome = applyAll(writes);
    // where the whole transaction is gone, as on a full disk, COMMIT fails for everybody
    if (!database.isTransaction) throw 'fault' in outcome ? outcome.fault : new Error('the transaction ended early');
    if (!isWritten(outcome)) database.exec('ROLLBACK TO one');
    database.exec('RELEASE one');
    return outcome;
  }

  function applyAll(writes: readonly Write[]): Outcome {
    try {
      return { written: orSqliteFault(() => writes.every(applyWrite)) ? 'written' : 'conflict' };
    } catch (fault) {
      return { fault };
    }
  }

  return {
    write: (writes) =>
      new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
    flush,
  };
}
