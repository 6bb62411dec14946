import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rowSchema = z.object({ pk: z.string(), sk: z.string(), body: z.string() });
type Row = z.infer<typeof rowSchema>;

export function rowsOf(folder: string): Row[] {
  const database = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });
  try {
    return database
      .prepare('SELECT pk, sk, body FROM records')
      .all()
      .map((row) => rowSchema.parse(row));
  } finally {
    database.close();
  }
}

/** What the machinery writes about its own work. Cases, people and letters are for names; these are not. */
const isMachinery = ({ pk, sk }: Row) =>
  /^(?:RUN|RUNS|DISPOSALS|WATCH|SWEEPS|CHAIN|HEALTH|DELIVERY|TRIES|SESSION|SIGN-IN)(?:#|$)/.test(pk) ||
  /^(?:AUDIT|OPENED|SEGMENT)#/.test(sk);

export const machineryOf = (folder: string): string[] =>
  rowsOf(folder)
    .filter(isMachinery)
    .map(({ pk, sk, body }) => `${pk} ${sk} ${body}`);

/** Names of all files below, and what stands in those that anybody may keep: the ends of audit trails. */
export function namesAndSeals(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const isSeal = path.startsWith('audit-heads') && statSync(join(folder, path)).isFile();
    return isSeal ? [path, readFileSync(join(folder, path), 'utf8')] : [path];
  });
}

const factsSchema = z.object({
  mail: z
    .object({ from: z.string().nullable(), fromName: z.string().nullable(), subject: z.string(), bodyText: z.string() })
    .nullable()
    .optional(),
  attachment: z.string().optional(),
  legalName: z.string().optional(),
  email: z.string().nullable().optional(),
  fields: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
  trainings: z.array(z.object({ title: z.object({ value: z.unknown() }) })).optional(),
});

/** Fields whose values are words of ours or days: `ethics`, `in-person`, `2026-03-04`. */
const isOwnWord = (value: string) => /^[a-z-]+$/.test(value) || /^[\d./-]+$/.test(value) || /^RPSS-\d+$/.test(value);

/** Everything that strangers wrote, as it is on record: names, addresses, subjects, names of files, words of mails and of papers. */
export function writtenByStrangers(folder: string): Set<string> {
  const all = new Set<string>();
  const add = (text: unknown) => {
    if (typeof text !== 'string') return;
    for (const line of text.split(/[\r\n]+/).map((one) => one.trim()))
      if (line.length >= 6 && line.length < 400 && !isOwnWord(line)) all.add(line.toLowerCase());
  };
  for (const { body } of rowsOf(folder)) {
    const facts = factsSchema.safeParse(JSON.parse(body)).data;
    if (facts === undefined) continue;
    const { mail, attachment, legalName, email, fields, trainings } = facts;
    for (const text of [mail?.from, mail?.fromName, mail?.subject, mail?.bodyText, legalName, email]) add(text);
    // "certificate.pdf" is anybody's
    add(attachment !== undefined && attachment.length > 18 ? attachment : null);
    for (const { value } of Object.values(fields ?? {})) add(value);
    for (const { title } of trainings ?? []) add(title.value);
  }
  return all;
}

/** Where a text is repeated: the place's name and the text. */
export function repeatedIn(places: Readonly<Record<string, readonly string[]>>, texts: ReadonlySet<string>): string[] {
  return Object.entries(places).flatMap(([place, lines]) => {
    const whole = lines.join('\n').toLowerCase();
    return [...texts].filter((text) => whole.includes(text)).map((text) => `${place}: ${text}`);
  });
}
