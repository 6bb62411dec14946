import { type CsvLine, type Refused, readCsv } from './read-csv.ts';
import type { Register } from './registers.ts';

export type LineEntry<Entry> = { line: number; key: string; entry: Entry };
export type EntriesRead<Entry> = { entries: LineEntry<Entry>[]; refused: Refused[] };

/** The entries of a CSV text, each key once; every other line is refused with its number and a reason that names no person. */
export function readEntries<Entry>(csvText: string, register: Register<Entry>): EntriesRead<Entry> {
  const { lines, refused } = readCsv(csvText, register.columns);
  const read: EntriesRead<Entry> = { entries: [], refused: [...refused] };
  const seen = new Map<string, number>();
  for (const line of lines) {
    const found = entryOf(line, register, seen);
    if ('reason' in found) read.refused.push({ line: line.line, reason: found.reason });
    else read.entries.push(found);
  }
  read.refused.sort((a, b) => a.line - b.line);
  return read;
}

function entryOf<Entry>(
  { line, cells }: CsvLine,
  register: Register<Entry>,
  seen: Map<string, number>,
): LineEntry<Entry> | { reason: string } {
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
  return { line, key, entry: parsed.data };
}
