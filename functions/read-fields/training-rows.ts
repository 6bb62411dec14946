import type { FieldValue, TrainingRow } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { answerOfBoxes, asYesNo, markValue, optionOf } from './check-groups.ts';
import { asDate, asHours, asText, firstValue, type Parse, type Reading, unclear } from './field-values.ts';
import type { TableCell, TableRow } from './find-table.ts';
import type { Mark, PageView } from './page-view.ts';
import type { TrainingColumn } from './report-labels.ts';
import type { Found } from './value-near-label.ts';

export type TrainingReading = { row: TrainingRow; reasons: Reason[] };

type Row = TableRow<TrainingColumn>;
export type RowContext = { view: PageView; isDayFirst: boolean; headings: Partial<Record<TrainingColumn, string>> };

/** One row as a training; null for a row that names none (an empty line, a number alone). */
export function trainingOf(row: Row, context: RowContext): TrainingReading | null {
  const title = cellReading(row, 'title', asText, context);
  const completedOn = cellReading(row, 'completedOn', asDate, context);
  const amounts = hoursOf(row, context);
  const isTraining = title.value.value !== null && (completedOn.value.raw !== null || amounts.hours.value.raw !== null);
  if (!isTraining) return null;
  const provider = cellReading(row, 'provider', asText, context);
  const reasons = [title, provider, completedOn, amounts.hours].flatMap((reading) => reading.reasons);
  return {
    row: {
      title: title.value,
      provider: provider.value,
      completedOn: completedOn.value,
      hours: amounts.hours.value,
      category: amounts.category ?? categoryOf(row, context),
      priorApproved: approvalOf(row, context),
    },
    reasons,
  };
}

const nothing = (row: Row): FieldValue => ({ value: null, confidence: 0.9, page: row.page, box: null, raw: null });

function cellReading(row: Row, column: TrainingColumn, parse: Parse, context: RowContext): Reading {
  const cell = row.cells[column];
  if (cell === undefined) return { value: nothing(row), reasons: [] };
  const field = `trainings.${column}`;
  const label = context.headings[column] ?? '';
  return (
    firstValue([foundIn(cell, row.page)], parse, { field, label, isDayFirst: context.isDayFirst }) ?? {
      value: nothing(row),
      reasons: [],
    }
  );
}

export function foundIn(cell: TableCell, page: number): Found {
  return { text: cell.text, box: cell.box, page, sureness: cell.sureness, how: cell.isField ? 'field' : 'cell' };
}

type Amounts = { hours: Reading; category: FieldValue | null };

/** Some forms have a column of hours for each kind: the column that is filled in says the kind. */
function hoursOf(row: Row, context: RowContext): Amounts {
  const hours = cellReading(row, 'hours', asHours, context);
  const ethics = cellReading(row, 'ethicsHours', asHours, context);
  const core = cellReading(row, 'coreHours', asHours, context);
  const kinds = [
    { reading: ethics, category: 'ethics', cell: row.cells.ethicsHours },
    { reading: core, category: 'core', cell: row.cells.coreHours },
  ];
  const filled = kinds.filter(({ reading, cell }) => isAmount(reading) || isTicked(cell));
  const [only] = filled;
  if (only === undefined) return { hours, category: null };
  const category: FieldValue = { ...only.reading.value, value: filled.length === 1 ? only.category : null };
  if (hours.value.value !== null) return { hours, category };
  if (filled.length === 1) return { hours: only.reading, category };
  return { hours: { value: { ...nothing(row), confidence: 0.5 }, reasons: [unclear('trainings.hours')] }, category };
}

const isAmount = ({ value }: Reading) => value.value !== null && value.value !== '0';
const isTicked = (cell: TableCell | undefined) =>
  cell !== undefined && (cell.marks.some((mark) => mark.checked) || /^[x✓✔]$/i.test(cell.text));

function categoryOf(row: Row, { view }: RowContext): FieldValue {
  const cell = row.cells.category;
  if (cell === undefined) return nothing(row);
  const options = cell.marks.map((mark) => optionOf(view, mark)).filter(({ mark }) => mark.checked);
  // words printed beside boxes are the choice: without a tick they say nothing
  const text = cell.marks.length > 0 ? options.map((option) => option.text).join(' ') : cell.text;
  // the word next to the box is its own, a further one may be of the line above
  const value = categoryIn(text) ?? (options.length === 1 ? categoryIn(text.split(' ')[0] ?? '') : null);
  const share = value === null && cell.marks.length === 1 ? 0.5 : 0.97;
  return { ...nothing(row), value, box: cell.box, raw: text === '' ? null : text, confidence: share * cell.sureness };
}

/** "Ethics", "E" and "ETH" are ethics; "Core", "C", "General" are core; both or neither is nothing. */
export function categoryIn(text: string): 'ethics' | 'core' | null {
  const isEthics = /\beth(?:ics?|ical)?\b|\bé?etica\b|^\W*e\W*$/i.test(text);
  const isCore = /\bcore\b|\bgeneral\b|\bother\b|^\W*c\W*$/i.test(text);
  if (isEthics === isCore) return null;
  return isEthics ? 'ethics' : 'core';
}

function approvalOf(row: Row, { view }: RowContext): FieldValue {
  const cell = row.cells.priorApproved;
  if (cell === undefined) return nothing(row);
  if (cell.marks.length > 0) return tickedApproval(view, cell.marks) ?? nothing(row);
  return {
    ...nothing(row),
    value: asYesNo(cell.text),
    box: cell.box,
    raw: cell.text === '' ? null : cell.text,
    confidence: 0.97 * cell.sureness,
  };
}

/** One box means yes when ticked; of two, the ticked one's word counts, or else the first of them means yes. */
function tickedApproval(view: PageView, marks: readonly Mark[]): FieldValue | null {
  const options = marks.map((mark) => optionOf(view, mark));
  const [only] = options;
  if (only !== undefined && options.length === 1) {
    const isNo = asYesNo(only.text.split(' ')[0] ?? '') === false;
    return markValue(view, only.mark, isNo ? (only.mark.checked ? false : null) : only.mark.checked);
  }
  const named = options.map((option, at) =>
    asYesNo(option.text) === null ? { ...option, text: at === 0 ? 'yes' : 'no' } : option,
  );
  return answerOfBoxes(view, named);
}
