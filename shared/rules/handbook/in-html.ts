import { type Inline, inlineParts } from '../inline-text.ts';
import type { Block } from '../page-blocks.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in a page: nothing of it is taken for a tag. */
export function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}

/** The blocks of a page below a heading of its own; `level` is that of its sections. */
export function blocksInHtml(blocks: readonly Block[], level: number): string {
  return blocks.map((block) => blockInHtml(block, level)).join('\n');
}

function blockInHtml(block: Block, level: number): string {
  switch (block.is) {
    case 'heading':
      return block.level === 1 ? '' : `<h${level}>${inline(block.text)}</h${level}>`;
    case 'quote':
      return `<blockquote>${block.lines.map(quoteLine).join('')}</blockquote>`;
    case 'list':
      return `<ul>${block.lines.map((line) => `<li>${inline(line)}</li>`).join('')}</ul>`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'conditions':
      return `<pre>${block.lines.map(plain).join('\n')}</pre>`;
    case 'table':
      return tableInHtml(block.head, block.rows);
  }
}

/** Wide tables turn on their side on a telephone: each cell says its column. */
function tableInHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('');
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) => `<td data-column="${plain(head[at] ?? '')}">${inline(cell)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="${head.length > 6 ? 'wide' : ''}"><thead><tr>${heads}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}

function quoteLine(line: string): string {
  return line.startsWith('—') ? `<footer>${inline(line)}</footer>` : `<p>${inline(line)}</p>`;
}

/** Names of files and facts between backticks, and strong words. */
function inline(text: string): string {
  return inlineParts(text).map(partInHtml).join('');
}

function partInHtml({ is, text }: Inline): string {
  if (is === 'words') return plain(text);
  const name = is === 'code' ? 'code' : 'strong';
  return `<${name}>${plain(text)}</${name}>`;
}
