import { html } from 'hono/html';
import type { ShadowAgreement } from '#shared/rules/compare/shadow-agreement.ts';
import type { Rule } from '#shared/rules/programme.ts';
import type { PeopleShown } from '../cases/people-shown.ts';
import { alert } from './alert.ts';
import { peopleTable } from './change-table.ts';
import { type Html, nothing } from './html.ts';
import { shortDay } from './time-words.ts';

export type ShadowShown = {
  readonly rule: Rule;
  readonly year: number;
  readonly agreement: ShadowAgreement;
  readonly people: PeopleShown;
};
export const shadowListMax = 100;

/** What a page that is only tried out would have said, held against what was said; who it was, where that may be seen. */
export function shadowPart({ rule, year, agreement, people }: ShadowShown, isListed: boolean): Html {
  const { agreed, differed, byOlderPage } = agreement;
  const judged = agreed + differed.length;
  return html`<section aria-labelledby="shadow">
    <h2 id="shadow">In shadow since ${shortDay(rule.shadowSince ?? '')}</h2>
    <p>This page is tried out only: it moves no outcome and no letter. ${comparedWith(agreement)}</p>
    ${judged === 0 ? html`<p class="desk-empty">Nobody’s year ${year} has been judged by it yet.</p>` : counts(judged, agreed, differed.length)}
    ${byOlderPage > 0 ? alert('info', `${byOlderPage} more were judged by an earlier wording of this page and are not counted.`) : nothing}
    ${differed.length === 0 || !isListed ? nothing : list(agreement, people)}
  </section>`;
}

function comparedWith({ hasLive, agreed, differed }: ShadowAgreement): string {
  if (agreed + differed.length === 0) return '';
  return hasLive
    ? 'Below it is held against the live rule of the same number, as the judgements are stored.'
    : 'No live rule has its number, so it says otherwise wherever it would ask for something.';
}

function counts(judged: number, agreed: number, differed: number): Html {
  return html`<ul class="desk-counts" aria-label="What the page in shadow said">
    <li><strong>${judged}</strong> judged</li> <li><strong>${agreed}</strong> agreed</li> <li><strong>${differed}</strong> differed</li>
  </ul>`;
}

function list({ differed }: ShadowAgreement, people: PeopleShown): Html {
  const shown = differed.slice(0, shadowListMax).map((change) => ({ person: change.person, changes: [change] }));
  const more = differed.length > shown.length ? `, the first ${shown.length}` : '';
  return peopleTable(`Whom it would have told something else (${differed.length}${more})`, shown, people);
}
