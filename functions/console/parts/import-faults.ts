import { html } from 'hono/html';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';

type Fault = { line: number; reason: string };
const shownMax = 100;

/** What to do about a fault, by the words it is told in. */
const advice: readonly [RegExp, string][] = [
  [/not text in UTF-8/, 'In the spreadsheet, save as “CSV UTF-8”, and send that file.'],
  [/nothing of the file/, 'Save the table as CSV with the columns named on the page before, and send it again.'],
  [/same entry as line/, 'Keep one of the two lines.'],
  [/cells where the head line/, 'Put quotation marks around cells that hold a comma, or fill the missing cells.'],
  [/not a day/, 'Write the day as year-month-day, and only days that exist.'],
  [/not an address/, 'Write one e-mail address, or leave the cell empty.'],
  [/not an id/, 'An id may hold letters, figures, dot, line and underscore, up to 64 signs.'],
  [/cannot be seen/, 'Type the cell again: it holds a sign that a copy brought along.'],
  [/longer than|more than \d+ parts/, 'Shorten the cell.'],
  [/is empty/, 'Fill the cell.'],
  [/not hours|more than the hours/, 'Write hours as 2.5; ethics hours are part of the hours.'],
  [/before approvedFrom/, 'The last day must not come before the first.'],
];

/** The lines that are not used, by number: each with what is wrong and what to do. The others can be applied. */
export function importFaults(refused: readonly Fault[]): Html {
  if (refused.length === 0) return nothing;
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
      <caption>Lines that are not used</caption>
      <thead><tr><th scope="col">Line</th><th scope="col">What is wrong</th><th scope="col">What to do</th></tr></thead>
      <tbody>
        ${refused.slice(0, shownMax).map(
          ({ line, reason }) => html`<tr><th scope="row" data-label="Line">${line}</th>
            <td data-label="Wrong">${said(reason, 300)}</td><td data-label="To do">${adviceFor(reason)}</td></tr>`,
        )}
      </tbody>
    </table>${refused.length > shownMax ? html`<p class="desk-quiet">and ${refused.length - shownMax} more</p>` : nothing}`;
}

function adviceFor(reason: string): string {
  return (
    advice.find(([pattern]) => pattern.test(reason))?.[1] ??
    'Put the line right in your table, and send the file again.'
  );
}
