import { html } from 'hono/html';
import type { RulePage } from '../console-deps.ts';
import type { Html } from '../parts/html.ts';
import { ruleText } from '../parts/rule-text.ts';
import { ruleAddress, ruleTitle } from '../rule-address.ts';
import { type Frame, layout } from './layout.ts';

const intro = 'The machine applies these pages as they stand. Each one quotes its source and shows its examples.';

/** Every rule of the programme by the sentence that it is. */
export function rulesPage(frame: Frame): Html {
  const lines = frame.programme.rulePages.map(
    (page) => html`<li><a class="usa-link" href="${ruleAddress(page.page)}">${ruleTitle(page)}</a></li>`,
  );
  const list =
    lines.length === 0
      ? html`<p class="desk-empty">No rules were given to this desk.</p>`
      : html`<ul class="desk-rules">${lines}</ul>`;
  return layout(frame, { title: 'Rules', section: 'rules', content: html`<h1>Rules</h1><p>${intro}</p>${list}` });
}

export function rulePage(frame: Frame, page: RulePage): Html {
  const title = ruleTitle(page);
  const content = html`<p class="desk-back"><a class="usa-link" href="/rules">All rules</a></p>
    <h1>${title}</h1>
    <p class="desk-meta">${page.page}</p>
    ${ruleText(page.text)}`;
  return layout(frame, { title, section: 'rules', content });
}
