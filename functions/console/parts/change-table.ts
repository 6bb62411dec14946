import { html } from 'hono/html';
import type { Change, RuleSummary } from '#shared/rules/compare/compare-people.ts';
import type { PersonChanges } from '#shared/rules/compare/people-counted.ts';
import type { PeopleShown } from '../cases/people-shown.ts';
import { type Html, nothing } from './html.ts';
import { inline } from './inline.ts';
import { personCell } from './person-cell.ts';
import { said } from './said.ts';
import { verdictChange } from './verdict-change.ts';

const kind = 'usa-table usa-table--borderless desk-table desk-changes';

/** Rule by rule: what is written otherwise for the year, and how many verdicts move from what to what. */
export function ruleSummaryTable(rules: readonly RuleSummary[]): Html {
  const shown = rules.filter(({ changes, differences }) => changes.length + differences.length > 0);
  if (shown.length === 0)
    return html`<p class="desk-empty">No rule is written otherwise for this year, and no verdict moves.</p>`;
  return html`<table class="${kind}">
    <caption>Rule by rule</caption>
    <thead><tr><th scope="col">Rule</th><th scope="col">Written otherwise</th><th scope="col">Verdicts that move</th><th scope="col" class="desk-number">As before</th></tr></thead>
    <tbody>${shown.map(ruleRow)}</tbody>
  </table>`;
}

function ruleRow({ rule, title, differences, changes, unchanged }: RuleSummary): Html {
  const written =
    differences.length === 0
      ? html`<span class="desk-quiet">only something it rests on</span>`
      : html`<ul class="desk-plain">${differences.map((each) => html`<li>${inline(each)}</li>`)}</ul>`;
  const moves =
    changes.length === 0
      ? html`<span class="desk-quiet">none</span>`
      : html`<ul class="desk-plain">${changes.map(({ before, after, count }) => html`<li><strong>${count}</strong> ${verdictChange(before, after)}</li>`)}</ul>`;
  return html`<tr>
    <th scope="row" data-label="Rule">${rule}<span class="desk-sub">${inline(title)}</span></th>
    <td data-label="Written otherwise">${written}</td>
    <td data-label="Verdicts that move">${moves}</td>
    <td data-label="As before" class="desk-number">${unchanged}</td>
  </tr>`;
}

/** Everybody who changes: one row for each rule, the person's name on the first. */
export function peopleTable(caption: string, people: readonly PersonChanges[], shown: PeopleShown): Html {
  return html`<table class="${kind}">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">Rule</th><th scope="col">Now, then</th><th scope="col">Why then</th></tr></thead>
    ${people.map(({ person, changes }) => html`<tbody>${changes.map((change, at) => personRow(at === 0 ? person : null, changes.length, change, shown))}</tbody>`)}
  </table>`;
}

function personRow(person: string | null, rows: number, change: Change, shown: PeopleShown): Html {
  const who =
    person === null
      ? nothing
      : html`<th scope="rowgroup" rowspan="${rows}" data-label="Person">${personCell(person, shown)}</th>`;
  return html`<tr>${who}<td data-label="Rule" class="desk-nowrap">${change.rule}</td>${verdictAndWhy(change)}</tr>`;
}

/** The examples of both folders that come out otherwise. */
export function exampleTable(examples: readonly Change[]): Html {
  return html`<table class="${kind}">
    <caption>Examples with another verdict <span class="desk-quiet">(${examples.length})</span></caption>
    <thead><tr><th scope="col">Example</th><th scope="col">Rule</th><th scope="col">Now, then</th><th scope="col">Why then</th></tr></thead>
    <tbody>${examples.map(
      (change) => html`<tr>
        <th scope="row" data-label="Example">${inline(change.person)}</th>
        <td data-label="Rule" class="desk-nowrap">${change.rule}</td>${verdictAndWhy(change)}
      </tr>`,
    )}</tbody>
  </table>`;
}

function verdictAndWhy({ before, after, why }: Change): Html {
  return html`<td data-label="Now, then">${verdictChange(before, after)}</td><td data-label="Why then">${said(why)}</td>`;
}
