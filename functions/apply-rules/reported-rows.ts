import type { TrainingRow } from '#shared/domain/document.ts';
import { formatHours } from '#shared/domain/hours.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { type ClaimDocument, hoursOf, type ReportedRow, textOf } from './claim.ts';

/** The trainings of the forms, in order. A training with an ethics part is often written on two rows: they are one. */
export function reportedRows(forms: readonly ClaimDocument[]): ReportedRow[] {
  const rows = forms.flatMap((from) => from.document.trainings.map((row, at): ReportedRow => ({ row, from, at })));
  const joined: ReportedRow[] = [];
  for (const reported of rows) {
    const place = joined.findIndex((earlier) => areParts(earlier.row, reported.row));
    const whole = joined[place] ? joinParts(joined[place], reported) : null;
    if (whole) joined[place] = whole;
    else joined.push(reported);
  }
  return joined;
}

/** One row for ethics and one for core, of the same training on the same day. Two rows of one kind are two claims. */
function areParts(one: TrainingRow, other: TrainingRow): boolean {
  const kinds = [textOf(one.category), textOf(other.category)];
  const [title, sameTitle] = [textOf(one.title), textOf(other.title)];
  const day = textOf(one.completedOn);
  return (
    kinds.includes('ethics') &&
    kinds.includes('core') &&
    title !== null &&
    sameTitle !== null &&
    isSameTitle(title, sameTitle) &&
    day !== null &&
    day === textOf(other.completedOn)
  );
}

function joinParts(one: ReportedRow, other: ReportedRow): ReportedRow | null {
  const [hours, more] = [hoursOf(one.row.hours), hoursOf(other.row.hours)];
  if (hours === null || more === null) return null;
  const confidence = Math.min(one.row.hours.confidence, other.row.hours.confidence);
  const row: TrainingRow = {
    ...one.row,
    hours: { ...one.row.hours, value: formatHours(hours + more), confidence },
    category: { ...one.row.category, value: null },
  };
  return { ...one, row, ethicsHours: textOf(one.row.category) === 'ethics' ? hours : more };
}
