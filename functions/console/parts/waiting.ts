import { html } from 'hono/html';
import { type ReviewTask, waitedSeconds } from '#shared/domain/review.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { CaseView } from '../cases/case-view.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { hoursInWords } from './time-words.ts';

const officeHours = (task: ReviewTask, now: string) => hoursInWords(waitedSeconds(task, now) / 3_600);

const hasStoodStill = ({ pauses = [], state }: ReviewTask) => pauses.length > 0 || state === 'waiting-for-sender';

/** How long the office was waited for, where that is less than the mail is old: its clock stood still meanwhile. */
export function waitedInShort(task: ReviewTask | undefined, now: string): Html {
  if (task === undefined || !hasStoodStill(task)) return nothing;
  return html`<span class="desk-sub">waited for us ${officeHours(task, now)}</span>`;
}

/** Whom it is suggested to, of all who may take it; nobody once it is out of the office’s hands. */
export function suggestedInShort(task: ReviewTask | undefined, nameOf: (id: StaffId) => string): Html {
  if (task?.suggestedTo === undefined || task.state !== 'open') return nothing;
  return html`<span class="desk-sub">suggested to ${said(nameOf(task.suggestedTo), 60)}</span>`;
}

/** Both in sentences, at the top of a case that a person was ever asked about. */
export function waitingLine({ review, work, now }: CaseView): Html {
  if (review === null || review.state === 'closed') return nothing;
  const left = hasStoodStill(review) ? ', without the days on which the sender was asked or the case was closed' : '';
  const still = review.state === 'waiting-for-sender' ? ' The sender was asked: the clock stands still.' : '';
  const { suggestedTo } = review;
  const isMine = suggestedTo === work.me;
  const who = suggestedTo === undefined ? undefined : work.staff.get(suggestedTo)?.name;
  const suggested =
    who === undefined || review.state !== 'open'
      ? nothing
      : html` <strong>Suggested to ${isMine ? 'you' : said(who, 60)}</strong>, who worked on it before; anybody may take it.`;
  return html`<p class="desk-meta">Waited for this office ${officeHours(review, now)}${left}.${still}${suggested}</p>`;
}
