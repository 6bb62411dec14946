import { html } from 'hono/html';
import { alert } from '../parts/alert.ts';
import { type Html, nothing } from '../parts/html.ts';
import { matchWords } from '../parts/person-list.ts';
import { said } from '../parts/said.ts';
import { outcomeTag } from '../parts/status-tag.ts';
import { instantInWords } from '../parts/time-words.ts';
import type { FoundCases } from '../queue/find-cases.ts';
import { type Frame, layout } from './layout.ts';
import { searchForm } from './queue-page.ts';

/** `people`: the address that looks for the same words among the people. */
type SearchContent = FoundCases & { asked: string; people: string };

export function searchPage(frame: Frame, { asked, people, lines, isCut }: SearchContent): Html {
  const content = html`<p class="desk-back"><a class="usa-link" href="/">All cases</a></p>
    <div class="desk-title"><h1>Find a case</h1>${searchForm(frame, asked)}</div>
    ${isCut ? alert('warning', `More cases fit than the ${lines.length} shown here. Type more of the name or the whole address.`) : nothing}
    ${asked === '' ? nothing : lines.length === 0 ? nothingFound(asked, people) : table(frame, lines)}`;
  return layout(frame, { title: 'Find a case', section: 'cases', content, script: 'desk/queue.js' });
}

const nothingFound = (asked: string, people: string): Html =>
  html`<p class="desk-empty">No case fits ${said(asked, 200)}. Type a part of a name, a whole address, or a reference such as LA-2026-7K3M9Q. Somebody who never wrote is found under <a class="usa-link" href="${people}">People</a>.</p>`;

function table({ programme }: Frame, lines: FoundCases['lines']): Html {
  return html`<table class="usa-table usa-table--borderless desk-table desk-queue">
    <caption>Found <span class="desk-quiet">(${lines.length}), newest first</span></caption>
    <thead><tr><th scope="col">Case</th><th scope="col">Who</th><th scope="col">From</th><th scope="col">Received</th><th scope="col">State</th></tr></thead>
    <tbody>${lines.map(
      (line) => html`<tr>
        <th scope="row" data-label="Case"><a class="usa-link" href="/cases/${line.reference}" data-line>${line.reference}</a></th>
        <td data-label="Who">${line.people.map(({ name, match }) => html`<div>${said(name, 200)}${match === 'exact' ? nothing : html`<span class="desk-sub">${matchWords[match]}</span>`}</div>`)}</td>
        <td data-label="From">${said(line.sender, 200)}</td>
        <td data-label="Received">${instantInWords(line.receivedAt, programme.timeZone)}</td>
        <td data-label="State">${outcomeTag(line.shelf)}</td>
      </tr>`,
    )}</tbody></table>`;
}
