import { html } from 'hono/html';
import { dayInWords } from '#shared/domain/calendar.ts';
import { type Forecast, forecastDays } from '#shared/domain/queue-forecast.ts';
import type { Html } from '../html.ts';

type Content = { forecast: Forecast; due: string | null; waiting: { open: number } };

/** When nothing waits any more, beside the day until which reports may come. */
export function forecastPart({ forecast, due, waiting }: Content): Html {
  const deadline =
    due === null
      ? 'The programme names no day until which all reports have to come.'
      : `Reports may come until ${dayInWords(due)}.`;
  return html`<section aria-labelledby="forecast"><h2 id="forecast">When the queue will be empty</h2>
    <p class="desk-lead">${sentence(forecast, waiting.open)}</p>
    <p class="desk-lead">${deadline}</p>
  </section>`;
}

function sentence(forecast: Forecast, open: number): string {
  switch (forecast.is) {
    case 'empty':
      return 'It is empty now.';
    case 'cannot-tell':
      return `Cannot tell: in the last ${forecastDays} days people decided ${forecast.decisions} cases on ${forecast.days} days, too few for a rate. ${open} cases are open.`;
    case 'never':
      return `Not at this rate: ${open} cases are open, people decide ${rate(forecast.decidedPerDay)} a day, and ${rate(forecast.arrivingPerDay)} a day come in.`;
    case 'on':
      return `About ${dayInWords(forecast.day)}${beside(forecast.spareDays)}: ${open} cases are open, people decide ${rate(forecast.decidedPerDay)} a day, and ${rate(forecast.arrivingPerDay)} a day come in (the last ${forecastDays} days).`;
  }
}

const rate = (perDay: number) => perDay.toFixed(1);

function beside(spareDays: number | null): string {
  if (spareDays === null) return '';
  if (spareDays === 0) return ', on the last day';
  const days = Math.abs(spareDays) === 1 ? '1 day' : `${Math.abs(spareDays)} days`;
  return spareDays > 0 ? `, ${days} before the last day for reports` : `, ${days} AFTER the last day for reports`;
}
