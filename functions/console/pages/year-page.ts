import { html } from 'hono/html';
import { codeInWords, shareInWords, standingInWords } from '#functions/year-end/words.ts';
import { yearFileNames } from '#functions/year-end/year-files.ts';
import { type Html, nothing } from '../parts/html.ts';
import { numberTable } from '../parts/numbers/number-table.ts';
import { readingPart } from '../parts/numbers/reading-part.ts';
import { shortDay } from '../parts/time-words.ts';
import { samplePart } from '../parts/years/sample-part.ts';
import { unresolvedPart } from '../parts/years/unresolved-part.ts';
import type { YearContent } from '../years/read-year.ts';
import { type Frame, layout } from './layout.ts';

/** A report year at its end: how everybody stands, who is proposed for a person's decision, what leaves as a file. */
export function yearPage(frame: Frame, content: YearContent): Html {
  const { year, numbers } = content;
  const body = html`<h1>Year ${year}</h1>
    ${otherYears(content)}
    ${downloads(frame, content)}
    ${standingsPart(content)}
    ${unresolvedPart(frame, content)}
    <section aria-labelledby="rates"><h2 id="rates">Without a person, and how often wrongly</h2>
      <p>Of mails received in ${year}, accepted without a person: ${shareInWords(numbers.straightThrough)}.</p>
      <p>Wrong among those, by the blind sample: ${shareInWords(numbers.blind.wrong)}.</p>
      <p>Mails received: ${numbers.received}. Letters written about them: ${numbers.letters}.</p>
    </section>
    ${reasonsPart(content)} ${readingPart(numbers.read, 'year')} ${samplePart(frame, content)}`;
  return layout(frame, { title: `Year ${year}`, section: 'years', content: body });
}

const firstYear = 2020;

function otherYears({ year, thisYear }: YearContent): Html {
  const link = (to: number, rel: string) => html`<a class="usa-link" rel="${rel}" href="/years/${to}">${to}</a>`;
  return html`<nav class="desk-pager desk-pager--start" aria-label="Years">
    ${year > firstYear ? link(year - 1, 'prev') : nothing} <strong aria-current="page">${year}</strong>
    ${year < thisYear ? link(year + 1, 'next') : nothing}
  </nav>`;
}

const fileWords: Readonly<Record<(typeof yearFileNames)[number], string>> = {
  'report.pdf': 'The report (PDF)',
  'report.xlsx': 'Report, lists and sample (Excel)',
  'standings.csv': 'How everybody stands (CSV)',
  'past-deadline.csv': 'Past the deadline (CSV)',
  'audit-sample.csv': 'Sample for an audit (CSV)',
};

function downloads({ viewer }: Frame, { year, seed, sample }: YearContent): Html {
  if (!viewer?.may('yearFile')) return nothing;
  // the files hold the very sample that is on the page
  const query = sample === null ? '' : `?${new URLSearchParams({ seed })}`;
  const each = yearFileNames.map(
    (name) => html`<li><a class="usa-link" href="/years/${year}/${name}${query}">${fileWords[name]}</a></li>`,
  );
  return html`<section aria-labelledby="files"><h2 id="files">Files</h2>
    <p class="desk-meta">Made at the moment of the download. Every file but the PDF names people; who takes one is noted.</p>
    <ul class="desk-link-list">${each}</ul></section>`;
}

function standingsPart({ year, standings }: YearContent): Html {
  const table =
    standings === null
      ? html`<p class="desk-empty">No run of the nightly sweep has counted ${year} yet.</p>`
      : html`<p class="desk-meta">As the sweep of ${shortDay(standings.day)} counted them.</p>
        ${numberTable(
          'People by standing',
          ['Standing', 'People'],
          standings.words.map(({ word, count }) => [standingInWords[word], count]),
        )}`;
  return html`<section aria-labelledby="standings"><h2 id="standings">How everybody stands</h2>${table}</section>`;
}

function reasonsPart({ numbers: { reasons } }: YearContent): Html {
  const table = numberTable(
    'Reasons, the most frequent first',
    ['Reason', 'Cases'],
    reasons.map(({ code, count }) => [codeInWords(code), count]),
  );
  return html`<section aria-labelledby="reasons"><h2 id="reasons">Why cases were not accepted at once</h2>
    ${reasons.length === 0 ? html`<p class="desk-empty">No case of this year had a reason.</p>` : table}</section>`;
}
