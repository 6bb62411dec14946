import { html, raw } from 'hono/html';
import type { Letter } from '#shared/domain/letter.ts';
import type { StandingChange } from '#shared/domain/person-standing.ts';
import type { Resolution, ResolutionAction } from '#shared/domain/resolution.ts';
import { openWords, type StandingWord } from '#shared/domain/standing-word.ts';
import { nothingTyped, type Typed } from '../cases/typed-case.ts';
import type { Frame } from '../pages/layout.ts';
import { personAddress } from '../people/person-address.ts';
import type { YearShown } from '../people/person-view.ts';
import { deskForm } from './desk-form.ts';
import type { NamesOfStaff } from './history-table.ts';
import { type Html, nothing } from './html.ts';
import { periodLetterEditor, periodLetterPart } from './period-letter-part.ts';
import { said } from './said.ts';
import { causeWords, resolutionStates, resolutionWords } from './standing-words.ts';
import { standingTag } from './status-tag.ts';
import { instantInWords, shortDay } from './time-words.ts';

/** What was sent from the page and is not carried out yet: it stands in the form of its year again. */
export type SentForm = { year: number; typed: Typed };
export type StandingAbout = {
  specialistId: string;
  names: NamesOfStaff;
  /** every letter to the person; those about decisions stand beside these */
  letters: readonly Letter[];
  /** why no letter can go to the person now; null: it can */
  noWay: 'no-address' | 'address-stopped' | null;
  sent: SentForm | null;
  /** what its addresses carry on while somebody goes through several people; else '' */
  round: string;
};

/** How a period came to stand so, what named persons said of it, and the form for one who may. */
export function standingPart(frame: Frame, shown: YearShown, about: StandingAbout): Html {
  const { changes, resolutions } = shown;
  return html`${resolutions.length === 0 ? nothing : resolutionList(frame, shown, about)}
    ${holdsNow(shown)}
    ${resolveForm(frame, shown, about)}
    ${changes.length === 0 ? nothing : changeTable(frame, shown, about)}`;
}

function changeTable({ programme }: Frame, { year, changes }: YearShown, { names }: StandingAbout): Html {
  return html`<details><summary>How this standing came about</summary>
    <table class="usa-table usa-table--borderless usa-table--compact desk-table">
      <caption>How the standing of ${year} came about</caption>
      <thead><tr><th scope="col">When</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Why</th></tr></thead>
      <tbody>${changes.map(
        (change) => html`<tr>
          <th scope="row" data-label="When">${instantInWords(change.at, programme.timeZone)}</th>
          <td data-label="From">${change.was === null ? html`<span class="desk-none">nothing</span>` : standingTag(change.was.word)}</td>
          <td data-label="To">${standingTag(change.is.word)}</td>
          <td data-label="Why">${said(change.is.why.join(' '), 800)}<span class="desk-sub">${foundBy(change, names)}</span></td>
        </tr>`,
      )}</tbody>
    </table></details>`;
}

function foundBy({ by, runId, causes }: StandingChange, names: NamesOfStaff): Html {
  if (by !== null) return html`said by ${said(names.get(by) ?? by, 100)}`;
  const day = runId?.split('.')[0] ?? '';
  return html`<a class="usa-link" href="/sweep/${day}">night of ${shortDay(day)}</a>: ${causes.map((cause) => causeWords[cause]).join('; ')}`;
}

function resolutionList(frame: Frame, shown: YearShown, about: StandingAbout): Html {
  const { names } = about;
  const name = (by: Resolution['by']) => said(names.get(by) ?? by, 100);
  return html`<ul class="desk-reasons">${shown.resolutions.map(
    (
      each,
    ) => html`<li><strong>${resolutionWords[each.action]}${each.until === null ? nothing : html` until ${shortDay(each.until)}`}</strong>
      (${resolutionStates[each.state]}): ${said(each.reason, 1000)}
      ${periodLetterPart(frame, each, about)}
      <span class="desk-sub">${name(each.by)}, ${instantInWords(each.at, frame.programme.timeZone)}${each.second === null ? nothing : html`; second: ${name(each.second.by)}${each.second.reason === null ? nothing : html`, “${said(each.second.reason, 1000)}”`}`}</span>
      ${each.state === 'proposed' ? secondForms(frame, each, about) : nothing}</li>`,
  )}</ul>`;
}

/** Only for somebody else than who proposed it. */
function secondForms(frame: Frame, { specialistId, year, number, by }: Resolution, { round }: StandingAbout): Html {
  if (!frame.viewer?.may('agreeToStanding') || frame.viewer.staff.staffId === by) return nothing;
  const address = `${personAddress(specialistId)}/standings/${year}/${number}`;
  const id = `disagree-${year}-${number}`;
  return html`${deskForm(frame, `${address}/agree${round}`, html`<button type="submit" class="usa-button">I agree</button>`)}
    ${deskForm(
      frame,
      `${address}/refuse${round}`,
      html`<label class="usa-label" for="${id}">Why you do not agree</label>
        <input class="usa-input" id="${id}" name="reason" type="text" maxlength="1000" autocomplete="off" required>
        <button type="submit" class="usa-button usa-button--outline">I do not agree</button>`,
    )}`;
}

function resolveForm(frame: Frame, shown: YearShown, about: StandingAbout): Html {
  const { year, kept, standing, resolutions } = shown;
  if (kept === null || !frame.viewer?.may('resolveStanding')) return nothing;
  if (resolutions.some(({ state }) => state === 'proposed')) return nothing;
  const actions = actionsFor(standing.word, kept.standing.resolved !== null);
  if (actions.length === 0) return nothing;
  const typed = about.sent?.year === year ? about.sent.typed : nothingTyped;
  const id = (part: string) => `${part}-${year}`;
  const address = `${personAddress(about.specialistId)}/standings/${year}`;
  const content = html`<input type="hidden" name="version" value="${kept.version}">
    <fieldset class="usa-fieldset"><legend class="usa-legend">What becomes of ${year}</legend>
      ${actions.map(
        (
          action,
        ) => html`<div class="usa-radio"><input class="usa-radio__input" type="radio" id="${id(action)}" name="action" value="${action}" required${typed.get('action') === action ? raw(' checked') : nothing}>
          <label class="usa-radio__label" for="${id(action)}">${resolutionWords[action]}${action === 'inactive' ? html` <span class="desk-sub">a second person has to agree</span>` : nothing}</label></div>`,
      )}
    </fieldset>
    ${actions.includes('extended') ? html`<label class="usa-label" for="${id('until')}">Last day, for more time</label><input class="usa-input" id="${id('until')}" name="until" type="date" value="${typed.get('until') ?? ''}">` : nothing}
    <label class="usa-label" for="${id('reason')}">Why</label>
    <textarea class="usa-textarea" id="${id('reason')}" name="reason" rows="2" maxlength="1000" required>
${typed.get('reason') ?? ''}</textarea>
    ${periodLetterEditor({ year, address: `${address}/letter${about.round}`, typed, noWay: about.noWay })}
    <button type="submit" class="usa-button">Say so</button>`;
  return html`<details${about.sent?.year === year ? raw(' open') : nothing}><summary>Say what becomes of ${year}</summary>${deskForm(frame, `${address}${about.round}`, content)}</details>`;
}

/** After something was taken back a reader asks what holds instead. */
function holdsNow({ year, resolutions, standing }: YearShown): Html {
  const last = resolutions.findLast(({ state }) => state === 'in-effect');
  if (last?.action !== 'lifted') return nothing;
  return html`<p><strong>What holds now:</strong> nothing that a person said of ${year}. It stands by what is on record: ${standingTag(standing.word)} The next night looks at it again.</p>`;
}

function actionsFor(word: StandingWord, isResolved: boolean): ResolutionAction[] {
  const open: readonly StandingWord[] = openWords;
  const lifted: ResolutionAction[] = isResolved ? ['lifted'] : [];
  if (word === 'past-deadline-unresolved') return ['inactive', 'extended', 'closed', ...lifted];
  return open.includes(word) ? ['extended', ...lifted] : lifted;
}
