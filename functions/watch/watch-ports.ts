import type { ClockDoubt } from '#shared/domain/clock-doubt.ts';
import type { RunId } from '#shared/domain/ids.ts';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { RunWatcher } from '#shared/ports/workflow-runner.ts';
import type { Programme } from '#shared/rules/programme.ts';

/** A mail as the mail service laid it down, and when. */
export type InboundMail = { key: string; at: string };

export type WatchPorts = {
  records: RecordStore;
  files: FileStore;
  /** where each night's seal of the audit trail lies outside the store */
  heads: AuditHeads;
  clock: Clock;
  programme: Programme;
  runs: RunWatcher;
  /** runs that ended in a fault; null where the cloud's own alarms look at them */
  failedRuns: (() => Promise<RunId[]>) | null;
  /** mails that the mail service laid down between two instants; null where it hands them over itself */
  inboundMails: ((between: { from: string; until: string }) => Promise<InboundMail[]>) | null;
  /** tells whoever takes mails in of one, as the mail service should have */
  announce: (mail: InboundMail) => Promise<void>;
  /** what speaks against the clock of this machine; null in the cloud, which sets its own */
  clockDoubts: (() => ClockDoubt[]) | null;
};
