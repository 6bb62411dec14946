import { html } from 'hono/html';
import type { PeopleShown } from '../cases/people-shown.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';

/** A person in a table: the name, the id, and the way to the latest case. */
export function personCell(id: string, people: PeopleShown): Html {
  const person = people.get(id);
  const reference = person?.reference ?? null;
  const way =
    reference === null
      ? nothing
      : html`<span class="desk-sub"><a class="usa-link" href="/cases/${reference}">${reference}</a></span>`;
  if (person === undefined || person.name === null) return html`${said(id, 100)}${way}`;
  return html`${said(person.name, 200)}<span class="desk-sub">${said(id, 100)}</span>${way}`;
}
