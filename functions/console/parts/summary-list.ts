import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Name and value pairs. A null value leaves its line out. */
export function summaryList(lines: readonly (readonly [string, Html | string | null])[]): Html {
  const shown = lines.filter(([, value]) => value !== null);
  return html`<dl class="desk-summary">
    ${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
