import { html } from 'hono/html';
import { whyNotOpened } from '#functions/desk/reopen.ts';
import type { CaseView } from '../cases/case-view.ts';
import { staffName } from '../cases/case-work.ts';
import type { Frame } from '../pages/layout.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

/** Each time that somebody opened the case anew, who and why: for the office alone. */
export function reopenings(frame: Frame, { review, work }: CaseView): Html {
  const all = review?.reopenings ?? [];
  if (all.length === 0) return nothing;
  return html`<section aria-labelledby="reopened"><h2 id="reopened">Opened anew</h2>
    <ol class="desk-decided">${all.map(
      ({ by, at, because }) =>
        html`<li><p>${said(because, 1000)} <span class="desk-sub">${staffName(work.staff, by)}, ${instantInWords(at, frame.programme.timeZone)}</span></p></li>`,
    )}</ol></section>`;
}

/** Only where it would be done: for who may, on a decided case that no colleague works on. */
export function reopenForm(frame: Frame, view: CaseView): Html {
  const { found, work, because } = view;
  const isFor = frame.viewer?.may('reopen') === true && work.holder.is !== 'another';
  if (!isFor || whyNotOpened(found.submission, view) !== null) return nothing;
  const content = html`<input type="hidden" name="version" value="${work.version}">
    <label for="because">Why it has to be looked at once more</label>
    <input class="usa-input desk-control" id="because" name="because" value="${because}" maxlength="1000" autocomplete="off" required aria-describedby="because-hint">
    <p class="usa-hint" id="because-hint">What was decided goes on holding until somebody decides anew. Your reason stays in the office.</p>
    <button type="submit" class="usa-button usa-button--outline">Open this case anew</button>`;
  return html`<section aria-labelledby="reopen"><h2 id="reopen">Open it anew</h2>
    ${deskForm(frame, `/cases/${work.reference}/reopen`, content)}</section>`;
}
