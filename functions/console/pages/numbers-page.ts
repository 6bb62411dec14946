import { html } from 'hono/html';
import type { Numbers } from '#shared/domain/numbers.ts';
import type { NumbersContent, Waiting } from '../numbers/gather-numbers.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { costPart } from '../parts/numbers/cost-part.ts';
import { forecastPart } from '../parts/numbers/forecast-part.ts';
import { numberTable } from '../parts/numbers/number-table.ts';
import { ratesPart } from '../parts/numbers/rates-part.ts';
import { readingPart } from '../parts/numbers/reading-part.ts';
import { receivedPart } from '../parts/numbers/received-part.ts';
import { barPlot } from '../parts/plots/bar-plot.ts';
import { withTable } from '../parts/plots/plot-frame.ts';
import { percentWords } from '../parts/plots/share-plot.ts';
import { queueViewWords, workViews } from '../queue-view.ts';
import { type Frame, layout } from './layout.ts';

/** How the desk does, for whoever answers for it. Nobody is named on it. */
export function numbersPage(frame: Frame, content: NumbersContent): Html {
  const { numbers, waiting, month } = content;
  const words = monthInWords(month);
  const body = html`<h1>Numbers</h1>
    <p class="desk-lead">The mails that came in ${words}, by the day they came (UTC). What waits is as of now.</p>
    ${months(content)}
    <ul class="desk-counts">
      <li><strong>${numbers.received}</strong> received and read</li>
      <li><strong>${numbers.straightThrough.all === 0 ? '–' : percentWords(numbers.straightThrough)}</strong> accepted automatically</li>
      <li><strong>${percentWords(numbers.blind.wrong)}</strong> of those wrong, by ${sampleWords(numbers.blind.wrong.all)}</li>
      <li><strong>${waiting.open}</strong> wait for a person now</li>
    </ul>
    ${ratesPart(numbers)} ${blindNote(frame, waiting)} ${receivedPart(numbers, words)} ${waitingPart(waiting)}
    ${forecastPart(content)} ${reasonsPart(numbers)} ${readingPart(numbers.read)} ${costPart(numbers.cost)}`;
  return layout(frame, { title: 'Numbers', section: 'numbers', content: body });
}

const sampleWords = (count: number) => `a blind sample of ${count}`;

/** Links lead a year back; an older month is found by its address. */
const monthsBack = 12;

function months({ month, thisMonth }: NumbersContent): Html {
  const link = (to: string, rel: string) =>
    html`<a class="usa-link" rel="${rel}" href="/numbers?month=${to}">${monthInWords(to)}</a>`;
  const [earlier, next] = [monthFrom(month, -1), monthFrom(month, 1)];
  return html`<nav class="desk-pager desk-pager--start" aria-label="Months">
    ${earlier >= monthFrom(thisMonth, -monthsBack) ? link(earlier, 'prev') : nothing} <strong aria-current="page">${monthInWords(month)}</strong>
    ${next <= thisMonth ? link(next, 'next') : nothing}
  </nav>`;
}

function monthFrom(month: string, step: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const monthInWords = (month: string) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );

function blindNote({ viewer }: Frame, { blind }: Waiting): Html {
  if (blind === 0 || viewer === null || !viewer.may('blind')) return nothing;
  const words = blind === 1 ? '1 case waits' : `${blind} cases wait`;
  return html`<p><a class="usa-link" href="/blind">${words} for a blind look</a></p>`;
}

function waitingPart({ open, counts, ages }: Waiting): Html {
  const states = [...workViews, 'in-progress' as const].map((view) => [queueViewWords[view], counts[view]] as const);
  const bars = ages.steps.map(({ words, count }) => ({ words, count }));
  const oldest =
    ages.oldestDays === null ? 'Nothing waits for a person.' : `The oldest waits ${dayWords(ages.oldestDays)}.`;
  const says = `${open} cases wait for a person. ${oldest}`;
  const table = numberTable(
    'Cases that wait for a person, by age',
    ['Age', 'Cases'],
    bars.map(({ words, count }) => [words, count]),
  );
  return html`<section aria-labelledby="waiting"><h2 id="waiting">What waits now</h2>
    ${numberTable('By state, as the queue counts them', ['State', 'Cases'], states)}
    <p>${oldest}</p>
    ${withTable(barPlot({ id: 'ages', title: 'Age of what waits for a person', says, bars }), table)}
  </section>`;
}

const dayWords = (days: number) => (days < 1 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`);

function reasonsPart({ reasons }: Numbers): Html {
  const bars = reasons.map(({ code, count }) => ({ words: inWords(code), count }));
  const rows = bars.map(({ words, count }) => [words, count] as const);
  const says = bars
    .slice(0, 3)
    .map(({ words, count }) => `${words}: ${count}`)
    .join('; ');
  const plotted = withTable(
    barPlot({ id: 'reasons', title: 'Reasons by how many cases had them', says, bars: bars.slice(0, 10) }),
    numberTable('Reasons', ['Reason', 'Cases'], rows),
  );
  return html`<section aria-labelledby="reasons-part"><h2 id="reasons-part">Why cases were not accepted at once</h2>
    <p>A case with two reasons counts under both.${bars.length > 10 ? ' The plot shows the ten most frequent.' : ''}</p>
    ${bars.length === 0 ? html`<p class="desk-empty">No case of this month had one.</p>` : plotted}
  </section>`;
}

/** "missing-certificate" → "Missing certificate" */
const inWords = (code: string) => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;
