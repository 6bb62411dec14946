import { html } from 'hono/html';
import type { MatchedPerson, MatchKind } from '#shared/domain/person.ts';
import { personAddress } from '../people/person-address.ts';
import { type Html, nothing } from './html.ts';
import { named } from './named.ts';
import { said } from './said.ts';

export const matchWords: Readonly<Record<MatchKind, string>> = {
  exact: 'Certain match',
  likely: 'Likely match',
  ambiguous: 'Could be several people',
  none: 'Not on the roster',
};

export function personName(person: MatchedPerson): Html {
  return named(person.name === '' ? 'Name not found' : person.name, 200);
}

/** More would only bury the others. */
const candidatesShown = 20;

function personLink(specialistId: string): Html {
  return html`<a class="usa-link" href="${personAddress(specialistId)}">${said(specialistId, 100)}</a>`;
}

/** Who a case is about, and what that rests on. */
export function personList(people: readonly MatchedPerson[]): Html {
  if (people.length === 0) return html`<p>Nobody has been matched yet.</p>`;
  return html`<ul class="desk-people">
    ${people.map(
      (person) => html`<li>
        <strong>${personName(person)}</strong>
        <span>${person.specialistId === null ? nothing : personLink(person.specialistId)}</span>
        <span>${matchWords[person.match]}</span>
        ${person.specialistId !== null || person.candidates.length === 0 ? nothing : html`<div>Could be: ${person.candidates.slice(0, candidatesShown).map((id) => html`${personLink(id)} `)}</div>`}
        ${person.evidence.length === 0 ? nothing : html`<ul>${person.evidence.map((line) => html`<li>${said(line, 300)}</li>`)}</ul>`}
      </li>`,
    )}
  </ul>`;
}
