import { html } from 'hono/html';
import { personAddress } from '../people/person-address.ts';
import type { NamedStanding } from '../people/standing-lists.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';
import { standingTag } from './status-tag.ts';
import { shortDay } from './time-words.ts';

/** People with how a period of theirs stands, what is missing by which rule, and why. */
export function standingTable(caption: Html | string, lines: readonly NamedStanding[]): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">Year</th><th scope="col">Due</th><th scope="col">Standing</th><th scope="col">Missing, by which rule</th></tr></thead>
    <tbody>${lines.map(
      ({ standing, name }) => html`<tr>
        <th scope="row" data-label="Person"><a class="usa-link" href="${personAddress(standing.specialistId)}">${said(name ?? standing.specialistId, 200)}</a><span class="desk-sub">${said(standing.specialistId, 64)}</span></th>
        <td data-label="Year">${standing.year}</td>
        <td data-label="Due" class="desk-nowrap">${standing.due === null ? html`<span class="desk-none">not known</span>` : shortDay(standing.due)}</td>
        <td data-label="Standing">${standingTag(standing.word)}</td>
        <td data-label="Missing">${missingOf(standing)}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function missingOf({ missing, why }: NamedStanding['standing']): Html {
  if (missing.length === 0) return said(why[0] ?? '', 400);
  return html`<ul class="desk-plain">${missing.map(({ rule, inWords }) => html`<li>${said(inWords, 200)} <span class="desk-sub">${said(rule, 40)}</span></li>`)}</ul>`;
}
