import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openMail } from '#shared/mail/open-mail.ts';
import { readPaper } from './reading-of.ts';

const folder = new URL('../../../../shared/samples/', import.meta.url);

const truthSchema = z.object({
  file: z.string(),
  documents: z.array(
    z.object({
      attachment: z.string(),
      kind: z.array(z.string()),
      medium: z.string(),
      optional: z.boolean().optional(),
      fields: z.record(z.string(), z.unknown()),
      count: z.array(z.string()),
      trainings: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
});

const numbers = /ours$|Year$/;
const letters = (value: unknown) =>
  String(value ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** As the score compares: names and titles by their letters, hours as numbers, everything else as it is. */
function isSame(field: string, wanted: unknown, got: unknown): boolean {
  const accepted = Array.isArray(wanted) ? wanted : [wanted];
  return accepted.some((value) => {
    if (value === null || value === '') return got === null || got === undefined;
    if (typeof value === 'boolean') return got === value;
    return numbers.test(field)
      ? typeof got === 'string' && Number(got) === Number(value)
      : letters(got) === letters(value);
  });
}

const lines = existsSync(folder) ? readFileSync(new URL('truth.jsonl', folder), 'utf8').trim().split('\n') : [];
const truths = lines.map((line) => truthSchema.parse(JSON.parse(line)));
const isDigital = ({ medium, optional }: { medium: string; optional?: boolean | undefined }) =>
  (medium === 'digital' || medium === 'acroform') && optional !== true;

describe.skipIf(truths.length === 0)('every digital paper of the sample mails', () => {
  it.each(truths.filter(({ documents }) => documents.some(isDigital)))(
    '$file is read without a mistake',
    async ({ file, documents }) => {
      const opened = await openMail(readFileSync(new URL(file, folder)));
      if (opened.outcome !== 'opened') throw new Error('the mail was not opened');
      const mistakes: string[] = [];
      for (const truth of documents.filter(isDigital)) {
        const found = opened.files.find(({ attachment }) => attachment === truth.attachment);
        if (found === undefined) throw new Error(`no ${truth.attachment}`);
        const { kind, values, extract } = await readPaper(found.bytes);
        if (!truth.kind.includes(kind)) mistakes.push(`${truth.attachment}: ${kind}`);
        const wrong = truth.count.filter((field) => !isSame(field, truth.fields[field], values[field]));
        mistakes.push(...wrong.map((field) => `${truth.attachment} ${field}: ${String(values[field])}`));
        const rows = extract.trainings.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])),
        );
        if (rows.length !== truth.trainings.length) mistakes.push(`${truth.attachment}: ${rows.length} rows`);
        truth.trainings.forEach((row, i) => {
          for (const [name, value] of Object.entries(row)) {
            if (!isSame(name, value, rows[i]?.[name]))
              mistakes.push(`${truth.attachment} row ${i + 1} ${name}: ${String(rows[i]?.[name])}`);
          }
        });
      }
      expect(mistakes).toEqual([]);
    },
  );
});
