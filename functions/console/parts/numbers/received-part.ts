import { html } from 'hono/html';
import { type End, ends } from '#shared/domain/case-figures.ts';
import { type Numbers, ways } from '#shared/domain/numbers.ts';
import type { Html } from '../html.ts';
import { dayPlot, wayWords } from '../plots/day-plot.ts';
import { withTable } from '../plots/plot-frame.ts';
import { numberTable } from './number-table.ts';

const endWords: Readonly<Record<End, string>> = {
  accepted: 'Accepted',
  'needs-review': 'Needs a person',
  'needs-sender': 'Waits for the sender',
  duplicate: 'Repeats an earlier mail',
  'not-a-submission': 'No submission',
  quarantined: 'Quarantined',
  split: 'Split by person',
  'set-aside': 'Set aside by a fault',
};

export function receivedPart({ received, first, now, days }: Numbers, month: string): Html {
  const says = `${received} mails in ${month}. ${ways
    .map((way) => `${wayWords[way]}: ${days.reduce((sum, day) => sum + day[way], 0)}`)
    .join('; ')}.`;
  const outcomes = numberTable(
    'Outcomes',
    ['Outcome', 'At first', 'Now'],
    [...ends.map((end) => [endWords[end], first[end], now[end]] as const), ['All', received, received] as const],
  );
  const byDay = numberTable(
    'By day',
    ['Day', ...ways.map((way) => wayWords[way])],
    days.map((day) => [day.day, ...ways.map((way) => day[way])] as const),
  );
  const title = 'Mails by day, and how they left the machine';
  return html`<section aria-labelledby="received"><h2 id="received">What came</h2>
    ${withTable(dayPlot({ id: 'days', title, says, days }), outcomes)}
    <details class="desk-more"><summary>Each day in figures</summary>${byDay}</details>
  </section>`;
}
