import { html } from 'hono/html';
import { isUnanswered, type QuarantineOrder } from '#shared/domain/quarantine.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Frame } from '../pages/layout.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

export type OrdersContent = {
  submission: Submission;
  orders: readonly QuarantineOrder[];
  names: ReadonlyMap<StaffId, string>;
  me: StaffId | null;
};

const askedWords = { release: 'to release it, to be read like any other mail', destroy: 'to destroy it' } as const;

/** What was asked for a mail that was held back, what came of it, and what somebody can say now. */
export function quarantineOrders(frame: Frame, content: OrdersContent): Html {
  const { submission, orders } = content;
  const list =
    orders.length === 0
      ? nothing
      : html`<ul class="desk-link-list">${orders.map((order) => orderLine(frame, order, content.names))}</ul>`;
  if (submission.outcome !== 'quarantined' || submission.filedAt === null) return list;
  const open = orders.find(isUnanswered);
  if (open) return html`${list}${answerForm(frame, open, content.me)}`;
  return submission.quarantineOrder?.action === 'destroy' ? list : html`${list}${askForm(frame, submission)}`;
}

function orderLine({ programme: { timeZone } }: Frame, order: QuarantineOrder, names: OrdersContent['names']): Html {
  const named = ({ by, at }: { by: StaffId; at: string }) =>
    html`${said(names.get(by) ?? 'somebody', 100)}, ${instantInWords(at, timeZone)}`;
  const end = order.second
    ? html`Agreed by ${named(order.second)}: ${order.action === 'release' ? 'it was released.' : 'it is destroyed in the night after; the page Retention has the log.'}`
    : order.refused
      ? html`Refused by ${named(order.refused)}.`
      : 'A second, other person has to agree.';
  return html`<li>${named(order)} asked ${askedWords[order.action]}: ${said(order.reason, 1000)} <span class="desk-sub">${end}</span></li>`;
}

const about = ({ reference }: { reference: string }) =>
  html`<input type="hidden" name="reference" value="${reference}">`;

function askForm(frame: Frame, submission: Submission): Html {
  const id = `why-${submission.reference}`;
  const content = html`${about(submission)}
    <label class="usa-label" for="${id}">Why it may be released, or should be destroyed</label>
    <input class="usa-input" id="${id}" name="reason" type="text" maxlength="1000" autocomplete="off" required>
    <button class="usa-button" name="do" value="release">Ask to release it</button>
    <button class="usa-button usa-button--secondary" name="do" value="destroy">Ask to destroy it</button>`;
  return deskForm(frame, '/quarantine', content);
}

function answerForm(frame: Frame, order: QuarantineOrder, me: StaffId | null): Html {
  const agree = order.action === 'release' ? 'Agree: release it' : 'Agree: destroy it tonight';
  const yes =
    order.by === me
      ? html`<p>You asked for it. A second, other person has to agree.</p>`
      : html`<button class="usa-button usa-button--secondary" name="do" value="agree">${agree}</button>`;
  const content = html`${about(order)}${yes} <button class="usa-button usa-button--outline" name="do" value="refuse">Refuse</button>`;
  return deskForm(frame, '/quarantine', content);
}
