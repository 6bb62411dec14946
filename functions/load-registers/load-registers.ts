import type { z } from 'zod';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { PutResult } from '#shared/records/put-rows.ts';
import { putApprovedTraining, trainingHash } from '#shared/records/register-records.ts';
import { nameTokensMax, nameTokensOf, putSpecialist } from '#shared/records/roster-records.ts';
import { type CsvLine, type Refused, readCsv } from './read-csv.ts';
import { approvedColumns, approvedLineSchema, rosterColumns, specialistLineSchema } from './register-lines.ts';

/** Every line of the file is in one of the three. `loaded` are new and changed ones; reasons name no person. */
export type LoadReport = { loaded: number; unchanged: number; refused: Refused[] };

type Register<Entry> = {
  columns: readonly string[];
  schema: z.ZodType<Entry>;
  keyOf: (entry: Entry) => string;
  /** why an entry that reads well still cannot be kept, or null */
  objection: (entry: Entry) => string | null;
  put: (entry: Entry) => Promise<PutResult>;
};

/** Fills the two registers from CSV text. What is no longer in a file stays: a person's history must not vanish with a row. */
export function makeLoadRegisters({ records }: { records: RecordStore }) {
  return {
    loadRoster: (csvText: string): Promise<LoadReport> =>
      load(csvText, {
        columns: rosterColumns,
        schema: specialistLineSchema,
        keyOf: (specialist) => specialist.specialistId,
        objection: (specialist) =>
          nameTokensOf(specialist).length > nameTokensMax ? `the names have more than ${nameTokensMax} parts` : null,
        put: (specialist) => putSpecialist(records, specialist),
      }),
    loadApproved: (csvText: string): Promise<LoadReport> =>
      load(csvText, {
        columns: approvedColumns,
        schema: approvedLineSchema,
        keyOf: trainingHash,
        objection: () => null,
        put: (training) => putApprovedTraining(records, training),
      }),
  };
}

async function load<Entry>(csvText: string, register: Register<Entry>): Promise<LoadReport> {
  const { lines, refused } = readCsv(csvText, register.columns);
  const report: LoadReport = { loaded: 0, unchanged: 0, refused };
  const seen = new Map<string, number>();
  for (const line of lines) {
    const entry = entryOf(line, register, seen);
    if ('reason' in entry) {
      report.refused.push({ line: line.line, reason: entry.reason });
      continue;
    }
    const result = await register.put(entry.entry);
    if (result === 'unchanged') report.unchanged += 1;
    else report.loaded += 1;
  }
  report.refused.sort((a, b) => a.line - b.line);
  return report;
}

function entryOf<Entry>(
  { line, cells }: CsvLine,
  register: Register<Entry>,
  seen: Map<string, number>,
): { entry: Entry } | { reason: string } {
  const parsed = register.schema.safeParse(cells);
  if (!parsed.success) {
    return { reason: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ') };
  }
  const reason = register.objection(parsed.data);
  if (reason !== null) return { reason };
  const key = register.keyOf(parsed.data);
  const earlier = seen.get(key);
  if (earlier !== undefined) return { reason: `the same entry as line ${earlier}` };
  seen.set(key, line);
  return { entry: parsed.data };
}
