import { html } from 'hono/html';
import type { Html } from '../html.ts';
import { percent } from '../percent.ts';
import { plotFrame } from './plot-frame.ts';

export type Bar = { words: string; count: number };
const rowPixels = 44;

/** One bar below the other, its words and number above it: nothing has to be told by colour, and no width is too narrow. */
export function barPlot(plot: { id: string; title: string; says: string; bars: readonly Bar[] }): Html {
  const most = Math.max(1, ...plot.bars.map(({ count }) => count));
  const rows = plot.bars.map(({ words, count }, at) => {
    const top = at * rowPixels;
    return html`<text x="0" y="${top + 16}">${words}: ${count}</text>
      <rect class="desk-plot__ground" x="0" y="${top + 22}" width="100%" height="14"></rect>
      <rect class="desk-plot__bar" x="0" y="${top + 22}" width="${percent(count / most)}" height="14"></rect>`;
  });
  return plotFrame({ ...plot, height: plot.bars.length * rowPixels, content: html`${rows}` });
}
