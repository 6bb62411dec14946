import { html } from 'hono/html';
import type { Html } from '../html.ts';

/** What a row of figures is about, then its figures. */
export type NumberRow = readonly [string, ...(string | number)[]];

export function numberTable(caption: string, heads: readonly string[], rows: readonly NumberRow[]): Html {
  const [first, ...others] = heads;
  const pair = others.length === 1 ? ' desk-pair' : '';
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table desk-numbers${pair}">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">${first}</th>${others.map((head) => html`<th scope="col" class="desk-number">${head}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(
        ([words, ...figures]) => html`<tr><th scope="row" data-label="${first}">${words}</th>
          ${figures.map((figure, at) => html`<td class="desk-number" data-label="${others[at] ?? ''}">${figure}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`;
}
