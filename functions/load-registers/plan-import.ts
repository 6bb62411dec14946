import { createHash } from 'node:crypto';
import type { Refused } from './read-csv.ts';
import { readEntries } from './read-entries.ts';
import type { Register } from './registers.ts';

/** One field as it is on file and as the file has it, in words. */
export type FieldChange = { field: string; before: string; after: string };
export type PlannedEntry<Entry> = {
  line: number;
  key: string;
  label: string;
  isNew: boolean;
  entry: Entry;
  changes: FieldChange[];
};

/** What importing a file would do. Nothing is ever removed: `notInFile` only says, by label, what the file leaves out. */
export type ImportPlan<Entry> = {
  added: PlannedEntry<Entry>[];
  changed: PlannedEntry<Entry>[];
  unchanged: number;
  notInFile: string[];
  refused: Refused[];
  /** of all that would be added and changed, field by field: the same only while file and records stay the same */
  sha256: string;
};

/** A spreadsheet that saved its own alphabet would give names other letters. */
const notText = {
  entries: [],
  refused: [{ line: 1, reason: 'the file is not text in UTF-8; nothing of the file was loaded' }],
};

/** `csvText` is null for a file that is no text. */
export async function planImport<Entry extends object>(
  csvText: string | null,
  register: Register<Entry>,
): Promise<ImportPlan<Entry>> {
  const { entries, refused } = csvText === null ? notText : readEntries(csvText, register);
  const onFile = new Map((await register.everyEntry()).map((entry) => [register.keyOf(entry), entry]));
  const plan: ImportPlan<Entry> = { added: [], changed: [], unchanged: 0, notInFile: [], refused, sha256: '' };
  for (const { line, key, entry } of entries) {
    const before = onFile.get(key);
    onFile.delete(key);
    const changes = changesOf(before ?? {}, before === undefined ? entry : register.merged(entry, before));
    const planned = { line, key, label: register.labelOf(entry), isNew: before === undefined, entry, changes };
    if (before === undefined) plan.added.push(planned);
    else if (changes.length > 0) plan.changed.push(planned);
    else plan.unchanged += 1;
  }
  const said = JSON.stringify([plan.added, plan.changed].map((all) => all.map(({ key, changes }) => [key, changes])));
  const notInFile = [...onFile.values()].map(register.labelOf);
  return { ...plan, notInFile, sha256: createHash('sha256').update(said).digest('hex') };
}

function changesOf(before: object, after: object): FieldChange[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields.flatMap((field) => {
    const change = { field, before: inWords(was.get(field)), after: inWords(is.get(field)) };
    return change.before === change.after ? [] : [change];
  });
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
