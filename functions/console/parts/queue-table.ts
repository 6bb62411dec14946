import { html } from 'hono/html';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { QueueLine } from '#shared/domain/queue-line.ts';
import type { ReviewTask } from '#shared/domain/review.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { QueueMoment } from '../queue/read-items.ts';
import type { QueueItem } from '../queue/sort-out.ts';
import { type Html, nothing } from './html.ts';
import { matchWords } from './person-list.ts';
import { daysLeftInWords, missingInShort } from './queue-words.ts';
import { said } from './said.ts';
import { outcomeTag } from './status-tag.ts';
import { instantInWords, shortDay, waitInWords } from './time-words.ts';
import { suggestedInShort, waitedInShort } from './waiting.ts';

/** Who looks, what colleagues are called, and how long they were waited for. */
export type Lookers = {
  me: StaffId;
  names: ReadonlyMap<StaffId, string>;
  /** what a person was asked about each case of the list; none where nobody ever was */
  tasks: ReadonlyMap<SubmissionId, ReviewTask>;
};

/** Lines of the queue. The reference is the way to the case, and what keys move along. */
export function queueTable(items: readonly QueueItem[], caption: Html, seen: Lookers & QueueMoment): Html {
  return html`<table class="usa-table usa-table--borderless desk-table desk-queue">
    <caption>${caption}</caption>
    <thead>
      <tr>
        <th scope="col">Case</th>
        <th scope="col">Who</th>
        <th scope="col">Why it is here</th>
        <th scope="col">Still missing</th>
        <th scope="col">Due</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>${items.map((item) => row(item, seen))}</tbody>
  </table>`;
}

function row(item: QueueItem, seen: Lookers & QueueMoment): Html {
  const { line } = item;
  return html`<tr>
    <th scope="row" data-label="Case">
      <a class="usa-link" href="/cases/${line.reference}" data-line>${line.reference}</a>
      <span class="desk-sub"><time datetime="${line.receivedAt}" title="${instantInWords(line.receivedAt, seen.timeZone)}"
        >${age(line.receivedAt, seen.now)}</time>, ${papers(line.documents)}</span>${waitedInShort(seen.tasks.get(line.submissionId), seen.now)}
    </th>
    <td data-label="Who">${who(line)}</td>
    <td data-label="Why it is here">${why(item)}</td>
    <td data-label="Still missing">${line.missingCount === 0 ? html`<span class="desk-quiet">–</span>` : missingInShort(line.missing, line.missingCount)}</td>
    <td data-label="Due">${due(item)}</td>
    <td data-label="State">${outcomeTag(item.view)}${holder(item, seen)}</td>
  </tr>`;
}

const age = (receivedAt: string, now: string) => `${waitInWords(receivedAt, now)} old`;
const papers = (count: number) => (count === 1 ? '1 paper' : `${count} papers`);

function who({ people, peopleCount, sender }: QueueLine): Html {
  const more = peopleCount - people.length;
  const from = sender === null ? nothing : html`<span class="desk-sub">${said(sender, 100)}</span>`;
  if (people.length === 0) return html`<span class="desk-quiet">Not known</span>${from}`;
  return html`${people.map(
    ({ name, match }) =>
      html`<div>${said(name === '' ? 'Name not found' : name, 200)}${match === 'exact' ? nothing : html`<span class="desk-sub">${matchWords[match]}</span>`}</div>`,
  )}${more > 0 ? html`<div class="desk-quiet">and ${more} more</div>` : nothing}${from}`;
}

/** The weightiest sentence, and how many other questions there are. */
function why({ line, view }: QueueItem): Html {
  const [first] = line.why;
  if (first === undefined)
    return html`<span class="desk-quiet">${view === 'accepted' ? 'Everything agrees' : '–'}</span>`;
  const others = line.codes.length - 1;
  return html`${said(first, 300)}${others > 0 ? html`<span class="desk-sub">and ${others === 1 ? '1 other question' : `${others} other questions`}</span>` : nothing}`;
}

function due({ line, daysLeft, isLate }: QueueItem): Html {
  if (line.due === null || daysLeft === null) return html`<span class="desk-quiet">No date known</span>`;
  const late = isLate ? html`<span class="desk-sub"><strong>Came late</strong></span>` : nothing;
  return html`<span class="desk-nowrap">${shortDay(line.due)}</span><span class="desk-sub">${daysLeftInWords(daysLeft)}</span>${late}`;
}

/** Who has it, and for what it waits: said here and nowhere else, so that it is said alike in every list. */
function holder(item: QueueItem, { me, names, tasks, timeZone }: Lookers & QueueMoment): Html {
  const { lease, proposedBy, view, line } = item;
  const nameOf = (id: StaffId) => (id === me ? 'you' : (names.get(id) ?? 'a colleague'));
  const proposed =
    proposedBy === null ? nothing : html`<span class="desk-sub">proposed by ${said(nameOf(proposedBy), 60)}</span>`;
  const paused = view === 'waiting-for-sender' ? html`<span class="desk-sub">the clock stands still</span>` : nothing;
  if (lease === null) return html`${proposed}${paused}${suggestedInShort(tasks.get(line.submissionId), nameOf)}`;
  const until = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  return html`${proposed}${paused}<span class="desk-sub">with ${said(nameOf(lease.by), 60)} until ${until.format(Date.parse(lease.until))}</span>`;
}
