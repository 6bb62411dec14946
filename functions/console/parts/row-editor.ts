import { html } from 'hono/html';
import { type RowColumn, rowColumns } from '#shared/domain/correction.ts';
import { inputName, shownValue } from '../cases/case-inputs.ts';
import type { Typed } from '../cases/typed-case.ts';
import { choiceControl, lineControl, type Option, workButton, yesNo } from './control.ts';
import type { Editing } from './editing.ts';
import { marks } from './field-editor.ts';
import { trainingTable } from './field-tables.ts';
import { type Html, nothing } from './html.ts';
import { isWorthSaying, machineWords } from './machine-words.ts';
import { placeLink } from './place-link.ts';
import type { NumberedDocument, NumberedTraining } from './places.ts';

const labels: Readonly<Record<RowColumn, string>> = {
  title: 'Training',
  provider: 'Provider',
  completedOn: 'Finished on',
  hours: 'Hours',
  category: 'Listed as',
  priorApproved: 'Approved before',
};
const categories: readonly Option[] = [
  { value: '', words: 'Not said' },
  { value: 'ethics', words: 'Ethics' },
  { value: 'core', words: 'Core' },
];

/** The rows of a report form, each with all that stands in it, and an empty one for a training that nobody saw. */
export function rowEditor(document: NumberedDocument, { typed, work }: Editing): Html {
  if (document.record.kind !== 'ce-report') return trainingTable(document.trainings);
  const at = document.number - 1;
  const numbers = work.rowNumbers(at);
  return html`<h4 class="desk-part-name">Trainings the person lists</h4>
    <ol class="desk-entries" aria-label="Trainings listed on document ${document.number}">
      ${document.trainings.map((training, i) => rowEntry(typed, at, training, numbers[i] ?? i))}
    </ol>
    ${emptyRow(typed, document)}`;
}

function rowEntry(typed: Typed, at: number, { training, place }: NumberedTraining, row: number): Html {
  const columns = rowColumns.map((column) => {
    const id = `${place.rowAnchor}-${column}`;
    const field = training[column];
    return html`<div class="desk-cell desk-cell--${column}"${field.box === null ? nothing : html` data-cell="${place.boxAnchor}-${column}"`}>
      ${cellControl(typed, column, { id, name: inputName.column(at, row, column), shown: shownValue(field.value), describedBy: `${id}-read` })}
      <span class="desk-cell__read" id="${id}-read">${isWorthSaying(field) ? machineWords(field) : nothing}</span>
    </div>`;
  });
  return html`<li class="desk-entry desk-entry--row${place.isLow ? ' desk-entry--low' : ''}" id="${place.rowAnchor}" tabindex="-1"
    ${marks(place)} aria-label="${place.label}">
    <span class="desk-entry__place">${placeLink(place)}</span>
    <div class="desk-cells">${columns}</div>
    ${workButton(html`Remove<span class="usa-sr-only"> ${place.label} of document ${at + 1}</span>`, { does: `row-removed:${at}:${row}` })}
  </li>`;
}

type Cell = { id: string; name: string; shown: string; describedBy?: string };

function cellControl(typed: Typed, column: RowColumn, cell: Cell): Html {
  const own = { ...cell, label: labels[column] };
  if (column === 'category') return choiceControl(typed, { ...own, options: categories });
  if (column === 'priorApproved') return choiceControl(typed, { ...own, options: yesNo });
  return lineControl(typed, column === 'hours' ? { ...own, mode: 'decimal' } : own);
}

function emptyRow(typed: Typed, { number }: NumberedDocument): Html {
  const at = number - 1;
  const isBegun = rowColumns.some((column) => (typed.get(inputName.added(at, column)) ?? '') !== '');
  return html`<details class="desk-more"${isBegun ? ' open' : ''}>
    <summary>Add a training</summary>
    <div class="desk-entry desk-entry--row"><span></span><div class="desk-cells">
      ${rowColumns.map(
        (column) => html`<div class="desk-cell desk-cell--${column}">
        ${cellControl(typed, column, { id: `d${number}-add-${column}`, name: inputName.added(at, column), shown: '' })}
      </div>`,
      )}
    </div></div>
    ${workButton('Save with this training', {})}
  </details>`;
}
