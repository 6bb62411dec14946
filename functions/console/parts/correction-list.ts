import { html } from 'hono/html';
import type { Change, Correction } from '#shared/domain/correction.ts';
import { staffName } from '../cases/case-work.ts';
import { workButton } from './control.ts';
import type { Editing } from './editing.ts';
import { fieldLabel, valueInWords } from './field-words.ts';
import { type Html, nothing } from './html.ts';
import { kindWords } from './kind-words.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

/** What people said of one paper, who and when, each to be taken back. */
export function correctionList(at: number, { work, timeZone }: Editing): Html {
  const corrections = work.correctionsOf(at);
  if (corrections.length === 0) return nothing;
  return html`<details class="desk-more" open>
    <summary>What people said of it (${corrections.length})</summary>
    <ul class="desk-said-list">${corrections.map(
      (one) => html`<li>
      ${changeWords(one)} <span class="desk-sub">${staffName(work.staff, one.by)}, ${instantInWords(one.at, timeZone)}</span>
      ${workButton(html`Take back<span class="usa-sr-only"> number ${one.number}</span>`, { does: `withdrawn:${one.number}` })}
    </li>`,
    )}</ul>
  </details>`;
}

/** One of them in words, with what stood there before. */
export function changeWords({ change, before }: Correction): Html | string {
  const now = 'value' in change ? valueWords(change.value) : '';
  const was = before === undefined ? nothing : html` (it was read as ${valueWords(before)})`;
  switch (change.what) {
    case 'field':
      return html`${fieldLabel(change.field)}: ${now}${was}`;
    case 'row-column':
      return html`Row ${change.row + 1}, ${fieldLabel(change.column)}: ${now}${was}`;
    case 'row-removed':
      return `Row ${change.row + 1} is no training`;
    case 'row-added':
      return html`A row was added: ${valueWords(change.values.title)}`;
    case 'session-column':
      return html`Session ${change.session + 1}, ${fieldLabel(change.column)}: ${now}${was}`;
    case 'session-removed':
      return `Session ${change.session + 1} is none, or was not attended`;
    case 'session-added':
      return html`A session was added: ${valueWords(change.values.title)}`;
    default:
      return paperWords(change);
  }
}

function paperWords(change: Exclude<Change, { what: `field` | `row-${string}` | `session-${string}` }>): Html | string {
  switch (change.what) {
    case 'kind':
      return `It is this kind of paper: ${kindWords[change.kind]}`;
    case 'confirmed':
      return 'Looked at: all is as read';
    case 'person':
      return change.specialistId === null ? 'It is nobody’s' : html`It is the paper of ${said(change.name, 200)}`;
    case 'duplicate-of':
      return 'It is another paper once more';
    case 'file-aside':
      return 'The file is not needed';
    case 'withdrawn':
      return `Number ${change.number} was taken back`;
  }
}

function valueWords(value: string | boolean | null): Html | string {
  const words = valueInWords(value);
  return words === null ? 'nothing written' : html`“${said(words, 500)}”`;
}
