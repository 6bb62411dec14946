import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';

/** What is there at the end, in lines that can be held beside those of another run: instants and what hangs on them left out. */
export type EndState = { rows: string[]; files: string[]; letters: string[]; sends: number };

const text = z.string().nullable();
const rowSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  body: z.string(),
  index1pk: text,
  index1sk: text,
  index2pk: text,
  index2sk: text,
});
type Row = z.infer<typeof rowSchema>;

/** `at`: the instant of the end, by which a lease is free or somebody's. */
export function endStateOf(folder: string, letters: readonly OutgoingMail[], at: string): EndState {
  const database = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });
  const all = z.array(rowSchema).parse(database.prepare('SELECT * FROM records').all());
  database.close();
  const repeats = repeatsIn(all);
  const rows = all
    .filter(isKept)
    .filter((row) => !repeats.some((id) => JSON.stringify(row).includes(id)))
    .map((row) => inWords(freeOrHeld(row, at)));
  const files = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' });
  const told = letters.map(({ messageId, to, subject, text: words }) =>
    timeless([messageId, to, subject, words].join(' | ')),
  );
  return {
    // of a seal that was cut off a part may be left, which no day names
    rows: rows.filter((row, at) => !row.startsWith('SEAL#') || rows.indexOf(row) === at).sort(),
    files: files.filter((name) => /[0-9a-f]{64}$/.test(name)).sort(),
    letters: [...new Set(told)].sort(),
    sends: letters.length,
  };
}

/** What each step of a run answered: how it got there, and not where. */
const isKept = ({ pk, sk }: Row) => !(pk.startsWith('RUN#') && sk.startsWith('STEP#'));

const submissionSchema = z.looseObject({ submissionId: z.string(), duplicateOf: text, mail: z.unknown() });

/** A mail that was offered again because nobody had answered leaves a row that says so, and nothing else: at most that may differ. */
function repeatsIn(rows: readonly Row[]): string[] {
  const submissions = rows
    .filter(({ sk }) => sk === 'SUBMISSION')
    .map(({ body }) => submissionSchema.parse(JSON.parse(body)));
  return submissions
    .filter(({ duplicateOf, mail }) => duplicateOf !== null && mail === null)
    .map(({ submissionId }) => submissionId.slice('sub_'.length));
}

const bodySchema = z.looseObject({});

const sendingLeaseSchema = z.object({ until: z.string() });

/** Who was killed gives no lease back: its time runs out, which is the same to whoever comes next. */
function freeOrHeld(row: Row, at: string): Row {
  if (!row.pk.startsWith('LETTERS-SENDING#')) return row;
  const { until } = sendingLeaseSchema.parse(JSON.parse(row.body));
  return { ...row, body: JSON.stringify({ isHeld: until > at }) };
}

/** Links of the audit trail hang on the instants in its rows; `audit -- verify` looks at them by itself. */
function inWords({ pk, sk, body, ...indexes }: Row): string {
  const parsed: unknown = JSON.parse(body);
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  const { chain: _link, hash: _end, ...kept } = isObject ? bodySchema.parse(parsed) : { value: parsed };
  const key = sk.replace(/#[0-9a-f]{16}(?=#|$)/, '#hash');
  const line = timeless([pk, key, JSON.stringify(kept, inOrder), ...Object.values(indexes)].join(' '));
  // a seal is named by its own hash, which has the instant in it
  return pk.startsWith('SEAL') ? line.replaceAll(/[0-9a-f]{16,64}/g, 'hash') : line;
}

/** A row that was read and written again has its fields in another order, and says the same. */
function inOrder(_key: string, value: unknown): unknown {
  const fields = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value ?? {}) : null;
  if (fields === null || value === null) return value;
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Instants, the hash of a judgement, which holds the instants of its rulings, and what the tries of a sweep cost. */
const timeless = (line: string) =>
  line
    .replace(/"units":\{[^}]*\},"dollars":[\d.e-]+/, '"units":"so many"')

    .replace(/"judgementSha256":"\w+"/, '"judgementSha256":"hash"')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/g, 'then');

/** Lines that one has and the other has not; nothing where both are the same. `sendsMore`: so many letters may have gone out again. */
export function differences(without: EndState, withFault: EndState, sendsMore = 1): string[] {
  const parts = ['rows', 'files', 'letters'] as const;
  const lines = parts.flatMap((part) => {
    const missing = minus(without[part], withFault[part]);
    const tooMuch = minus(withFault[part], without[part]);
    const other = missing.flatMap((line) => {
      const twin = tooMuch.find((each) => keyOf(each) === keyOf(line));
      return twin === undefined ? [] : [[line, twin] as const];
    });
    return [
      ...other.map(([line, twin]) => `other: ${whereOther(line, twin)}`),
      ...minus(
        missing,
        other.map(([line]) => line),
      ).map((line) => `missing of ${part}: ${line.slice(0, 400)}`),
      ...minus(
        tooMuch,
        other.map(([, twin]) => twin),
      ).map((line) => `too much of ${part}: ${line.slice(0, 400)}`),
    ];
  });
  const more = withFault.sends - without.sends;
  return more < 0 || more > sendsMore ? [...lines, `${more} letters more were handed over`] : lines;
}

const keyOf = (line: string) => line.split(' ', 2).join(' ');

function whereOther(line: string, twin: string): string {
  const at = [...line].findIndex((letter, i) => letter !== twin[i]);
  const from = Math.max(0, at - 60);
  return `${keyOf(line)}: …${line.slice(from, at + 60)}… is …${twin.slice(from, at + 60)}…`;
}

function minus(from: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return from.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
