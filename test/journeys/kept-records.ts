import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type CaseFile, caseFileSchema } from '#shared/domain/case-file.ts';
import { type FileRecord, fileRecordSchema } from '#shared/domain/document.ts';
import { type Submission, submissionSchema } from '#shared/domain/submission.ts';

/** What a host left in its data folder, read past the host: the rows as they lie on the disk. */
export type KeptRecords = {
  readonly submissions: Submission[];
  readonly caseFiles: CaseFile[];
  readonly files: FileRecord[];
  readonly keys: string[];
};

const rowsSchema = z.array(z.object({ pk: z.string(), sk: z.string(), body: z.string() }));

export function readRecords(data: string): KeptRecords {
  const database = new DatabaseSync(join(data, 'records.sqlite'), { readOnly: true });
  try {
    const rows = rowsSchema.parse(database.prepare('SELECT pk, sk, body FROM records').all());
    const bodiesAt = (from: RegExp, sk: RegExp): unknown[] =>
      rows.filter((row) => from.test(row.pk) && sk.test(row.sk)).map((row) => JSON.parse(row.body));
    return {
      submissions: z.array(submissionSchema).parse(bodiesAt(/^SUB#/, /^SUBMISSION$/)),
      caseFiles: z.array(caseFileSchema).parse(bodiesAt(/^PERSON#/, /^YEAR#/)),
      files: z.array(fileRecordSchema).parse(bodiesAt(/^SUB#/, /^FILE#\w+$/)),
      keys: rows.map((row) => `${row.pk} ${row.sk}`),
    };
  } finally {
    database.close();
  }
}

/** How many answers lie in the outbox for each Message-ID they answer. */
export async function answersByMail(data: string): Promise<Map<string, number>> {
  const outbox = join(data, 'outbox');
  const counts = new Map<string, number>();
  for (const name of await readdir(outbox)) {
    if (!name.endsWith('.eml')) continue;
    const head = (await readFile(join(outbox, name), 'latin1')).replace(/\r?\n[ \t]+/g, ' ');
    const answered = /^In-Reply-To:\s*(<.+>)\s*$/im.exec(head)?.[1] ?? `(none) ${name}`;
    counts.set(answered, (counts.get(answered) ?? 0) + 1);
  }
  return counts;
}
