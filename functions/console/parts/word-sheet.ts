import { html } from 'hono/html';
import type { PageSheet } from '../cases/page-sheets.ts';
import { alert } from './alert.ts';
import type { Html } from './html.ts';
import { visibleText } from './said.ts';

/** More words than fit on any page. */
const wordsMax = 3_000;

/** A page by its words alone, each at its place and as wide as its place. */
export function wordSheet(sheet: PageSheet | undefined, name: string): Html {
  if (sheet === undefined) return alert('info', 'No words of this page are known.');
  const { width, height, words } = sheet;
  return html`<svg class="desk-words" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">
    ${words.slice(0, wordsMax).map(({ text, box: [left, top, wordWidth, wordHeight] }) => {
      const size = wordHeight * height * 0.8;
      return html`<text x="${number(left * width)}" y="${number(top * height + size)}" font-size="${number(size)}"
        textLength="${number(wordWidth * width)}" lengthAdjust="spacingAndGlyphs">${visibleText(text, 200)}</text>`;
    })}
  </svg>`;
}

function number(value: number): string {
  return Math.max(value, 0).toFixed(1);
}
