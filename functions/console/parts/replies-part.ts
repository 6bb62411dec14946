import { html } from 'hono/html';
import type { Reply } from '#shared/domain/reply.ts';
import type { CaseView } from '../cases/case-view.ts';
import { staffName } from '../cases/case-work.ts';
import type { Frame } from '../pages/layout.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

/** The mails that brought the case back, each with a way to say that it does not belong here. */
export function repliesPart(frame: Frame, view: CaseView): Html {
  if (view.replies.length === 0) return nothing;
  return html`<section aria-labelledby="replies"><h2 id="replies">Replies</h2>
    <ol class="desk-decided">${view.replies.map((reply) => html`<li>${oneReply(frame, view, reply)}</li>`)}</ol></section>`;
}

function oneReply(frame: Frame, view: CaseView, reply: Reply): Html {
  const { reference, at, isOwn, apart } = reply;
  const { timeZone } = frame.programme;
  const whose = isOwn ? '' : ' It came from another address than this case.';
  const what = html`<p><a class="usa-link" href="/cases/${reference}">${reference}</a>, ${instantInWords(at, timeZone)}.${whose}</p>`;
  if (apart === null) return html`${what}${view.editing === null ? nothing : apartForm(frame, view, reply)}`;
  const who = html`<span class="desk-sub">${staffName(view.work.staff, apart.by)}, ${instantInWords(apart.at, timeZone)}</span>`;
  return html`${what}<p>Does not belong here: ${said(apart.because, 500)} ${who}</p>`;
}

/** Only for who works on the case; each with names of its own, since there can be several on a page. */
function apartForm(frame: Frame, { work }: CaseView, { submissionId, reference }: Reply): Html {
  const id = `because-${reference}`;
  const content = html`<input type="hidden" name="version" value="${work.version}">
    <label for="${id}">Why ${reference} does not belong to this case</label>
    <input class="usa-input desk-control" id="${id}" name="because" maxlength="500" autocomplete="off" required aria-describedby="${id}-hint">
    <p class="usa-hint" id="${id}-hint">It stays a case of its own: whose its papers are is said on its own page. If nothing else brought this case back, it waits for its sender again.</p>
    <button type="submit" class="usa-button usa-button--outline">This mail does not belong here</button>`;
  const form = deskForm(frame, `/cases/${work.reference}/replies/${submissionId}/apart`, content);
  return html`<details><summary>It does not belong here</summary>${form}</details>`;
}
