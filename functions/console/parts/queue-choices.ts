import { html, raw } from 'hono/html';
import { documentKinds } from '#shared/domain/document.ts';
import type { SavedView } from '#shared/records/saved-view-records.ts';
import type { Frame } from '../pages/layout.ts';
import { addressOf, firstView, holdings, isNarrowed, media, type QueueFilter, queryOf } from '../queue/queue-filter.ts';
import type { QueueList } from '../queue/read-queue.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { kindWords } from './kind-words.ts';
import { codeInWords, mediumWords } from './queue-words.ts';
import { said } from './said.ts';

type Choice = { value: string; words: string };
const heldWords = { me: 'Held by me', nobody: 'Held by nobody', others: 'Held by others' } as const;

/** What narrows the list: an ordinary form that asks for an address, so that Back and a colleague find the same list. */
export function filterForm(filter: QueueFilter, { codes, years }: QueueList): Html {
  const known = new Set([...codes, ...(filter.reason === null ? [] : [filter.reason])]);
  const held = holdings.map((value) => ({ value, words: heldWords[value] }));
  return html`<details class="desk-filters"${isNarrowed(filter) ? raw(' open') : ''}><summary>Filter${isNarrowed(filter) ? ' (on)' : ''}</summary>
    <form method="get" action="/" class="desk-form desk-filters__row">
      ${filter.view === firstView ? nothing : html`<input type="hidden" name="view" value="${filter.view}">`}
      ${select(
        'reason',
        'Reason',
        [...known].map((value) => ({ value, words: codeInWords(value) })),
        filter.reason,
      )}
      ${select(
        'kind',
        'Paper',
        documentKinds.map((value) => ({ value, words: kindWords[value] })),
        filter.kind,
      )}
      ${select(
        'medium',
        'Read',
        media.map((value) => ({ value, words: mediumWords[value] })),
        filter.medium,
      )}
      ${select('held', 'Who has it', held, filter.held)}
      ${select(
        'year',
        'Programme year',
        years.map((year) => ({ value: String(year), words: String(year) })),
        filter.year === null ? null : String(filter.year),
      )}
      <div><label class="usa-label" for="filter-month">Month it came</label>
        <input class="usa-input" id="filter-month" name="month" type="month" placeholder="2026-10" pattern="[0-9]{4}-[0-9]{2}" value="${filter.month ?? ''}"></div>
      <div class="desk-check"><input class="usa-checkbox__input" type="checkbox" id="late" name="late" value="yes"${filter.isLate ? raw(' checked') : ''}>
        <label class="usa-checkbox__label" for="late">Came late</label></div>
      <div><button class="usa-button" type="submit">Show</button>
      ${isNarrowed(filter) ? html`<a class="usa-link" href="${addressOf({ ...noFilter, view: filter.view })}">Show all</a>` : nothing}</div>
    </form></details>`;
}

const noFilter: Omit<QueueFilter, 'view'> = {
  reason: null,
  kind: null,
  medium: null,
  held: null,
  year: null,
  month: null,
  isLate: false,
};

function select(name: string, label: string, choices: readonly Choice[], chosen: string | null): Html {
  return html`<div><label class="usa-label" for="filter-${name}">${label}</label>
    <select class="usa-select" id="filter-${name}" name="${name}"><option value="">Any</option>
      ${choices.map(({ value, words }) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${words}</option>`)}
    </select></div>`;
}

/** One's own names for parts of the queue. */
export function savedViews(frame: Frame, filter: QueueFilter, saved: readonly SavedView[]): Html {
  const query = queryOf(filter);
  const here = html`<input type="hidden" name="filter" value="${query}">`;
  const links = saved.map(
    (
      view,
    ) => html`<li><a class="usa-link" href="/${view.query === '' ? '' : `?${view.query}`}"${view.query === query ? raw(' aria-current="true"') : ''}>${said(view.name, 60)}</a>
      ${deskForm(frame, '/views/remove', html`${here}<input type="hidden" name="name" value="${view.name}"><button type="submit" class="usa-button usa-button--unstyled">Remove<span class="usa-sr-only"> ${said(view.name, 60)}</span></button>`)}</li>`,
  );
  const keep = html`${here}<label class="usa-label" for="view-name">Name for this list</label>
    <input class="usa-input" id="view-name" name="name" maxlength="60" autocomplete="off" required>
    <button class="usa-button usa-button--outline" type="submit">Keep it</button>`;
  return html`<details class="desk-filters"><summary>Saved lists <span class="desk-count">${saved.length}</span></summary>
    ${saved.length === 0 ? nothing : html`<ul class="desk-saved">${links}</ul>`}
    ${deskForm(frame, '/views', keep)}</details>`;
}
