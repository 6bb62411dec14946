import { html } from 'hono/html';
import type { Resolution } from '#shared/domain/resolution.ts';
import { type StandingWord, standingWords } from '#shared/domain/standing-word.ts';
import type { SweepRun } from '#shared/domain/sweep-run.ts';
import { alert } from '../parts/alert.ts';
import { type Html, nothing } from '../parts/html.ts';
import { moreLink } from '../parts/more-link.ts';
import { said } from '../parts/said.ts';
import { standingTable } from '../parts/standing-table.ts';
import { resolutionWords } from '../parts/standing-words.ts';
import { standingInWords } from '../parts/status-tag.ts';
import { shortDay } from '../parts/time-words.ts';
import { personAddress } from '../people/person-address.ts';
import { riskDays, type StandingList } from '../people/standing-lists.ts';
import { type Frame, layout } from './layout.ts';

export type SweepContent = {
  /** the newest run that came to its end */
  run: SweepRun | null;
  today: string;
  risk: StandingList;
  lists: readonly { word: StandingWord; list: StandingList }[];
  forSecond: readonly Resolution[];
};

/** The one page of the morning: who is at risk, who is past the deadline, what is stuck, which rule, what lies with us. */
export function sweepPage(frame: Frame, { run, today, risk, lists, forSecond }: SweepContent): Html {
  const content = html`<h1>Overnight</h1>
    ${run === null ? alert('info', 'No night was swept yet. The first one is tonight at two.') : lastNight(run, today)}
    ${frame.viewer?.may('tonight') ? html`<p><a class="usa-link" href="/sweep/tonight">Reminders that go out tonight</a></p>` : nothing}
    ${forSecond.length === 0 ? nothing : waitingForSecond(forSecond)}
    ${section('risk', `At risk: due within ${riskDays} days`, risk, null)}
    ${lists.map(({ word, list }) => section(word, standingInWords(word), list, `/sweep?of=${word}`))}`;
  return layout(frame, { title: 'Overnight', section: 'sweep', content });
}

/** One of the lists, all of it, page after page. */
export function standingListPage(frame: Frame, { word, list }: { word: StandingWord; list: StandingList }): Html {
  const content = html`<p class="desk-back"><a class="usa-link" href="/sweep">Overnight</a></p><h1>${standingInWords(word)}</h1>
    ${list.lines.length === 0 ? html`<p class="desk-empty">Nobody.</p>` : standingTable('The soonest due first', list.lines)}
    ${moreLink(list.after === null ? null : `/sweep?of=${word}&after=${encodeURIComponent(list.after)}`, 'More')}`;
  return layout(frame, { title: standingInWords(word), section: 'sweep', content });
}

function lastNight(run: SweepRun, today: string): Html {
  const { day, counts, findings } = run;
  const changed = Object.values(counts.changed).reduce((sum, count) => sum + (count ?? 0), 0);
  return html`${day < today ? alert('error', `The night of ${shortDay(today)} was not swept yet: what stands here is of ${shortDay(day)}.`) : nothing}
    <p class="desk-lead">${counts.walked} people on ${shortDay(day)}. <a class="usa-link" href="/sweep/${day}">${changed === 1 ? 'One standing changed' : `${changed} standings changed`}</a>.</p>
    ${findings.length === 0 ? nothing : html`<h2>Needs somebody</h2><ul class="desk-reasons">${findings.map(({ code, inWords }) => html`<li>${said(inWords, 600)} <span class="desk-sub">${said(code, 60)}</span></li>`)}</ul>`}
    ${countTable(run)}`;
}

function countTable({ counts }: SweepRun): Html {
  const years = Object.keys(counts.words).sort().reverse();
  const words = standingWords.filter((word) => years.some((year) => counts.words[year]?.[word] !== undefined));
  if (years.length === 0) return nothing;
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>How everybody stood</caption>
    <thead><tr><th scope="col">Standing</th>${years.map((year) => html`<th scope="col" class="desk-number">${year}</th>`)}</tr></thead>
    <tbody>${words.map(
      (word) =>
        html`<tr><th scope="row" data-label="Standing">${standingInWords(word)}</th>${years.map((year) => html`<td data-label="${year}" class="desk-number">${counts.words[year]?.[word] ?? 0}</td>`)}</tr>`,
    )}</tbody>
  </table>`;
}

function section(id: string, title: string, { lines, after }: StandingList, all: string | null): Html {
  const more =
    after !== null && all !== null ? html`<p><a class="usa-link" href="${all}">All of them</a></p>` : nothing;
  const cut =
    after !== null && all === null
      ? html`<p class="desk-meta">There are more; the lists below have all of them.</p>`
      : nothing;
  return html`<section aria-labelledby="list-${id}"><h2 id="list-${id}">${title}</h2>
    ${lines.length === 0 ? html`<p class="desk-empty">Nobody.</p>` : html`${standingTable('The soonest due first', lines)}${more}${cut}`}
  </section>`;
}

function waitingForSecond(forSecond: readonly Resolution[]): Html {
  return html`<section aria-labelledby="second"><h2 id="second">Waits for a second person</h2>
    <ul class="desk-reasons">${forSecond.map(
      ({ specialistId, year, action, reason }) =>
        html`<li><a class="usa-link" href="${personAddress(specialistId)}#year-${year}">${said(specialistId, 64)}, ${year}</a>: ${resolutionWords[action]}. ${said(reason, 300)}</li>`,
    )}</ul></section>`;
}
