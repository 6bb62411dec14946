import type { z } from 'zod';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { PutResult } from '#shared/records/put-rows.ts';
import { listApprovedTrainings, putApprovedTraining, trainingHash } from '#shared/records/register-records.ts';
import {
  listSpecialists,
  nameTokensMax,
  nameTokensOf,
  putSpecialist,
  withKeptColumns,
} from '#shared/records/roster-records.ts';
import { approvedColumns, approvedLineSchema, rosterColumns, specialistLineSchema } from './register-lines.ts';

/** One of the lists that the office keeps outside and hands over as CSV. */
export type Register<Entry> = {
  columns: readonly string[];
  schema: z.ZodType<Entry>;
  keyOf: (entry: Entry) => string;
  /** how a person of the office knows the entry */
  labelOf: (entry: Entry) => string;
  /** why an entry that reads well still cannot be kept, or null */
  objection: (entry: Entry) => string | null;
  /** `beside` is written in the same transaction when something changes */
  put: (entry: Entry, beside?: readonly Write[]) => Promise<PutResult>;
  everyEntry: () => Promise<Entry[]>;
  /** what the row would hold after it was put over what is on file */
  merged: (entry: Entry, onFile: Entry) => Entry;
};

export function rosterRegister(records: RecordStore): Register<Specialist> {
  return {
    columns: rosterColumns,
    schema: specialistLineSchema,
    keyOf: (specialist) => specialist.specialistId,
    labelOf: ({ specialistId, legalName }) => `${legalName} (${specialistId})`,
    objection: (specialist) =>
      nameTokensOf(specialist).length > nameTokensMax ? `the names have more than ${nameTokensMax} parts` : null,
    put: (specialist, beside) => putSpecialist(records, specialist, beside),
    everyEntry: () => listSpecialists(records),
    merged: withKeptColumns,
  };
}

export function approvedRegister(records: RecordStore): Register<ApprovedTraining> {
  return {
    columns: approvedColumns,
    schema: approvedLineSchema,
    keyOf: trainingHash,
    labelOf: ({ title, provider, approvedFrom }) => `${title} (${provider || 'any provider'}), from ${approvedFrom}`,
    objection: () => null,
    put: (training, beside) => putApprovedTraining(records, training, beside),
    everyEntry: () => listApprovedTrainings(records),
    merged: (entry) => entry,
  };
}
