import { html, raw } from 'hono/html';
import { orderInWords } from '#shared/domain/queue-order.ts';
import type { SavedView } from '#shared/records/saved-view-records.ts';
import { alert } from '../parts/alert.ts';
import { deskForm, lookupForm } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { keysDialog, queueKeys } from '../parts/key-list.ts';
import { filterForm, savedViews } from '../parts/queue-choices.ts';
import { type Lookers, queueTable } from '../parts/queue-table.ts';
import type { LookedThrough } from '../queue/look-through-shelf.ts';
import { addressOf, type QueueFilter, queryOf } from '../queue/queue-filter.ts';
import type { QueueMoment } from '../queue/read-items.ts';
import type { QueueList } from '../queue/read-queue.ts';
import { filedViews, isFiledView, type QueueView, queueViewWords, workViews } from '../queue-view.ts';
import { type Frame, layout } from './layout.ts';

export type QueueContent = QueueMoment &
  Lookers & { filter: QueueFilter; list: QueueList; saved: readonly SavedView[]; note: 'none-left' | null };

export function queuePage(frame: Frame, content: QueueContent): Html {
  const { filter, list } = content;
  const words = filter.view === 'all' ? 'All open cases' : queueViewWords[filter.view];
  const body = html`<div class="desk-title"><h1>Cases</h1>${nextButton(frame, filter)}${searchForm(frame, '')}
      <a class="usa-link" href="/decided">Decided by me</a></div>
    ${concerns(content)} ${tabs(content)}
    ${filter.view === 'in-progress' ? nothing : html`<div class="desk-choices">${filterForm(filter, list)}${savedViews(frame, filter, content.saved)}</div>`}
    <h2 class="usa-sr-only">${words}</h2>
    ${list.items.length === 0 ? html`<p class="desk-empty">${list.looked === null ? 'No cases here.' : 'No case here fits the filter.'}</p>` : queueTable(list.items, caption(content, words), content)}
    ${pages(content)} <p><a class="usa-link" href="/keys">Keys</a></p> ${keysDialog('Keys of the queue', queueKeys)}`;
  return layout(frame, { title: words, section: 'cases', content: body, script: 'desk/queue.js' });
}

/** The next case that nobody has, of this list. `keyless` where n means something else on the page. */
export function nextButton(frame: Frame, filter: QueueFilter, keyless = false): Html {
  const key = keyless ? nothing : raw(' data-key="n" aria-keyshortcuts="n"');
  const content = html`<input type="hidden" name="filter" value="${queryOf(filter)}">
    <button class="usa-button" type="submit"${key}>Take the next case</button>`;
  return deskForm(frame, '/next', content);
}

export function searchForm(frame: Frame, asked: string): Html {
  const content = html`<label class="usa-sr-only" for="q">Find a case by person, sender or reference</label>
    <input class="usa-input" id="q" name="q" type="search" value="${asked}" maxlength="200" autocomplete="off" spellcheck="false"
      placeholder="Person, sender or reference" aria-keyshortcuts="/">
    <button class="usa-button usa-button--outline" type="submit">Find</button>`;
  return lookupForm(frame, '/search', content);
}

function concerns({ filter, list, note }: QueueContent): Html {
  return html`${note === 'none-left' ? alert('info', 'Every case of this list is with somebody, or there is none. Look at another list.') : nothing}
    ${list.unreadable > 0 ? alert('error', `${list.unreadable} stored cases could not be read and are not in this list. Tell whoever looks after this machine.`) : nothing}
    ${list.looked?.isCut ? alert('info', cutWords(list.looked, filter)) : nothing}`;
}

const inDigits = new Intl.NumberFormat('en-US');

/** What was not looked through may hold more that fits: nobody takes the list for the whole. */
function cutWords({ through }: LookedThrough, { month }: QueueFilter): string {
  const [where, narrower] = month === null ? ['', 'choose the month in which it came, or '] : [' of that month', ''];
  return `Only the newest ${inDigits.format(through)} cases${where} were looked through; older ones may fit as well. To reach them, ${narrower}find the person or the sender by name.`;
}

/** Two rows: what follows the filter, and what was done, which does not. */
function tabs({ filter, list }: QueueContent): Html {
  const tab = (view: QueueFilter['view'], words: string, to: string) =>
    html`<li><a href="${to}"${view === filter.view ? raw(' aria-current="page"') : ''}>${words} <span class="desk-count">${list.counts[view]}</span></a></li>`;
  const toWork = (view: QueueFilter['view']) => addressOf({ ...filter, view });
  const toFiled = (view: QueueView) => `/?view=${view}`;
  return html`<nav class="desk-tabs" aria-label="Cases to do"><ul>
      ${workViews.map((view) => tab(view, queueViewWords[view], toWork(view)))} ${tab('all', 'All open', toWork('all'))}
    </ul></nav>
    <nav class="desk-tabs desk-tabs--quiet" aria-label="Cases done or being read"><ul>
      ${filedViews.map((view) => tab(view, queueViewWords[view], toFiled(view)))}
    </ul></nav>`;
}

function caption({ filter, list }: QueueContent, words: string): Html {
  const count = list.counts[filter.view];
  const fitting = list.looked === null ? '' : `${list.looked.fitting} that fit, of `;
  const shown = list.before === null ? '' : `${list.before + 1} to ${list.before + list.items.length} of `;
  const order =
    filter.view === 'in-progress'
      ? 'Oldest first.'
      : isFiledView(filter.view)
        ? 'Newest first.'
        : `Why this order: ${orderInWords}`;
  return html`${words} <span class="desk-quiet">(${shown}${fitting}${count})</span><span class="desk-sub">${order}</span>`;
}

function pages({ filter, list }: QueueContent): Html {
  if (list.after === null && (list.before ?? 0) === 0) return nothing;
  return html`<nav class="desk-pager" aria-label="Pages">
    <a class="usa-link" href="${addressOf(filter)}">First page</a>
    ${list.after === null ? nothing : html`<a class="usa-link" rel="next" href="${addressOf(filter, list.after)}">Next page</a>`}
  </nav>`;
}
