import { html } from 'hono/html';
import { type Block, pageBlocks, withVerdictsAsRun } from '#shared/rules/page-blocks.ts';
import type { Html } from './html.ts';

/** A rule page as a page. Its own title becomes the page's title, so it is left out here. */
export function ruleText(text: string, asRun?: readonly string[]): Html {
  const all = asRun === undefined ? pageBlocks(text) : withVerdictsAsRun(pageBlocks(text), asRun);
  const blocks = all.filter((block) => block.is !== 'heading' || block.level > 1);
  return html`<div class="desk-rule">${blocks.map(oneBlock)}</div>`;
}

function oneBlock(block: Block): Html {
  switch (block.is) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'quote':
      return html`<blockquote>${block.lines.map((line) => html`<p>${line}</p>`)}</blockquote>`;
    case 'list':
      return html`<ul>${block.lines.map((line) => html`<li>${line}</li>`)}</ul>`;
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'conditions':
      return html`<div class="desk-conditions">${block.lines.map((line) => html`<div>${line}</div>`)}</div>`;
    case 'table':
      return table(block.head, block.rows);
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<div class="desk-scroll" role="region" aria-label="Table: ${head.join(', ')}" tabindex="0">
    <table class="usa-table usa-table--borderless usa-table--compact">
      <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
