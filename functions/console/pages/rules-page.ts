import { html } from 'hono/html';
import type { RulePage } from '../console-deps.ts';
import type { Html } from '../parts/html.ts';
import { inline } from '../parts/inline.ts';
import { routeTable } from '../route-table.ts';
import { ruleAddress, ruleTitle } from '../rule-address.ts';
import { type Frame, layout } from './layout.ts';

const intro =
  'The machine applies these pages as they stand. Each one quotes its source and shows its examples, with the answer that each gives as run by this desk.';

function actions({ viewer }: Frame): Html {
  const compare = html`<li><a class="usa-link" href="${routeTable.whatWouldChange.path}">What would change?</a> <span class="desk-quiet">Judge everybody by proposed pages first</span></li>`;
  return html`<ul class="desk-actions">
  ${viewer?.may('whatWouldChange') ? compare : ''}
  <li><a class="usa-link" href="${routeTable.handbook.path}">Handbook to print</a> <span class="desk-quiet">All pages of the programme in one</span></li>
</ul>`;
}

/** Every rule of the programme by the sentence that it is. */
export function rulesPage(frame: Frame): Html {
  const { rulePages } = frame.programme;
  const isRule = ({ page }: RulePage) => page.endsWith('.rule.md');
  const isTopic = ({ page }: RulePage) => /^(common-)?topics\//.test(page);
  const rules = rulePages.filter(isRule);
  const beside = rulePages.filter((page) => !isRule(page) && !isTopic(page));
  const topics = rulePages.filter(isTopic);
  const list =
    rulePages.length === 0
      ? html`<p class="desk-empty">No rules were given to this desk.</p>`
      : html`${listOf(rules)}${group('What the rules rest on', beside)}${group('What a training is about', topics)}`;
  return layout(frame, {
    title: 'Rules',
    section: 'rules',
    content: html`<h1>Rules</h1><p class="desk-lead">${intro}</p>${frame.programme.book === undefined ? '' : actions(frame)}${list}`,
  });
}

function group(heading: string, pages: readonly RulePage[]): Html | string {
  return pages.length === 0 ? '' : html`<h2>${heading}</h2>${listOf(pages)}`;
}

function listOf(pages: readonly RulePage[]): Html {
  const lines = pages.map(
    (page) =>
      html`<li><a class="usa-link" href="${ruleAddress(page.page)}">${numbered(page)}${inline(ruleTitle(page))}</a>${page.shadowSince === undefined ? '' : html` <span class="desk-quiet">(in shadow: tried out only)</span>`}</li>`,
  );
  return html`<ul class="desk-rules">${lines}</ul>`;
}

const numbered = ({ number }: RulePage): string => (number === undefined ? '' : `${number}: `);
