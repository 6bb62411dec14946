import { html, raw } from 'hono/html';
import type { Submission } from '#shared/domain/submission.ts';
import type { CaseDigest } from '../cases/case-digest.ts';
import { submissionsShownMax } from '../cases/list-submissions.ts';
import { alert } from '../parts/alert.ts';
import { type Html, nothing } from '../parts/html.ts';
import { pager } from '../parts/pager.ts';
import { shortPeople } from '../parts/person-list.ts';
import { shortReasons } from '../parts/reason-list.ts';
import { outcomeTag } from '../parts/status-tag.ts';
import { instantInWords, waitInWords } from '../parts/time-words.ts';
import { type QueueView, queueViews, queueViewWords, viewOf } from '../queue-view.ts';
import { type Frame, layout } from './layout.ts';

export type QueueContent = {
  now: string;
  view: QueueView | 'all';
  counts: Readonly<Record<QueueView, number>>;
  cases: readonly CaseDigest[];
  page: { number: number; pageCount: number; total: number };
  unreadable: number;
  isCut: boolean;
};

export function queuePage(frame: Frame, content: QueueContent): Html {
  const words = content.view === 'all' ? 'All cases' : queueViewWords[content.view];
  const body = html`<h1>Cases</h1>
    ${concerns(content)} ${viewTabs(content)}
    <h2 class="usa-sr-only">${words}</h2>
    ${content.cases.length === 0 ? html`<p class="desk-empty">No cases here.</p>` : caseTable(frame, content, words)}
    ${pager(content.page.number, content.page.pageCount, (number) => address(content.view, number))}`;
  return layout(frame, { title: words, section: 'cases', content: body });
}

function concerns({ unreadable, isCut }: QueueContent): Html {
  return html`${unreadable > 0 ? alert('error', `${unreadable} stored cases could not be read and are not in this list.`) : nothing}
  ${isCut ? alert('warning', `Only the newest ${submissionsShownMax} cases are listed.`) : nothing}`;
}

function viewTabs({ view, counts }: QueueContent): Html {
  const total = queueViews.reduce((sum, each) => sum + counts[each], 0);
  const shown = queueViews.filter((each) => each !== 'in-progress' || counts[each] > 0 || view === each);
  return html`<nav class="desk-tabs" aria-label="Cases by state"><ul>
    ${tab('all', 'All', total, view)} ${shown.map((each) => tab(each, queueViewWords[each], counts[each], view))}
  </ul></nav>`;
}

function tab(own: QueueView | 'all', words: string, count: number, chosen: QueueView | 'all'): Html {
  const current = own === chosen ? raw(' aria-current="page"') : '';
  return html`<li><a href="${address(own, 1)}"${current}>${words} <span class="desk-count">${count}</span></a></li>`;
}

function address(view: QueueView | 'all', page: number): string {
  const query = [...(view === 'all' ? [] : [`view=${view}`]), ...(page === 1 ? [] : [`page=${page}`])];
  return query.length === 0 ? '/' : `/?${query.join('&')}`;
}

function caseTable(frame: Frame, { cases, now, page }: QueueContent, words: string): Html {
  return html`<table class="usa-table usa-table--borderless desk-table desk-queue">
    <caption>
      ${words}, newest first <span class="desk-quiet">(${page.total})</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">Case</th>
        <th scope="col">State</th>
        <th scope="col">Who</th>
        <th scope="col">Why</th>
        <th scope="col" class="desk-number">Documents</th>
      </tr>
    </thead>
    <tbody>
      ${cases.map((digest) => caseRow(frame, digest, now))}
    </tbody>
  </table>`;
}

function caseRow({ programme }: Frame, { submission, people, documentCount }: CaseDigest, now: string): Html {
  const view = viewOf(submission);
  const { receivedAt } = submission.envelope;
  const waiting =
    view === 'needs-person' ? html`<span class="desk-sub">waiting ${waitInWords(receivedAt, now)}</span>` : nothing;
  return html`<tr>
    <th scope="row" data-label="Case">
      <a class="usa-link" href="/cases/${submission.reference}">${submission.reference}</a>
      <span class="desk-sub"><time datetime="${receivedAt}">${instantInWords(receivedAt, programme.timeZone)}</time></span>
    </th>
    <td data-label="State">${outcomeTag(view)}${waiting}</td>
    <td data-label="Who">${people.length === 0 ? html`<span class="desk-quiet">Not known</span>` : shortPeople(people, 2)}</td>
    <td data-label="Why">${whyInShort(submission)}</td>
    <td data-label="Documents" class="desk-number">${documentCount}</td>
  </tr>`;
}

function whyInShort({ reasons, outcome }: Submission): Html {
  if (reasons.length > 0) return shortReasons(reasons, 2);
  return html`<span class="desk-quiet">${outcome === 'accepted' ? 'Everything agrees' : '–'}</span>`;
}
