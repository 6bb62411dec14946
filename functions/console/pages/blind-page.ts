import { html, raw } from 'hono/html';
import { type BlindTask, differenceOf } from '#shared/domain/blind-sample.ts';
import { formatHours } from '#shared/domain/hours.ts';
import type { Case } from '../cases/find-case.ts';
import type { SheetsByFile } from '../cases/page-sheets.ts';
import { alert } from '../parts/alert.ts';
import { deskForm } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { mailSummary, mailText } from '../parts/mail-summary.ts';
import { numberTable } from '../parts/numbers/number-table.ts';
import { pageFigures } from '../parts/page-pane.ts';
import { numberPlaces } from '../parts/places.ts';
import { said } from '../parts/said.ts';
import { type Frame, layout } from './layout.ts';

/** What was typed, and why it was not taken. */
export type BlindTyped = { accepts: string; ethics: string; core: string; reason: string; why: string | null };
const nothingTyped: BlindTyped = { accepts: '', ethics: '', core: '', reason: '', why: null };

type Asked = { found: Case; sheets: SheetsByFile; typed?: BlindTyped };

/** The papers of an accepted case and nothing of what the machine made of them: no names of papers, no values, no reasons. */
export function blindPage(frame: Frame, { found, sheets, typed = nothingTyped }: Asked): Html {
  const { submission } = found;
  const content = html`${back}<h1>What would you decide?</h1>
    ${typed.why === null ? nothing : alert('error', typed.why)}
    <div class="desk-beside desk-blind">
      <div>${papers(found, sheets)}</div>
      <div>
        <section aria-labelledby="mail"><h2 id="mail">The mail</h2>
          ${mailSummary(submission, frame.programme.timeZone, null)}
          ${submission.mail === null ? nothing : mailText(submission.mail)}
        </section>
        <section aria-labelledby="answer"><h2 id="answer">Your judgement</h2>
          ${deskForm(frame, `/blind/${submission.reference}`, questions(typed))}
        </section>
      </div>
    </div>`;
  return layout(frame, { title: 'Blind look', section: 'blind', content });
}

const back = html`<p class="desk-back"><a class="usa-link" href="/blind">All blind looks</a></p>`;

function papers({ documents, submission }: Case, sheets: SheetsByFile): Html {
  const shown = documents.map((record, at) => {
    const bare = { ...record, fields: {}, trainings: [], sessions: [] };
    const own = sheets.get(record.fileId);
    const isDrawn = !record.isSensitive && own !== undefined && own.show !== 'nothing';
    const name = html`<h3 id="paper-${at + 1}">Paper ${at + 1}</h3><p class="desk-meta">${said(record.attachment, 200)}</p>`;
    const pages = isDrawn
      ? html`<div class="desk-pane" role="region" aria-labelledby="paper-${at + 1}" tabindex="0">
          ${pageFigures(numberPlaces(bare, at + 1, true), submission.reference, own)}</div>`
      : alert(
          'info',
          record.isSensitive ? 'A private paper: its pages are not shown.' : 'No picture can be drawn of it.',
        );
    return html`<section>${name}${pages}</section>`;
  });
  return html`<h2>Papers</h2>${shown.length === 0 ? html`<p class="desk-empty">No papers came with this mail.</p>` : shown}`;
}

function questions({ accepts, ethics, core, reason }: BlindTyped): Html {
  const choice = (value: string, words: string) => html`<div class="usa-radio">
    <input class="usa-radio__input" type="radio" id="accepts-${value}" name="accepts" value="${value}" required
      ${accepts === value ? raw('checked') : ''}>
    <label class="usa-radio__label" for="accepts-${value}">${words}</label></div>`;
  const hours = (
    name: string,
    label: string,
    value: string,
  ) => html`<label class="usa-label" for="${name}">${label}</label>
    <input class="usa-input usa-input--small" id="${name}" name="${name}" type="text" inputmode="decimal" value="${value}"
      autocomplete="off" aria-describedby="hours-hint">`;
  return html`<fieldset class="usa-fieldset"><legend class="usa-legend">Would you accept it as it is?</legend>
      ${choice('yes', 'Yes, everything needed is here')} ${choice('no', 'No')}</fieldset>
    <p class="usa-hint" id="hours-hint">Hours that count, from the papers of this mail, like 2 or 1.5. Empty is none.</p>
    ${hours('ethics', 'Ethics hours', ethics)} ${hours('core', 'Core hours', core)}
    <label class="usa-label" for="reason">Why not, or anything worth saying</label>
    <textarea class="usa-textarea" id="reason" name="reason" maxlength="1000">${reason}</textarea>
    <button class="usa-button" type="submit">Send my judgement</button>`;
}

/** For somebody who has seen the outcome already. */
export function notBlindPage(frame: Frame, why: string): Html {
  const content = html`${back}<h1>Blind look</h1>${alert('info', why)}`;
  return layout(frame, { title: 'Blind look', section: 'blind', content });
}

/** Both judgements side by side, once there are two. */
export function blindComparedPage(frame: Frame, task: BlindTask): Html {
  const { answer, machine, reference } = task;
  const isSame = differenceOf(task) === 'none';
  const table = numberTable(
    'Two judgements',
    ['What', 'Reviewer', 'Machine'],
    [
      ['Accepted', answer?.accepts ? 'yes' : 'no', 'yes'],
      ['Ethics hours', formatHours(answer?.hours.ethics ?? 0), formatHours(machine.ethics)],
      ['Core hours', formatHours(answer?.hours.core ?? 0), formatHours(machine.core)],
    ],
  );
  const words = isSame
    ? 'Both came to the same result. Nothing changes for the sender.'
    : 'The results differ. The case is with the reviewers now; what was counted stays as it is until one of them decides.';
  const content = html`${back}<h1>Blind look: ${isSame ? 'agreed' : 'not agreed'}</h1>
    <p class="desk-lead">${words}</p>${table}
    ${answer?.reason ? html`<p>The reviewer wrote: ${said(answer.reason, 1000)}</p>` : nothing}
    <p><a class="usa-link" href="/cases/${reference}">Case ${reference}</a></p>`;
  return layout(frame, { title: 'Blind look', section: 'blind', content });
}
