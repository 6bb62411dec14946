import { z } from 'zod';
import { rowColumns } from './correction.ts';
import type { DocumentRecord, FieldValue } from './document.ts';
import { valueMediumSchema } from './reading.ts';

/** Of one field read in one way: how many values a person had before them, and how many of those they changed. */
export const readFiguresSchema = z.object({
  field: z.string(),
  medium: valueMediumSchema,
  seen: z.number().int().min(0),
  corrected: z.number().int().min(0),
});
export type ReadFigures = z.infer<typeof readFiguresSchema>;

type Seen = Pick<ReadFigures, 'field' | 'medium'> & { isCorrected: boolean };

/**
 * The values of papers that a person decided on: `asRead` as the machine left them, `corrected` the same papers with what
 * people said laid over. A private paper was shown to nobody, so nothing is said about it.
 */
export function readFigures(asRead: readonly DocumentRecord[], corrected: readonly DocumentRecord[]): ReadFigures[] {
  const seen = asRead.flatMap((document, at) => {
    const after = corrected[at];
    return document.isSensitive || after === undefined ? [] : seenOn(document, after);
  });
  return tallied(seen.map(({ isCorrected, ...one }) => ({ ...one, seen: 1, corrected: isCorrected ? 1 : 0 })));
}

/** Adds up what stands for the same field and medium. */
export function tallied(figures: readonly ReadFigures[]): ReadFigures[] {
  const sums = new Map<string, ReadFigures>();
  for (const { field, medium, seen, corrected } of figures) {
    const sum = sums.get(`${field} ${medium}`) ?? { field, medium, seen: 0, corrected: 0 };
    sums.set(`${field} ${medium}`, { ...sum, seen: sum.seen + seen, corrected: sum.corrected + corrected });
  }
  return [...sums.values()];
}

function seenOn(before: DocumentRecord, after: DocumentRecord): Seen[] {
  const medium = before.reading;
  const kind: Seen = { field: 'kindOfPaper', medium, isCorrected: before.kind !== after.kind };
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])];
  const fields = names.flatMap((field) => seenField(field, after.fields[field], medium));
  const added = after.trainings.filter(({ title }) => isOnlySaid(title));
  const kept = after.trainings.filter(({ title }) => !isOnlySaid(title));
  const columns = kept.flatMap((row) => rowColumns.flatMap((name) => seenField(inRow(name), row[name], medium)));
  const wrongRows = before.trainings.length - kept.length + added.length;
  const rows = Array.from({ length: before.trainings.length + added.length }, (_, at): Seen => {
    return { field: 'trainingRow', medium, isCorrected: at < wrongRows };
  });
  return [kind, ...fields, ...columns, ...rows];
}

const inRow = (column: string) => `row${column.charAt(0).toUpperCase()}${column.slice(1)}`;

/** Said by a person where the machine had read nothing. */
const isOnlySaid = ({ source, asRead }: FieldValue) => source?.medium === 'person' && asRead === undefined;

function seenField(field: string, after: FieldValue | undefined, ofPaper: ReadFigures['medium']): Seen[] {
  if (after === undefined) return [];
  // somebody left empty what the machine had left out: nothing was read and nothing is wrong
  if (isOnlySaid(after)) return after.value === null ? [] : [{ field, medium: ofPaper, isCorrected: true }];
  const machine = after.source?.medium === 'person' ? after.asRead : after;
  const isCorrected = machine !== undefined && machine.value !== after.value;
  return [{ field, medium: machine?.source?.medium ?? ofPaper, isCorrected }];
}
