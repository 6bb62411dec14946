import type { DocumentRecord, FieldValue, TrainingRow } from '#shared/domain/document.ts';
import type { Made, Truth } from './corpus-folder.ts';
import { alike, isSame, paired, typeOf, type Value, type ValueType } from './same-value.ts';

/** One value that had to be read, and what became of it: a line of values.jsonl. */
export type ValueLine = {
  readonly document: string;
  readonly layout: string;
  readonly medium: string;
  readonly capture: string;
  readonly split: 'fit' | 'held';
  readonly kind: string;
  readonly kindRead: string | null;
  /** for a row of a report: which one, from 1 */
  readonly row: number | null;
  readonly field: string;
  readonly type: ValueType;
  readonly truth: Value;
  readonly value: Value | undefined;
  readonly right: boolean;
  readonly confidence: number | null;
  readonly raw: string | null;
  readonly source: FieldValue['source'] | null;
  readonly witness: FieldValue['witness'] | null;
  /** the engine's own confidence in the words of this place, the lowest of them; null without words */
  readonly words: number | null;
};

export type FileScore = {
  readonly kinds: readonly { truth: string; read: string | null; document: string }[];
  readonly values: readonly ValueLine[];
  readonly rows: { readonly wanted: number; readonly found: number; readonly right: number; readonly read: number };
  readonly extraDocuments: number;
};

/** The lowest engine confidence among the words of a place. */
export type WordsOf = (page: number, box: FieldValue['box']) => number | null;

function overlap(a: readonly [number, number], b: readonly [number, number]): number {
  const cut = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1;
  return cut <= 0 ? 0 : cut / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]) + 1);
}

const nameOf = (fields: Readonly<Record<string, Value>>) =>
  [fields.courseTitle, fields.legalName, fields.holderName].find((one) => typeof one === 'string') ?? null;

function closeness(truth: Truth, read: DocumentRecord): number {
  const pages = overlap(truth.pages, read.pages);
  if (pages === 0) return 0;
  const valuesRead = Object.fromEntries(Object.entries(read.fields).map(([name, { value }]) => [name, value]));
  const [own, other] = [nameOf(truth.fields), nameOf(valuesRead)];
  const names = typeof own === 'string' && typeof other === 'string' ? alike(own, other) : 0;
  return pages * 2 + (truth.kind === read.kind ? 0.6 : 0) + names;
}

export function compareFile(made: Made, read: readonly DocumentRecord[], wordsOf: WordsOf): FileScore {
  const pairs = paired(made.documents, read, closeness);
  const matched = new Set(pairs.values());
  const rows = { wanted: 0, found: 0, right: 0, read: 0 };
  const values: ValueLine[] = [];
  for (const truth of made.documents) {
    const found = pairs.get(truth) ?? null;
    const lineOf = lineMaker(made, truth, found, wordsOf);
    for (const [field, value] of Object.entries(truth.fields))
      values.push(lineOf(field, value, found?.fields[field], null));
    if (truth.kind !== 'ce-report') continue;
    const pairedRows = paired(truth.trainings, found?.trainings ?? [], rowCloseness);
    rows.wanted += truth.trainings.length;
    rows.found += pairedRows.size;
    rows.read += found?.trainings.length ?? 0;
    for (const [at, row] of truth.trainings.entries()) {
      const own = pairedRows.get(row);
      const lines = Object.entries(row).map(([field, value]) =>
        lineOf(field, value ?? null, own?.[field as keyof TrainingRow], at + 1),
      );
      values.push(...lines);
      const deciding = lines.filter(({ field }) => field === 'title' || field === 'completedOn' || field === 'hours');
      if (own && deciding.every(({ right }) => right)) rows.right += 1;
    }
  }
  const kinds = made.documents.map((truth) => ({
    truth: truth.kind,
    read: pairs.get(truth)?.kind ?? null,
    document: made.name,
  }));
  const extraDocuments = read.filter((one) => !matched.has(one) && one.kind !== 'other').length;
  return { kinds, values, rows, extraDocuments };
}

function rowCloseness(truth: Truth['trainings'][number], row: TrainingRow): number {
  const title = typeof row.title.value === 'string' ? alike(truth.title, row.title.value) : 0;
  if (title < 0.6) return 0;
  const day = isSame('completedOn', truth.completedOn, row.completedOn.value) ? 0.3 : 0;
  return title + day + (isSame('hours', truth.hours, row.hours.value) ? 0.2 : 0);
}

function lineMaker(made: Made, truth: Truth, found: DocumentRecord | null, wordsOf: WordsOf) {
  return (field: string, wanted: Value, got: FieldValue | undefined, row: number | null): ValueLine => ({
    ...{ document: made.name, layout: made.layout, medium: made.medium, capture: made.capture, split: made.split },
    ...{ kind: truth.kind, kindRead: found?.kind ?? null, row, field, type: typeOf(field), truth: wanted },
    value: got?.value,
    // a document nobody found has nothing right, not even what is not printed
    right: found !== null && isSame(field, wanted, got?.value),
    confidence: got?.confidence ?? null,
    raw: got?.raw ?? null,
    source: got?.source ?? null,
    witness: got?.witness ?? null,
    words: got ? wordsOf(got.page, got.box) : null,
  });
}
