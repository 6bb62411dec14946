import { html } from 'hono/html';
import type { RulePage } from '../console-deps.ts';
import type { Html } from '../parts/html.ts';
import { type Frame, layout } from './layout.ts';

/** Every rule page of the programme, as it is written. */
export function rulesPage(frame: Frame): Html {
  const pages = frame.programme.rulePages;
  const content = html`<h1>Rules</h1>
    <p class="usa-intro">These pages are what the machine applies. Each states its source, its dates and its examples.</p>
    ${pages.length === 0 ? html`<p class="desk-empty">No rule pages were given to this desk.</p>` : pages.map(oneRule)}`;
  return layout(frame, { title: 'Rules', section: 'rules', content });
}

function oneRule({ page, text }: RulePage): Html {
  const [, title = page] = /^#\s+(.+)$/m.exec(text) ?? [];
  return html`<details class="desk-rule">
    <summary><strong>${title}</strong> <span class="desk-sub">${page}</span></summary>
    <div class="desk-rule__text">${text}</div>
  </details>`;
}
