import { html } from 'hono/html';
import type { PageSheet } from '../cases/page-sheets.ts';
import { alert } from './alert.ts';
import type { Html } from './html.ts';
import { visibleText } from './said.ts';

/** More words than fit on any page. */
const wordsMax = 3_000;
const marksMax = 500;

/** A page by its words alone, each at its place and as wide as its place. */
export function wordSheet(sheet: PageSheet | undefined, name: string): Html {
  if (sheet === undefined) return alert('info', 'No words of this page are known.');
  const { width, height, words, checkMarks } = sheet;
  return html`<svg class="desk-words" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">
    ${words.slice(0, wordsMax).map(({ text, box: [left, top, wordWidth, wordHeight] }) => {
      const size = wordHeight * height * 0.8;
      return html`<text x="${number(left * width)}" y="${number(top * height + size)}" font-size="${number(size)}"
        textLength="${number(wordWidth * width)}" lengthAdjust="spacingAndGlyphs">${visibleText(text, 200)}</text>`;
    })}
    ${checkMarks.slice(0, marksMax).map((mark) => drawnMark(sheet, mark))}
  </svg>`;
}

/** A box to tick, with a cross in it when it is ticked. */
function drawnMark({ width, height }: PageSheet, { box, checked }: PageSheet['checkMarks'][number]): Html {
  const [left, top] = [box[0] * width, box[1] * height];
  const [right, bottom] = [left + box[2] * width, top + box[3] * height];
  const [x1, y1, x2, y2] = [number(left), number(top), number(right), number(bottom)];
  const cross = checked ? `M${x1} ${y1}L${x2} ${y2}M${x2} ${y1}L${x1} ${y2}` : '';
  return html`<path class="desk-mark" d="M${x1} ${y1}H${x2}V${y2}H${x1}Z${cross}"></path>`;
}

function number(value: number): string {
  return Math.max(value, 0).toFixed(1);
}
