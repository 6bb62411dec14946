import type { FileKey } from './file-store.ts';

/** Nobody may end the file before `until`; null: not before somebody lifts what was put on it by hand. */
export type FileLock = { until: string | null };

/**
 * Ends files of the file store for good. Only what carries out a disposal is given it: a period and two people let go of the file
 * before, and the log says so.
 */
export interface FileDisposal {
  /** null: it may go now. What is not there has no lock. */
  lockOf(key: FileKey): Promise<FileLock | null>;
  /** Every version of it. What is not there is no harm. Throws `TryAgain` when a lock was put on it meanwhile, or the store is busy. */
  destroy(key: FileKey): Promise<void>;
}
