import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { documentKindSchema } from '#shared/domain/document.ts';
import { openMail } from '#shared/mail/open-mail.ts';
import type { Made } from './corpus-folder.ts';
import { media } from './make/captures.ts';

/** The papers of the sample mails beside the repository, where they are, as files with their truth. */
const samples = new URL('../../../shared/samples/', import.meta.url);

const scalar = z.union([z.string(), z.boolean(), z.null()]);
const either = z.union([scalar, z.array(scalar)]);
const documentSchema = z.object({
  ...{ attachment: z.string(), pages: z.tuple([z.number(), z.number()]), kind: z.array(documentKindSchema) },
  ...{ medium: z.enum(media), layout: z.string(), fields: z.record(z.string(), either), count: z.array(z.string()) },
  trainings: z.array(
    z.object({
      ...{ title: z.string(), provider: z.string(), completedOn: z.string(), hours: z.string() },
      category: z.enum(['ethics', 'core']).optional(),
      priorApproved: z.boolean().optional(),
    }),
  ),
  optional: z.boolean().optional(),
});
const mailSchema = z.object({
  ...{ file: z.string(), documents: z.array(documentSchema), ignore: z.array(z.string()).optional() },
});

const endings: Readonly<Record<string, string>> = {
  ...{ 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/tiff': 'tif' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

export async function sampleFiles(): Promise<Made[]> {
  if (!existsSync(samples)) return [];
  const folder = await mkdtemp(join(tmpdir(), 'samples-'));
  const made: Made[] = [];
  for (const line of readFileSync(new URL('truth.jsonl', samples), 'utf8').trim().split('\n')) {
    const mail = mailSchema.parse(JSON.parse(line));
    const opened = await openMail(readFileSync(new URL(mail.file, samples)));
    if (opened.outcome !== 'opened') continue;
    for (const attachment of new Set(mail.documents.map((one) => one.attachment))) {
      const file = opened.files.find((one) => one.attachment === attachment);
      const ending = file && endings[file.mediaType];
      const documents = mail.documents.filter((one) => one.attachment === attachment && one.optional !== true);
      const [first] = documents;
      if (!file || !ending || !first || mail.ignore?.includes('documents')) continue;
      const name = `${mail.file.slice(0, 3)}-${made.length}`;
      const path = join(folder, `${name}.${ending}`);
      await writeFile(path, file.bytes);
      made.push({
        ...{ name: `${mail.file} ${attachment}`, file: `${name}.${ending}`, path, seed: '', split: 'held' },
        ...{ capture: first.medium, layout: first.layout, medium: first.medium },
        documents: documents.map(truthOf),
      });
    }
  }
  return made;
}

/** A field with several right answers is left out: this corpus knows one truth. */
function truthOf({ pages, kind, fields, count, trainings }: z.infer<typeof documentSchema>): Made['documents'][number] {
  const counted = Object.fromEntries(
    count.flatMap((field) => {
      const value = fields[field] ?? null;
      return Array.isArray(value) ? [] : [[field, value] as const];
    }),
  );
  return { pages, kind: kind[0] ?? 'other', fields: counted, trainings };
}
