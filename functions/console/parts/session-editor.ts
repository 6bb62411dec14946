import { html, raw } from 'hono/html';
import { ethicsIn } from '#shared/domain/corrected-sessions.ts';
import { type SessionColumn, sessionColumns } from '#shared/domain/correction.ts';
import type { DocumentRecord, Session } from '#shared/domain/document.ts';
import { formatHours, hoursInWords, parseHours } from '#shared/domain/hours.ts';
import { inputName, shownValue } from '../cases/case-inputs.ts';
import type { Typed } from '../cases/typed-case.ts';
import { choiceControl, lineControl, type Option, workButton } from './control.ts';
import type { Editing } from './editing.ts';
import { marks } from './field-editor.ts';
import { type Html, nothing } from './html.ts';
import { isWorthSaying, machineWords } from './machine-words.ts';
import { placeLink } from './place-link.ts';
import type { NumberedDocument, NumberedSession } from './places.ts';

const labels: Readonly<Record<SessionColumn, string>> = { title: 'Session', hours: 'Hours', ethics: 'Counts as' };
const labelsOfNew: typeof labels = { title: 'Name of the session', hours: 'Hours of the session', ethics: 'Counts as' };
const kinds: readonly Option[] = [
  { value: '', words: 'Not said' },
  { value: 'yes', words: 'Ethics' },
  { value: 'no', words: 'Other' },
];

/** The sessions that a conference certificate prints, each to be put right, and what they come to. */
export function sessionEditor(document: NumberedDocument, { typed, work }: Editing): Html {
  if (document.record.kind !== 'certificate') return nothing;
  const at = document.number - 1;
  const numbers = work.sessionNumbers(at);
  const { sessions } = document;
  const list = html`<h4 class="desk-part-name">Sessions on this certificate</h4>
    <ol class="desk-entries" aria-label="Sessions on document ${document.number}">
      ${sessions.map((session, i) => sessionEntry(typed, at, session, numbers[i] ?? i))}
    </ol>
    ${sessionSum(document.record)}`;
  return html`${sessions.length === 0 ? nothing : list} ${emptySession(typed, document)}`;
}

function sessionEntry(typed: Typed, at: number, { session, place }: NumberedSession, number: number): Html {
  const cells = sessionColumns.map((column) => {
    const id = `${place.rowAnchor}-${column}`;
    const field = column === 'ethics' ? null : session[column];
    const own = { id, name: inputName.session(at, number, column), shown: shownIn(session, column) };
    return html`<div class="desk-cell desk-cell--${column}"${field?.box ? html` data-cell="${place.boxAnchor}-${column}"` : nothing}>
      ${cellControl(typed, column, { ...own, describedBy: `${id}-read` })}
      <span class="desk-cell__read" id="${id}-read">${field !== null && isWorthSaying(field) ? machineWords(field) : nothing}</span>
    </div>`;
  });
  return html`<li class="desk-entry desk-entry--row${place.isLow ? ' desk-entry--low' : ''}" id="${place.rowAnchor}" tabindex="-1"
    ${marks(place)} aria-label="${place.label}">
    <span class="desk-entry__place">${placeLink(place)}</span>
    <div class="desk-cells">${cells}</div>
    ${workButton(html`Remove<span class="usa-sr-only"> ${place.label} of document ${at + 1}</span>`, { does: `session-removed:${at}:${number}` })}
  </li>`;
}

/** As the control of a column shows it. */
const shownIn = (session: Session, column: SessionColumn): string =>
  shownValue(column === 'ethics' ? session.ethics : session[column].value);

type Cell = { id: string; name: string; shown: string; describedBy?: string; label?: string };

function cellControl(typed: Typed, column: SessionColumn, cell: Cell): Html {
  const own = { label: labels[column], ...cell };
  if (column === 'ethics') return choiceControl(typed, { ...own, options: kinds });
  return lineControl(typed, column === 'hours' ? { ...own, mode: 'decimal' } : own);
}

function emptySession(typed: Typed, { number }: NumberedDocument): Html {
  const at = number - 1;
  const isBegun = sessionColumns.some((column) => (typed.get(inputName.addedSession(at, column)) ?? '') !== '');
  return html`<details class="desk-more"${isBegun ? raw(' open') : nothing}>
    <summary>Add a session of a conference<span class="usa-sr-only"> to document ${number}</span></summary>
    <div class="desk-entry desk-entry--row"><span></span><div class="desk-cells">
      ${sessionColumns.map(
        (column) => html`<div class="desk-cell desk-cell--${column}">
        ${cellControl(typed, column, { id: `d${number}-add-session-${column}`, name: inputName.addedSession(at, column), shown: '', label: labelsOfNew[column] })}
      </div>`,
      )}
    </div></div>
    ${workButton('Save with this session', {})}
  </details>`;
}

/** What they come to beside what the certificate says as a whole: that is what counts. */
export function sessionSum({ sessions, fields }: Pick<DocumentRecord, 'sessions' | 'fields'>): Html {
  if (sessions.length === 0) return nothing;
  const amounts = sessions.map(({ hours }) => (typeof hours.value === 'string' ? parseHours(hours.value) : null));
  const all = amounts.every((amount) => amount !== null) ? amounts.reduce((sum, one) => sum + one, 0) : null;
  const ethics = ethicsIn(sessions);
  return html`<ul class="desk-sums">
    <li>All sessions: ${beside(all, fields.hours, 'the certificate says')}</li>
    <li>In ethics: ${ethics === null ? 'not every session says whether it is ethics, so their sum is not used' : beside(ethics, fields.ethicsHours, 'used for the certificate')}</li>
    <li class="desk-quiet">The certificate counts as one training; its sessions only say how its hours divide.</li>
  </ul>`;
}

function beside(sum: number | null, whole: DocumentRecord['fields'][string] | undefined, words: string): Html {
  if (sum === null) return html`not known`;
  const value = typeof whole?.value === 'string' ? parseHours(whole.value) : null;
  if (value === null) return html`${hoursInWords(sum)}`;
  const isAlike = value === sum;
  return html`${hoursInWords(sum)}; ${words} ${formatHours(value)} ${isAlike ? '✓ alike' : html`<strong>≠ differs</strong>`}`;
}
