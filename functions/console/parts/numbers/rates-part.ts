import { html } from 'hono/html';
import type { Numbers } from '#shared/domain/numbers.ts';
import type { Share } from '#shared/domain/wilson.ts';
import type { Html } from '../html.ts';
import { withTable } from '../plots/plot-frame.ts';
import { percentWords, rangeWords, sharePlot } from '../plots/share-plot.ts';
import { numberTable } from './number-table.ts';

/** How much goes through without a person, and how often that is wrong: one never without the other. */
export function ratesPart({ straightThrough, blind }: Numbers): Html {
  const rows = [
    { words: 'Accepted automatically', share: straightThrough },
    { words: 'Wrong among those, by the blind sample', share: blind.wrong },
  ];
  const says = rows.map(({ words, share }) => `${words}: ${inWords(share)}.`).join(' ');
  const table = numberTable(
    'Rates',
    ['Rate', 'Cases', 'Of', 'Share', '95 % range'],
    rows.map(({ words, share }) => [words, share.of, share.all, percentWords(share), rangeWords(share)]),
  );
  return html`<section aria-labelledby="rates"><h2 id="rates">Without a person, and how often wrongly</h2>
    ${withTable(sharePlot({ id: 'rate-plot', title: 'Rates with their 95 % range', says, rows }), table)}
    <p class="desk-lead">${measured(blind)} Repeated mails and automatic mails are not counted as cases.</p>
  </section>`;
}

const inWords = (share: Share) =>
  share.all === 0 ? 'not measured yet' : `${percentWords(share)}, ${rangeWords(share)}`;

function measured({ open, machineWasRight, wrong }: Numbers['blind']): string {
  const waiting = open === 0 ? '' : ` ${open} of the sample ${open === 1 ? 'waits' : 'wait'} for an answer.`;
  if (wrong.all === 0)
    return `How often an automatic acceptance is wrong is not measured yet: nobody has judged one of this month blind.${waiting}`;
  const settled = machineWasRight === 0 ? '' : ` In ${machineWasRight} more a person later decided as the machine had.`;
  return `A reviewer judged ${wrong.all} of the accepted cases from the papers alone; ${wrong.of} came out otherwise.${settled}${waiting}`;
}
