import { html } from 'hono/html';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { trainingHash } from '#shared/records/register-records.ts';
import { alert } from '../parts/alert.ts';
import { deskForm } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { pager } from '../parts/pager.ts';
import { said } from '../parts/said.ts';
import { shortDay } from '../parts/time-words.ts';
import type { Page } from '../routes/page-of.ts';
import { type Frame, layout } from './layout.ts';

export type TypedTraining = Readonly<Record<string, string>>;
export type TrainingsContent = {
  asked: string;
  today: string;
  page: Page<ApprovedTraining>;
  isDone: boolean;
  /** why what was typed was not taken */
  why: readonly string[];
  typed: TypedTraining;
};

export const trainingFields = [
  { name: 'title', label: 'Title', type: 'text' },
  { name: 'provider', label: 'Provider', type: 'text' },
  { name: 'hours', label: 'Hours, such as 2.5', type: 'text' },
  { name: 'ethicsHours', label: 'Of these, hours of ethics', type: 'text' },
  { name: 'approvedFrom', label: 'Approved from', type: 'date' },
  { name: 'approvedTo', label: 'Approved to', type: 'date' },
] as const;

/** Trainings that were approved beforehand, with the days between which they are. */
export function trainingsPage(frame: Frame, content: TrainingsContent): Html {
  const { asked, page, isDone, why } = content;
  const mayChange = frame.viewer?.may('addTraining') ?? false;
  const address = (number: number) => `/trainings?${new URLSearchParams({ q: asked, page: String(number) })}`;
  const body = html`<h1>Approved trainings</h1>
    ${why.length === 0 ? nothing : alert('error', html`Nothing was changed. ${said(why.join('; '), 600)}`)}
    ${isDone ? alert('info', 'The register is changed.') : nothing}
    <form method="get" action="/trainings" class="desk-form" role="search">
      <label class="usa-label" for="q">Find a training</label>
      <span class="usa-hint" id="q-hint">Any words of the title or the provider</span>
      <input class="usa-input" id="q" name="q" type="text" value="${asked}" maxlength="200" autocomplete="off" aria-describedby="q-hint">
      <button class="usa-button" type="submit">Find</button>
    </form>
    ${page.total === 0 ? html`<p class="desk-empty">No training ${asked === '' ? 'is in the register yet' : 'fits these words'}.</p>` : table(frame, content, mayChange)}
    ${pager(page.number, page.pageCount, address, { before: 'Before', after: 'Next' })}
    ${mayChange ? additions(frame, content) : nothing}`;
  return layout(frame, { title: 'Approved trainings', section: 'trainings', content: body });
}

function table(frame: Frame, { page, today }: TrainingsContent, mayChange: boolean): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>${page.total === 1 ? '1 training' : `${page.total} trainings`}</caption>
    <thead><tr><th scope="col">Training</th><th scope="col" class="desk-number">Hours</th><th scope="col" class="desk-number">Ethics</th><th scope="col">Approved</th>${mayChange ? html`<th scope="col">End it</th>` : nothing}</tr></thead>
    <tbody>
      ${page.items.map(
        (training, at) => html`<tr>
          <th scope="row" data-label="Training">${said(training.title, 300)}<span class="desk-sub">${training.provider === '' ? 'any provider' : said(training.provider, 300)}</span></th>
          <td data-label="Hours" class="desk-number">${said(training.hours, 20)}</td>
          <td data-label="Ethics" class="desk-number">${said(training.ethicsHours, 20)}</td>
          <td data-label="Approved">${shortDay(training.approvedFrom)} to ${shortDay(training.approvedTo)}<span class="desk-sub">${stateOf(training, today)}</span></td>
          ${mayChange ? html`<td data-label="End it">${endForm(frame, training, today, at)}</td>` : nothing}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function stateOf({ approvedFrom, approvedTo }: ApprovedTraining, today: string): string {
  if (today < approvedFrom) return 'not yet';
  return today > approvedTo ? 'no longer' : 'now';
}

function endForm(frame: Frame, training: ApprovedTraining, today: string, at: number): Html {
  if (training.approvedTo <= today) return html`<span class="desk-quiet">has ended</span>`;
  const lastDay = today < training.approvedFrom ? training.approvedFrom : today;
  const form = html`<input type="hidden" name="training" value="${trainingHash(training)}">
    <label class="usa-label" for="last-day-${at}">Last day<span class="usa-sr-only"> of ${said(training.title, 100)}</span></label>
    <input class="usa-input" id="last-day-${at}" name="lastDay" type="date" value="${lastDay}" required>
    <button class="usa-button usa-button--outline" type="submit">End approval</button>`;
  return html`<details><summary>End<span class="usa-sr-only"> the approval of ${said(training.title, 100)}</span></summary>${deskForm(frame, '/trainings/end', form)}</details>`;
}

function additions(frame: Frame, { typed }: TrainingsContent): Html {
  const fields = trainingFields.map(
    ({ name, label, type }) => html`<label class="usa-label" for="${name}">${label}</label>
      <input class="usa-input" id="${name}" name="${name}" type="${type}" value="${typed[name] ?? ''}" maxlength="300" autocomplete="off" ${name === 'provider' ? '' : 'required'}>`,
  );
  return html`<h2>Add one training</h2>
    ${deskForm(frame, '/trainings', html`${fields}<button class="usa-button" type="submit">Add</button>`)}
    <h2>Import a file</h2>
    <p>Many lines at once: <a class="usa-link" href="/imports/approved">import the register of trainings from CSV</a>. No line is ever deleted.</p>`;
}
