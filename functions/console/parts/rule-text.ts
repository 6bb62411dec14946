import { html, raw } from 'hono/html';
import { asRun, type Block, pageBlocks, withVerdictsAsRun } from '#shared/rules/page-blocks.ts';
import { type Html, nothing } from './html.ts';
import { inline } from './inline.ts';

export type RuleTextBeside = {
  /** the verdict that came out for each example */
  readonly asRun?: readonly string[];
  /** where an example can be tried with other facts; `at` is 0 for the first */
  readonly tryAddress?: (at: number) => string;
};

/** A rule page as a page. Its own title becomes the page's title, so it is left out here. */
export function ruleText(text: string, beside: RuleTextBeside = {}): Html {
  const all = beside.asRun === undefined ? pageBlocks(text) : withVerdictsAsRun(pageBlocks(text), beside.asRun);
  const blocks = all.filter((block) => block.is !== 'heading' || block.level > 1);
  return html`<div class="desk-rule">${blocks.map((block) => oneBlock(block, beside))}</div>`;
}

function oneBlock(block: Block, beside: RuleTextBeside): Html {
  switch (block.is) {
    case 'heading':
      return html`<h2>${inline(block.text)}</h2>`;
    case 'quote':
      return html`<blockquote>${block.lines.map((line) => html`<p>${inline(line)}</p>`)}</blockquote>`;
    case 'list':
      return html`<ul>${block.lines.map((line) => html`<li>${inline(line)}</li>`)}</ul>`;
    case 'paragraph':
      return html`<p>${inline(block.text)}</p>`;
    case 'conditions':
      return html`<div class="desk-conditions">${block.lines.map((line) => html`<div>${line}</div>`)}</div>`;
    case 'table':
      return table(block, block.head.at(-1) === asRun ? beside.tryAddress : undefined);
  }
}

type Table = Extract<Block, { is: 'table' }>;

/** Wider than the page it moves inside a region of its own, also by keyboard; on a telephone each row is a card. */
function table({ head, rows }: Table, tryAddress: RuleTextBeside['tryAddress']): Html {
  const heads = head.map((cell) => html`<th scope="col">${inline(cell)}</th>`);
  return html`<div class="desk-scroll" role="region" aria-label="Table: ${head.join(', ')}" tabindex="0">
    <table class="usa-table usa-table--borderless usa-table--compact desk-table desk-written">
      <thead><tr>${heads}${tryAddress ? html`<th scope="col">try it</th>` : nothing}</tr></thead>
      <tbody>${rows.map((row, at) => html`<tr>${row.map((cell, column) => oneCell(cell, head[column] ?? ''))}${tryAddress ? tryCell(tryAddress(at), row[0] ?? '') : nothing}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** A day or a verdict stands on one line. */
const shortMax = 14;

function oneCell(cell: string, column: string): Html {
  return html`<td data-label="${column}"${cell.length <= shortMax ? raw(' class="desk-nowrap"') : ''}>${inline(cell)}</td>`;
}

function tryCell(address: string, because: string): Html {
  return html`<td data-label="try it"><a class="usa-link" href="${address}">try<span class="usa-sr-only"> ${because}</span></a></td>`;
}
