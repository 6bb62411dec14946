import { z } from 'zod';
import { fileIdSchema, runIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';
import { reasonCodeSchema } from '#shared/domain/reason.ts';
import { sweepRunIdSchema } from '#shared/domain/sweep-run.ts';

/**
 * Everything a log line may hold. Each is an id, a word of ours or a number; nothing a stranger wrote has a field to be in.
 * The patterns leave no room for a sentence, a name with a space or an address.
 */
const fieldSchemas = {
  step: z.string().regex(/^[A-Za-z][A-Za-z0-9?-]{0,59}$/),
  submissionId: submissionIdSchema,
  runId: runIdSchema,
  fileId: fileIdSchema,
  reference: z.string().regex(/^[A-Z]{2}-\d{4}-[0-9A-Z]{4,12}$/),
  reason: reasonCodeSchema,
  outcome: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  count: z.number().int(),
  ms: z.number(),
  sweepRunId: sweepRunIdSchema,
  readUnits: z.number(),
  writeUnits: z.number(),
  dollars: z.number(),
  /** the name of an error, never its message */
  error: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/),
};

export type LogFields = {
  step?: string;
  submissionId?: string;
  runId?: string;
  fileId?: string;
  reference?: string;
  reason?: z.infer<typeof reasonCodeSchema>;
  outcome?: string;
  count?: number;
  ms?: number;
  sweepRunId?: string;
  readUnits?: number;
  writeUnits?: number;
  dollars?: number;
  error?: string;
};

export interface Log {
  info(fields: LogFields): void;
  error(fields: LogFields): void;
}

type Options = { write?: (line: string) => void; now?: () => string };

/** One JSON object a line on stderr. What is not in the list above, or does not look like it, is dropped. */
export function makeLog({ write = writeToStderr, now = () => new Date().toISOString() }: Options = {}): Log {
  const line = (level: 'info' | 'error', fields: LogFields) =>
    write(`${JSON.stringify({ at: now(), level, ...allowed(fields) })}\n`);
  return { info: (fields) => line('info', fields), error: (fields) => line('error', fields) };
}

function allowed(fields: LogFields): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(fields));
  const kept: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fieldSchemas)) {
    const parsed = schema.safeParse(given.get(name));
    if (parsed.success) kept[name] = parsed.data;
  }
  return kept;
}

function writeToStderr(line: string): void {
  process.stderr.write(line);
}
