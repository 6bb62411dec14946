import { html } from 'hono/html';
import type { RulePage } from '../console-deps.ts';
import type { Html } from '../parts/html.ts';
import { ruleText } from '../parts/rule-text.ts';
import { ruleAddress, ruleTitle } from '../rule-address.ts';
import { type Frame, layout } from './layout.ts';

const intro =
  'The machine applies these pages as they stand. Each one quotes its source and shows its examples, with the answer that each gives as run by this desk.';

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
  return layout(frame, { title: 'Rules', section: 'rules', content: html`<h1>Rules</h1><p>${intro}</p>${list}` });
}

function group(heading: string, pages: readonly RulePage[]): Html | string {
  return pages.length === 0 ? '' : html`<h2>${heading}</h2>${listOf(pages)}`;
}

function listOf(pages: readonly RulePage[]): Html {
  const lines = pages.map(
    (page) =>
      html`<li><a class="usa-link" href="${ruleAddress(page.page)}">${numbered(page)}${ruleTitle(page)}</a></li>`,
  );
  return html`<ul class="desk-rules">${lines}</ul>`;
}

const numbered = ({ number }: RulePage): string => (number === undefined ? '' : `${number}: `);

export function rulePage(frame: Frame, page: RulePage): Html {
  const title = ruleTitle(page);
  const content = html`<p class="desk-back"><a class="usa-link" href="/rules">All rules</a></p>
    <h1>${title}</h1>
    <p class="desk-meta">${numbered(page)}${page.page}</p>
    ${ruleText(page.text, page.asRun)}`;
  return layout(frame, { title, section: 'rules', content });
}
