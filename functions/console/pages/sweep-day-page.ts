import { html } from 'hono/html';
import type { StandingChange } from '#shared/domain/person-standing.ts';
import type { SweepRun } from '#shared/domain/sweep-run.ts';
import { type Html, nothing } from '../parts/html.ts';
import { moreLink } from '../parts/more-link.ts';
import { said } from '../parts/said.ts';
import { causeWords } from '../parts/standing-words.ts';
import { standingTag } from '../parts/status-tag.ts';
import { summaryList } from '../parts/summary-list.ts';
import { instantInWords, shortDay } from '../parts/time-words.ts';
import { personAddress } from '../people/person-address.ts';
import { type Frame, layout } from './layout.ts';

export type RunShown = { run: SweepRun; changes: readonly StandingChange[]; after: string | null };

/** What the sweeps of one day did: their numbers, and every standing that they changed. */
export function sweepDayPage(frame: Frame, { day, runs }: { day: string; runs: readonly RunShown[] }): Html {
  const content = html`<p class="desk-back"><a class="usa-link" href="/sweep">Overnight</a></p><h1>Night of ${shortDay(day)}</h1>
    ${runs.length === 0 ? html`<p class="desk-empty">No sweep was about this day.</p>` : runs.map((shown) => runPart(frame, day, shown))}`;
  return layout(frame, { title: `Night of ${shortDay(day)}`, section: 'sweep', content });
}

function runPart({ programme }: Frame, day: string, { run, changes, after }: RunShown): Html {
  const { runId, at, finishedAt, counts, units, dollars, findings } = run;
  const causes = Object.entries(counts.causes).map(([cause, count]) => `${wordsOf(cause)}: ${count}`);
  const id = `run-${runId.replace('.', '-')}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">Run ${runId}</h2>
    ${summaryList([
      ['Begun', instantInWords(at, programme.timeZone)],
      ['Finished', finishedAt === null ? 'not yet' : instantInWords(finishedAt, programme.timeZone)],
      ['People', `${counts.walked} of ${run.onRoster ?? 'a roster that was not counted'}`],
      ['Looked at in depth', `${counts.looked}${causes.length === 0 ? '' : ` (${causes.join('; ')})`}`],
      [
        'Written besides',
        Object.entries(counts.beside)
          .map(([name, rows]) => `${name}: ${rows}`)
          .join(', ') || null,
      ],
      [
        'Cost on DynamoDB',
        `$${dollars.toFixed(4)} (${Math.ceil(units.read)} read units, ${units.written} write units)`,
      ],
    ])}
    ${findings.length === 0 ? nothing : html`<h3>Found</h3><ul class="desk-reasons">${findings.map(({ code, inWords }) => html`<li>${said(inWords, 600)} <span class="desk-sub">${said(code, 60)}</span></li>`)}</ul>`}
    ${changes.length === 0 ? html`<p class="desk-empty">It changed no standing.</p>` : changeTable(changes)}
    ${moreLink(after === null ? null : `/sweep/${day}?run=${runId}&after=${encodeURIComponent(after)}`, `More changes of run ${runId}`)}
  </section>`;
}

function changeTable(changes: readonly StandingChange[]): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>Standings that it changed</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">Year</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Why</th></tr></thead>
    <tbody>${changes.map(
      ({ specialistId, year, was, is, causes }) => html`<tr>
        <th scope="row" data-label="Person"><a class="usa-link" href="${personAddress(specialistId)}#year-${year}">${said(specialistId, 64)}</a></th>
        <td data-label="Year">${year}</td>
        <td data-label="From">${was === null ? html`<span class="desk-none">nothing</span>` : standingTag(was.word)}</td>
        <td data-label="To">${standingTag(is.word)}</td>
        <td data-label="Why">${said(is.why[0] ?? '', 400)}<span class="desk-sub">${causes.map((cause) => causeWords[cause]).join('; ')}</span></td>
      </tr>`,
    )}</tbody>
  </table>`;
}

const wordsOf = (cause: string): string => new Map<string, string>(Object.entries(causeWords)).get(cause) ?? cause;
