import type { TrainingRow } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { continueTable, findTable, type Range, type Table } from './find-table.ts';
import type { Area } from './form-reading.ts';
import type { PageView } from './page-view.ts';
import { type TrainingColumn, trainingColumns } from './report-labels.ts';
import { type TrainingReading, trainingOf } from './training-rows.ts';

export type Trainings = { trainings: TrainingRow[]; reasons: Reason[]; areas: Area[] };

const keys: readonly TrainingColumn[] = ['completedOn', 'hours'];

const isEnough = (columns: ReadonlySet<TrainingColumn>) =>
  columns.has('title') &&
  (columns.has('completedOn') || columns.has('hours') || columns.has('ethicsHours')) &&
  columns.size >= 3;

/** The rows of a table of trainings, over all pages of the form; with the areas it takes up. */
export function readTrainingTable(views: readonly PageView[], isDayFirst: boolean): Trainings {
  const found: Trainings = { trainings: [], reasons: [], areas: [] };
  let before: { ranges: Range<TrainingColumn>[]; headings: Table<TrainingColumn>['headings'] } | null = null;
  for (const view of views) {
    const here = findTable(view, trainingColumns, isEnough, keys);
    if (here === null && before === null) continue;
    const table = here?.table ?? (before && continueTable(view, before.ranges, before.headings, keys));
    if (!table) continue;
    if (here) before = { ranges: here.ranges, headings: here.table.headings };
    const readings = readRows(view, table, isDayFirst, here === null);
    if (here === null && readings.length === 0) continue;
    found.trainings.push(...readings.map((reading) => reading.row));
    found.reasons.push(...readings.flatMap((reading) => reading.reasons));
    found.areas.push({ page: view.number, box: table.box });
  }
  return found;
}

/** On a page without headings of its own only complete rows count: other text may stand in the same columns. */
function readRows(
  view: PageView,
  table: Table<TrainingColumn>,
  isDayFirst: boolean,
  isContinued: boolean,
): TrainingReading[] {
  const readings = table.rows.flatMap((row) => trainingOf(row, { view, isDayFirst, headings: table.headings }) ?? []);
  if (!isContinued) return readings;
  return readings.filter(({ row }) => row.completedOn.value !== null && row.hours.value !== null);
}
