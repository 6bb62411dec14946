import { html } from 'hono/html';
import { type DayCount, type Way, ways } from '#shared/domain/numbers.ts';
import type { Html } from '../html.ts';
import { percent } from '../percent.ts';
import { plotFrame } from './plot-frame.ts';

const heightPixels = 180;

/** Each way has a pattern of its own: black and white paper tells them apart as well. */
export const wayWords: Readonly<Record<Way, string>> = {
  automatic: 'Accepted automatically',
  person: 'Given to a person',
  sender: 'Asked of the sender',
  'no-case': 'No case (repeated, automatic mail)',
};

type DayPlot = { id: string; title: string; says: string; days: readonly DayCount[] };

/** A column for each day from the first to the last of `days`, made of how its mails left the machine. */
export function dayPlot(plot: DayPlot): Html {
  const most = Math.max(1, ...plot.days.map(totalOf));
  const columns = plot.days.map((day, at) => column(plot.id, day, { at, count: plot.days.length, most }));
  const content = html`<defs>${patterns(plot.id)}</defs>
    <text class="desk-plot__tick" x="0" y="14">most on one day: ${most}</text>
    ${columns}
    <line class="desk-plot__reach" x1="0" x2="100%" y1="${base}" y2="${base}"></line>`;
  return html`${plotFrame({ ...plot, height: heightPixels, content })} ${legend(plot.id)}`;
}

const totalOf = (day: DayCount) => ways.reduce((sum, way) => sum + day[way], 0);
const top = 24;
const base = heightPixels - 24;

function column(id: string, day: DayCount, { at, count, most }: { at: number; count: number; most: number }): Html {
  const [left, width] = [percent(at / count), percent(0.8 / count)];
  let bottom = base;
  const parts = ways.map((way) => {
    const height = (day[way] / most) * (base - top);
    bottom -= height;
    const box = html`x="${left}" y="${bottom.toFixed(1)}" width="${width}" height="${height.toFixed(1)}"`;
    return day[way] === 0 ? '' : html`<rect class="desk-plot__part" fill="url(#${id}-${way})" ${box}></rect>`;
  });
  // one number a week is read on a narrow screen, too
  const label =
    at % 7 === 0
      ? html`<text class="desk-plot__tick" x="${left}" y="${base + 17}">${Number(day.day.slice(8))}</text>`
      : '';
  return html`${parts}${label}`;
}

function patterns(id: string): Html {
  const of = (way: Way, drawn: Html) =>
    html`<pattern id="${id}-${way}" width="6" height="6" patternUnits="userSpaceOnUse">${drawn}</pattern>`;
  const ground = (fill: string) => html`<rect width="6" height="6" fill="${fill}"></rect>`;
  return html`${of('automatic', ground('#162e51'))}
    ${of('person', html`${ground('#fff')}<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="#162e51" stroke-width="2"></path>`)}
    ${of('sender', html`${ground('#fff')}<circle cx="3" cy="3" r="1.4" fill="#162e51"></circle>`)}
    ${of('no-case', ground('#fff'))}`;
}

function legend(id: string): Html {
  const swatch = (way: Way) => html`<svg aria-hidden="true" width="18" height="18"
    ><rect class="desk-plot__part" x="1" y="1" width="16" height="16" fill="url(#${id}-${way})"></rect></svg>`;
  return html`<ul class="desk-legend">${ways.map((way) => html`<li>${swatch(way)} ${wayWords[way]}</li>`)}</ul>`;
}
