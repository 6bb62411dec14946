import { html } from 'hono/html';
import type { CaseWork } from '../cases/case-work.ts';
import type { SortableFile } from '../cases/sorting-choices.ts';
import type { Typed } from '../cases/typed-case.ts';
import { alert } from '../parts/alert.ts';
import { claimBar } from '../parts/claim-bar.ts';
import { workButton, workForm } from '../parts/control.ts';
import { deskForm } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { sortedFile } from '../parts/sorted-file.ts';
import { type Frame, layout } from './layout.ts';

export type PapersView = {
  work: CaseWork;
  files: readonly SortableFile[];
  typed: Typed;
  /** what stands against reading them anew, whoever has the case */
  whyNot: string | null;
  trouble: string | null;
};

/** Which pages of each file are which paper, to be split, put together and named by a person. */
export function papersPage(frame: Frame, view: PapersView): Html {
  const { work, files, typed, whyNot, trouble } = view;
  const { reference } = work;
  const isMine = whyNot === null && work.holder.is === 'me';
  const content = html`<p class="desk-back"><a class="usa-link" href="/cases/${reference}">Case ${reference}</a></p>
    <div class="desk-title"><h1>Which pages are which paper</h1></div>
    ${trouble === null ? nothing : html`<div role="alert">${alert('error', trouble)}</div>`}
    ${whyNot === null ? claimBar(frame, work) : alert('info', whyNot)}
    <p class="desk-lead">Say for each page whether it goes on with the page before or is a new paper, and which; of a “New paper” the machine
      says what it is. The papers are then read again. What you said of papers that stay as they are is kept; what no longer fits is listed
      on the page of the case, to be written again. Pages of different files cannot be put together.</p>
    ${files.length === 0 ? html`<p class="desk-empty">No file of this mail was read page by page.</p>` : files.map((file) => sortedFile(reference, file, { typed, isMine }))}
    ${isMine && files.length > 0 ? orders(frame, work) : nothing}`;
  return layout(frame, {
    title: `Papers of case ${reference}`,
    section: 'cases',
    content,
    script: 'desk/papers.js',
  });
}

function orders(frame: Frame, { reference, version }: CaseWork): Html {
  const hidden = html`<input type="hidden" name="version" value="${version}">`;
  return html`${deskForm(frame, `/cases/${reference}/papers`, hidden, workForm)}
    <section class="desk-bar" aria-label="Your work">
      ${workButton('Read again, taken apart like this', { kind: 'main', does: 'sorted' })}
      ${workButton('Only read again, as it is', { does: 'as-it-is' })}
      <a class="usa-link" href="/cases/${reference}">Leave it as it is</a>
    </section>`;
}
