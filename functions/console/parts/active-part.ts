import { html } from 'hono/html';
import type { ActiveAnswer } from '#shared/rules/standing/active-on.ts';
import type { RulePage } from '../console-deps.ts';
import { personAddress } from '../people/person-address.ts';
import { alert } from './alert.ts';
import { findingTable } from './finding-table.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { activeTag } from './status-tag.ts';
import { shortDay } from './time-words.ts';

export type ActiveContent = {
  specialistId: string;
  /** as typed; '' when nobody asked yet */
  asked: string;
  today: string;
  active: ActiveAnswer | null;
  rulePages: readonly RulePage[];
};

/** Asks for a day and answers by what is on record, with what nobody can look up. */
export function activePart({ specialistId, asked, today, active, rulePages }: ActiveContent): Html {
  return html`<section aria-labelledby="active">
    <h2 id="active">Active on a day</h2>
    <form method="get" action="${personAddress(specialistId)}#active" class="desk-ask">
      <div>
        <label class="usa-label" for="on">Day</label>
        <input class="usa-input" id="on" name="on" type="date" value="${asked === '' ? today : asked}" required>
      </div>
      <button class="usa-button" type="submit">Was this person active?</button>
    </form>
    ${asked === '' ? nothing : answerWords(asked, active, rulePages)}
  </section>`;
}

function answerWords(asked: string, active: ActiveAnswer | null, rulePages: readonly RulePage[]): Html {
  if (active === null)
    return alert('error', html`“${said(asked, 40)}” is not a day that can be answered. Write it as 2026-12-31.`);
  return html`<p class="desk-title"><strong>${shortDay(active.day)}:</strong> ${activeTag(active.answer)}</p>
    <ul class="desk-reasons">${active.reasons.map((line) => html`<li>${said(line, 600)}</li>`)}</ul>
    ${active.notPublished.length === 0 ? nothing : html`<p>The programme has not published ${active.notPublished.join('; nor ')}.</p>`}
    ${active.findings.length === 0 ? nothing : html`<details><summary>The rules of ${String(active.decidingYear)} behind this answer</summary>${findingTable(html`Rules of ${String(active.decidingYear)}`, active.findings, { rulePages })}</details>`}`;
}
