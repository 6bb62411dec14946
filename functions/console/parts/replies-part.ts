import { html } from 'hono/html';
import { isApart, type Reply } from '#shared/domain/reply.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { CaseView } from '../cases/case-view.ts';
import { staffName } from '../cases/case-work.ts';
import type { Frame } from '../pages/layout.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

/** The mails that brought the case back, each with a way to say that it does not belong here, or does after all. */
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
  if (apart === null)
    return html`${what}${view.editing === null ? nothing : wayOf(frame, view, { reply, ...setApart })}`;
  const by = (who: StaffId, when: string) =>
    html`<span class="desk-sub">${staffName(view.work.staff, who)}, ${instantInWords(when, timeZone)}</span>`;
  const back = apart.takenBack;
  const words = html`<p>Does not belong here: ${said(apart.because, 500)} ${by(apart.by, apart.at)}</p>
    ${back === undefined ? nothing : html`<p>Belongs here after all: ${said(back.because, 500)} ${by(back.by, back.at)}</p>`}`;
  const way = { reply, ...(isApart(reply) ? joinAgain : setApart) };
  return html`${what}${words}${view.editing === null ? nothing : wayOf(frame, view, way)}`;
}

type Way = { way: string; says: string; why: (reference: string) => string; hint: string; press: string };

const setApart: Way = {
  way: 'apart',
  says: 'It does not belong here',
  why: (reference) => `Why ${reference} does not belong to this case`,
  hint: 'It stays a case of its own, and is a person’s to look at where the machine alone had settled it: whose its papers are is said on its own page. If nothing else brought this case back, it waits for its sender again.',
  press: 'This mail does not belong here',
};
const joinAgain: Way = {
  way: 'join',
  says: 'It belongs here after all',
  why: (reference) => `Why ${reference} belongs to this case after all`,
  hint: 'This case is open again, as when the mail came. Whose its papers are is said on its own page.',
  press: 'This mail belongs here after all',
};

/** Only for who works on the case; each with names of its own, since there can be several on a page. */
function wayOf(
  frame: Frame,
  { work }: CaseView,
  { reply: { submissionId, reference }, way, says, why, hint, press }: Way & { reply: Reply },
): Html {
  const id = `because-${reference}`;
  const content = html`<input type="hidden" name="version" value="${work.version}">
    <label for="${id}">${why(reference)}</label>
    <input class="usa-input desk-control" id="${id}" name="because" maxlength="500" autocomplete="off" required aria-describedby="${id}-hint">
    <p class="usa-hint" id="${id}-hint">${hint}</p>
    <button type="submit" class="usa-button usa-button--outline">${press}</button>`;
  const form = deskForm(frame, `/cases/${work.reference}/replies/${submissionId}/${way}`, content);
  return html`<details><summary>${says}</summary>${form}</details>`;
}
