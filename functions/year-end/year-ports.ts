import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Programme } from '#shared/rules/programme.ts';

/** `auditSample`: the office's own share and seed, where the programme's pages name no share. */
export type YearPorts = {
  records: RecordStore;
  clock: Clock;
  programme: Programme;
  auditSample: { percent: number; seed: string };
};
