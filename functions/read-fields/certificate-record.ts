import type { FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { Fields } from './form-reading.ts';
import type { PageView } from './page-view.ts';
import { readTrainingTable } from './training-table.ts';

/**
 * A record of training that gives its facts in a table with days: one line is the training. Several lines are several
 * trainings, which one certificate cannot be: a person takes it apart.
 */
export function readRecord(
  views: readonly PageView[],
  isDayFirst: boolean,
  isLabel: (text: string) => boolean,
): { fields: Fields; reasons: Reason[] } {
  const { trainings, reasons } = readTrainingTable(views, isDayFirst);
  // facts one below the other look like a table whose second row is headings
  const isFact = ({ value }: FieldValue) => typeof value === 'string' && isLabel(value);
  const dated = trainings.filter(
    (row) => row.completedOn.value !== null && !isFact(row.title) && !isFact(row.provider),
  );
  const [only, ...others] = dated;
  if (only === undefined) return { fields: {}, reasons: [] };
  if (others.length > 0) {
    const text = 'This paper lists several trainings. A person will enter them one by one.';
    return { fields: {}, reasons: [{ code: 'needs-human-decision', text }] };
  }
  const { title, provider, completedOn, hours } = only;
  const found = { courseTitle: title, provider, completedOn, hours };
  const written = Object.entries(found).filter(([, value]) => value.value !== null);
  return { fields: Object.fromEntries(written), reasons: reasons.map((reason) => ({ ...reason, field: 'hours' })) };
}
