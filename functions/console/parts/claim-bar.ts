import { html } from 'hono/html';
import { heartbeatSeconds } from '#shared/domain/lease.ts';
import type { CaseWork } from '../cases/case-work.ts';
import type { Frame } from '../pages/layout.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { clockTime } from './time-words.ts';

/** Whose case it is, and what one may do about that. */
export function claimBar(frame: Frame, work: CaseWork): Html {
  const { reference, holder } = work;
  const address = `/cases/${reference}`;
  const until = (instant: string) =>
    html`<time datetime="${instant}">${clockTime(instant, frame.programme.timeZone)}</time>`;
  if (holder.is === 'another')
    return bar(
      html`<p><strong>${holder.name}</strong> works on this case until ${until(holder.until)}, or longer while they stay on it. You can read it.</p>`,
    );
  if (holder.is === 'nobody') {
    const button = html`<button type="submit" class="usa-button" data-key="c">Take this case</button>`;
    return bar(html`<p>Nobody works on this case.</p>${deskForm(frame, `${address}/claim`, button)}`);
  }
  return bar(html`<p data-held="${address}/still-here" data-seconds="${heartbeatSeconds}"><strong>This case is yours</strong> until <span data-until>${until(holder.until)}</span>, and longer while you work on it.</p>
    ${deskForm(frame, `${address}/release`, html`<button type="submit" class="usa-button usa-button--outline desk-small">Give it back</button>`)}
    ${handOver(frame, work)}`);
}

const bar = (content: Html): Html =>
  html`<section class="desk-claim" aria-label="Whose case it is">${content}</section>`;

function handOver(frame: Frame, { reference, staff, me }: CaseWork): Html {
  const others = [...staff.values()].filter(
    ({ staffId, roles }) => staffId !== me && roles.some((role) => role === 'reviewer' || role === 'supervisor'),
  );
  if (others.length === 0) return nothing;
  const content = html`<label for="hand-over">Hand it to</label>
    <select class="usa-select desk-control" id="hand-over" name="to">${others.map(({ staffId, name }) => html`<option value="${staffId}">${name}</option>`)}</select>
    <button type="submit" class="usa-button usa-button--outline desk-small">Hand over</button>`;
  return html`<details><summary>Hand it over</summary>${deskForm(frame, `/cases/${reference}/hand-over`, content)}</details>`;
}
