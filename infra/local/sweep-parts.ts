import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { SweepParts } from './run-sweep.ts';

/** All that a night's sweep does on this machine. What is to be done for a person, or looked at in the end, is added here. */
export function sweepPartsOf(parts: { records: RecordStore; clock: Clock; programme: Programme }): SweepParts {
  return { ...parts, hooks: [], checks: [] };
}
