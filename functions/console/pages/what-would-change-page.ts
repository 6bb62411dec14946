import { html, raw } from 'hono/html';
import type { Change } from '#shared/rules/compare/compare-people.ts';
import type { PersonChanges } from '#shared/rules/compare/people-counted.ts';
import type { Problem } from '#shared/rules/markdown-page.ts';
import type { PeopleShown } from '../cases/people-shown.ts';
import { type AskedChange, addressOfChange, type OfferedChanges } from '../changes/asked-change.ts';
import { type JudgedChange, peopleMax } from '../changes/judge-change.ts';
import { alert } from '../parts/alert.ts';
import { exampleTable, peopleTable, ruleSummaryTable } from '../parts/change-table.ts';
import { type Html, nothing } from '../parts/html.ts';
import { pageDifferenceList } from '../parts/page-difference-list.ts';
import { pager } from '../parts/pager.ts';
import type { Page } from '../routes/page-of.ts';
import { type Frame, layout } from './layout.ts';

type Shown = { asked: AskedChange; judged: JudgedChange; page: Page<PersonChanges>; shown: PeopleShown };
export type WhatWouldChangeContent = { where: string; offered: OfferedChanges } & ({ asked: null } | Shown);

const title = 'What would change?';
const intro =
  'Compares the pages that are applied now with proposed ones, before they take effect. Looking changes nothing: no verdict, no letter, nobody’s standing.';

export function whatWouldChangePage(frame: Frame, content: WhatWouldChangeContent): Html {
  const body = html`<p class="desk-back"><a class="usa-link" href="/rules">All rules</a></p>
    <h1>${title}</h1>
    <p class="desk-lead">${intro}</p>
    ${content.asked === null ? howToPropose(content.where) : html`${chooser(content.offered, content.asked)}${answer(frame, content)}`}`;
  return layout(frame, { title, section: 'rules', content: body });
}

function howToPropose(where: string): Html {
  return html`<h2>Nothing is proposed yet</h2>
    <p>Proposed pages are looked for in <code>${where}</code>. To propose some:</p>
    <ol class="desk-steps">
      <li>Copy the whole folder of the programme into a folder with a name of your own there, for example <code>${where}/four-hours</code>.</li>
      <li>Change the copy: an amount, a condition, a sentence. What is applied now stays as it is.</li>
      <li>On one machine, load this page again; to keep proposals elsewhere, start with <code>npm start -- --proposed-rules FOLDER</code>. On AWS, deploy: only this page reads the folder.</li>
    </ol>`;
}

function chooser({ proposals, years, rulesOf }: OfferedChanges, asked: AskedChange): Html {
  return html`<form class="desk-ask" method="get" action="/rules/what-would-change">
    ${select('with', 'Proposed pages', proposals, asked.proposal)}
    ${select('year', 'Judge the people of', years, asked.year)}
    ${select('rules-of', 'by the proposed rules of', rulesOf, asked.rulesOf)}
    <button class="usa-button" type="submit">Compare</button>
  </form>`;
}

function select(name: string, label: string, choices: readonly (number | string)[], chosen: number | string): Html {
  const option = (choice: number | string) =>
    html`<option value="${choice}"${choice === chosen ? raw(' selected') : ''}>${choice}</option>`;
  return html`<div><label class="usa-label" for="ask-${name}">${label}</label>
    <select class="usa-select" id="ask-${name}" name="${name}">${choices.map(option)}</select></div>`;
}

function answer(frame: Frame, { asked, judged, page, shown }: Shown): Html {
  const { what } = judged;
  const { rulePages } = frame.programme;
  return html`${what.unreadable.length > 0 ? unreadable(what.unreadable) : summary(judged, asked)}
    ${what.toMend.length > 0 ? toMend(what.toMend) : nothing}
    ${what.people === null ? nothing : ruleSummaryTable(what.people.rules)}
    <h2 id="pages">Page by page <span class="desk-quiet">(${what.pages.length})</span></h2>
    ${what.pages.length === 0 ? html`<p class="desk-empty">Both folders hold the same pages, word for word.</p>` : pageDifferenceList(what.pages, rulePages)}
    ${what.examples === null ? nothing : examplesPart(what.examples.changes)}
    ${peoplePart({ asked, judged, page, shown })}`;
}

function examplesPart(changes: readonly Change[]): Html {
  return html`<h2 id="examples">Examples</h2>
    ${changes.length === 0 ? html`<p class="desk-empty">Every example of both folders comes out as before.</p>` : exampleTable(changes)}`;
}

function summary({ people, storedCount, what }: JudgedChange, asked: AskedChange): Html {
  if (storedCount > peopleMax) return alert('warning', tooMany(storedCount));
  if (people === null)
    return alert('info', `Nobody’s year ${asked.year} has been judged yet, so only the examples were compared.`);
  const count = (number: number, words: string) => html`<li><strong>${number}</strong> ${words}</li>`;
  const other = what.people?.ofOtherPages ?? 0;
  return html`<ul class="desk-counts" aria-label="What came out for the people of ${asked.year}">
      ${count(people.judged, 'judged')} ${count(people.changed.length, 'change')}
      ${count(people.unchanged, 'stay as they are')} ${count(people.notTold.length, 'cannot be told from what is stored')}
    </ul>
    ${other > 0 ? alert('warning', `${other} of them were judged by pages that are not the ones applied now: read their lines with care.`) : nothing}
    ${isOnlyLater(people.changed.length, what, asked) ? later(asked) : nothing}`;
}

const tooMany = (count: number) =>
  `${count} people are stored for this year, more than the ${peopleMax} that this page judges at once. Use npm run rules -- compare for them; the pages and examples are below.`;

/** Pages differ and nobody changes: an amount may begin in a later year. */
function isOnlyLater(changed: number, what: JudgedChange['what'], { year, rulesOf }: AskedChange): boolean {
  return changed === 0 && what.pages.length > 0 && rulesOf === year;
}

function later(asked: AskedChange): Html {
  const next = { ...asked, rulesOf: asked.year + 1 };
  return html`<p>Each year is judged by its own amounts. To see a change that begins later, <a class="usa-link" href="${addressOfChange(next)}">judge ${asked.year} by the proposed rules of ${next.rulesOf}</a>.</p>`;
}

function unreadable(problems: readonly Problem[]): Html {
  return html`${alert('error', 'The proposed pages cannot be applied yet. Put these lines right and load this page again.')}${problemList(problems)}`;
}

function toMend(problems: readonly Problem[]): Html {
  return html`<details class="desk-mend"><summary>${problems.length} things to put right before these pages may take effect</summary>${problemList(problems)}</details>`;
}

function problemList(problems: readonly Problem[]): Html {
  return html`<ul class="desk-problems">${problems.map(({ page, line, says }) => html`<li><code>${page}</code>, line ${line}: ${says}</li>`)}</ul>`;
}

function peoplePart({ asked, judged, page, shown }: Shown): Html {
  if (judged.people === null) return nothing;
  const open = judged.people.notTold.length;
  const caption = `${page.total} people${open === 0 ? '' : `; the last ${open} cannot be told from what is stored`}`;
  return html`<h2 id="people">People who change</h2>
    ${page.total === 0 ? html`<p class="desk-empty">Nobody changes.</p>` : peopleTable(caption, page.items, shown)}
    ${pager(page.number, page.pageCount, (number) => `${addressOfChange(asked, number)}#people`, { before: 'Before', after: 'After' })}`;
}
