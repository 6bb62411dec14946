import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { SweepFinding, SweepRun } from '#shared/domain/sweep-run.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { PersonOnRecord } from '#shared/records/person-on-record.ts';
import type { Programme } from '#shared/rules/programme.ts';

/** A person as the walk meets them, without a read of their own. */
export type Walked = {
  specialist: Specialist;
  standings: readonly PersonStanding[];
  today: string;
  /** the first day that no sweep has looked at yet; today, unless nights were missed */
  since: string;
};

/** A person who is looked at in depth; `standings` are those that hold after it. */
export type Look = Walked & {
  before: readonly PersonStanding[];
  onRecord: PersonOnRecord;
  /** reads of a hook go through these: they are counted, and a dry run sees what it would have written */
  records: RecordStore;
  programme: Programme;
  /** the run's instant, for whatever is written */
  at: string;
  runId: string;
};

/** Writes of all hooks beside one person's standings. */
export const hookWritesMax = 8;

/** Something more for a person, in the same transaction as the standing. See README.md beside. */
export type SweepHook = {
  name: string;
  /** Asked for everybody each night: quick, and reads nothing. */
  asks(walked: Walked): boolean;
  writesFor(look: Look): Promise<readonly Write[]>;
};

/** Something more that the report of a run should say. */
export type SweepCheck = {
  name: string;
  run(asked: { run: SweepRun; records: RecordStore; now: string }): Promise<readonly SweepFinding[]>;
};
