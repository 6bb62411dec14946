import { html } from 'hono/html';
import { type Share, wilson } from '#shared/domain/wilson.ts';
import type { Html } from '../html.ts';
import { percent } from '../percent.ts';
import { plotFrame } from './plot-frame.ts';

export type ShareRow = { words: string; share: Share };
const rowPixels = 52;
const axisPixels = 24;

/** Shares on a line from 0 to 100 %: a mark where it was seen, a line over where it truly lies. */
export function sharePlot(plot: { id: string; title: string; says: string; rows: readonly ShareRow[] }): Html {
  const bottom = plot.rows.length * rowPixels;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => {
    const anchor = at === 0 ? 'start' : at === 1 ? 'end' : 'middle';
    return html`<line class="desk-plot__grid" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="${bottom}"></line>
      <text class="desk-plot__tick" x="${percent(at)}" y="${bottom + 16}" text-anchor="${anchor}">${at * 100} %</text>`;
  });
  const rows = plot.rows.map(({ words, share }, at) => oneShare(words, share, at * rowPixels));
  return plotFrame({ ...plot, height: bottom + axisPixels, content: html`${ticks} ${rows}` });
}

function oneShare(words: string, share: Share, top: number): Html {
  const interval = wilson(share);
  const middle = top + 34;
  if (interval === null) return html`<text x="0" y="${top + 18}">${words}: not measured yet</text>`;
  const [low, high] = [percent(interval.low), percent(interval.high)];
  const end = (at: string) =>
    html`<line class="desk-plot__reach" x1="${at}" x2="${at}" y1="${middle - 6}" y2="${middle + 6}"></line>`;
  return html`<text class="desk-plot__over" x="0" y="${top + 18}">${words}: ${percentWords(share)}</text>
    <line class="desk-plot__reach" x1="${low}" x2="${high}" y1="${middle}" y2="${middle}"></line>
    ${end(low)} ${end(high)}
    <circle class="desk-plot__bar" cx="${percent(share.of / share.all)}" cy="${middle}" r="5"></circle>`;
}

/** "12.5 %"; never a share of nothing. */
export function percentWords({ of, all }: Share): string {
  return all === 0 ? 'not measured yet' : shareWords(of / all);
}

/** One figure after the point where it says something: 0.4 % is not 0 %. */
export function shareWords(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}

/** "4.4 % to 9.1 %": between which shares the true one lies. */
export function rangeWords(share: Share): string {
  const interval = wilson(share);
  return interval === null ? 'not known' : `${shareWords(interval.low)} to ${shareWords(interval.high)}`;
}
