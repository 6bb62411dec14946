import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A register of every person of a large state is about 10 MB. */
const csvCharactersMax = 50_000_000;
const lineCharactersMax = 20_000;

export type CsvLine = { line: number; cells: Record<string, string> };
export type Refused = { line: number; reason: string };
export type CsvReading = { lines: CsvLine[]; refused: Refused[] };

const parsedSchema = z.array(z.object({ info: z.object({ lines: z.number().int() }), record: z.array(z.string()) }));

/**
 * The lines of a CSV file with a head line, cells trimmed, with the number of the line each ends on. A file that is not
 * CSV to its end, or lacks a column, gives no lines at all and one refusal.
 */
export function readCsv(text: string, columns: readonly string[]): CsvReading {
  if (text.length > csvCharactersMax) return refusedFile(1, 'the file is too large');
  try {
    const options = { bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true } as const;
    const [head, ...rows] = parsedSchema.parse(parse(text, { ...options, max_record_size: lineCharactersMax }));
    const missing = columns.filter((column) => !head?.record.includes(column));
    if (!head || missing.length > 0) return refusedFile(1, `the head line lacks ${missing.join(', ')}`);
    return cellsOf(head.record, rows);
  } catch (error) {
    if (error instanceof CsvError) return refusedFile(lineOf(error), `the file is not CSV here (${error.code})`);
    throw error;
  }
}

function cellsOf(head: string[], rows: z.infer<typeof parsedSchema>): CsvReading {
  const reading: CsvReading = { lines: [], refused: [] };
  for (const { info, record } of rows) {
    const line = info.lines;
    if (record.length !== head.length) {
      reading.refused.push({ line, reason: `${record.length} cells where the head line has ${head.length}` });
    } else {
      reading.lines.push({ line, cells: Object.fromEntries(head.map((name, at) => [name, record[at] ?? ''])) });
    }
  }
  return reading;
}

function refusedFile(line: number, reason: string): CsvReading {
  return { lines: [], refused: [{ line, reason: `${reason}; nothing of the file was loaded` }] };
}

function lineOf(error: CsvError): number {
  return z.object({ lines: z.number().int() }).safeParse(error).data?.lines ?? 1;
}
