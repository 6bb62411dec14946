import { html } from 'hono/html';
import type { Change, Correction } from '#shared/domain/correction.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import { staffName } from '../cases/case-work.ts';
import { workButton } from './control.ts';
import { changeWords } from './correction-list.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

/**
 * What people said of papers that are no longer what they were, after a file was taken apart anew: without effect, and
 * shown with what it said, so that it can be written again where it belongs now.
 */
export function unfitList({ work, timeZone }: Editing, files: readonly FileRecord[]): Html {
  if (work.unfit.length === 0) return nothing;
  return html`<section class="desk-undo" aria-labelledby="unfit">
    <h3 id="unfit">Said of papers that are no longer the same (${work.unfit.length})</h3>
    <p>This has no effect any more. Write it again where it belongs now, then say that it is done.</p>
    <ul class="desk-said-list">${work.unfit.map(
      (
        one,
      ) => html`<li>${changeWords(one)} <span class="desk-sub">on ${paperWords(one.change, files)}; ${staffName(work.staff, one.by)}, ${instantInWords(one.at, timeZone)}</span>
      ${workButton(html`Done with it<span class="usa-sr-only">: number ${one.number}</span>`, { does: `withdrawn:${one.number}` })}</li>`,
    )}</ul>
  </section>`;
}

function paperWords(change: Change, files: readonly FileRecord[]): Html | string {
  if (!('document' in change)) return 'a file of this mail';
  const { fileId, pages } = change.document;
  const [first, last] = pages;
  const name = files.find((file) => file.fileId === fileId)?.attachment ?? 'a file that is gone';
  return html`${said(name, 200)}, ${first === last ? `page ${first}` : `pages ${first} to ${last}`}`;
}

/** How many there are, for those who only look. */
export const unfitCount = (unfit: readonly Correction[]): Html =>
  unfit.length === 0
    ? nothing
    : html`<p><strong>${unfit.length} of what people said no longer fits:</strong> take the case to see it and write it again.</p>`;
