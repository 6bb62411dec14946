import { html, raw } from 'hono/html';
import type { Frame } from '#functions/console/pages/layout.ts';
import { personAddress } from '#functions/console/people/person-address.ts';
import type { YearContent } from '#functions/console/years/read-year.ts';
import { roundMost } from '#functions/console/years/round.ts';
import type { PersonAtYearsEnd } from '#functions/year-end/person-at-years-end.ts';
import { cameOf, cameWords, type UnresolvedFilter } from '#functions/year-end/unresolved.ts';
import { cameInWords } from '#functions/year-end/words.ts';
import { type Html, nothing } from '../html.ts';
import { said } from '../said.ts';
import { instantInWords, shortDay } from '../time-words.ts';

/** Who is proposed for a person's decision. Nothing is decided here, and nothing by itself. */
export function unresolvedPart(frame: Frame, content: YearContent): Html {
  const { unresolved, filter } = content;
  const { all, isCut, shown } = unresolved;
  const many = `${isCut ? 'More than ' : ''}${all} ${all === 1 ? 'person is' : 'people are'} past the last day with a report that is not met.`;
  return html`<section aria-labelledby="past"><h2 id="past">Past the deadline, for a person to decide</h2>
    <p class="desk-lead">${all === 0 ? 'Nobody is past the last day with a report that is not met.' : many}</p>
    <p class="desk-meta">What follows from a missed report is a named person's to say, on the page of each: nobody is made inactive by the system.</p>
    ${all === 0 ? nothing : filterForm(content)}
    ${isCut ? html`<p class="desk-meta">The first ${all} are looked through here; the files hold everybody.</p>` : nothing}
    ${Object.keys(filter).length > 0 ? html`<p class="desk-meta">${shown.length} of ${all} fit the filter.</p>` : nothing}
    ${shown.length === 0 ? nothing : roundForm(frame, content)}
  </section>`;
}

function filterForm({ year, filter, unresolved: { credentials } }: YearContent): Html {
  const isOn = Object.keys(filter).length > 0;
  const came = cameWords.map((value) => ({ value, words: cameInWords[value] }));
  return html`<details class="desk-filters"${isOn ? raw(' open') : ''}><summary>Filter${isOn ? ' (on)' : ''}</summary>
    <form method="get" action="/years/${year}" class="desk-form desk-filters__row">
      ${select('came', 'What came', came, filter.came)}
      ${select(
        'credential',
        'Credential',
        credentials.map((value) => ({ value, words: value })),
        filter.credential,
      )}
      <div><label class="usa-label" for="filter-employer">Employer</label>
        <input class="usa-input" id="filter-employer" name="employer" value="${filter.employer ?? ''}" autocomplete="off"></div>
      <div><button class="usa-button desk-filters__show" type="submit">Show</button>
      ${isOn ? html`<a class="usa-link" href="/years/${year}">Show all</a>` : nothing}</div>
    </form></details>`;
}

type Choice = { value: string; words: string };

function select(name: keyof UnresolvedFilter, label: string, choices: readonly Choice[], chosen?: string): Html {
  return html`<div><label class="usa-label" for="filter-${name}">${label}</label>
    <select class="usa-select" id="filter-${name}" name="${name}"><option value="">Any</option>
      ${choices.map(({ value, words }) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${words}</option>`)}
    </select></div>`;
}

/** Several people one after another, for who may look at them. */
function roundForm(frame: Frame, { year, filter, unresolved: { shown } }: YearContent): Html {
  const people = table(frame, shown);
  if (!mayChoose(frame)) return people;
  const kept = Object.entries(filter).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const all = shown.length > roundMost ? `the first ${roundMost}` : `all ${shown.length}`;
  return html`<form method="get" action="/years/${year}/round">${kept}${people}
    <p><button class="usa-button" type="submit">Go through those chosen</button>
      <button class="usa-button usa-button--outline" type="submit" name="all" value="yes">Go through ${shown.length === 1 ? 'the one shown' : `${all} shown`}</button></p>
  </form>`;
}

const mayChoose = ({ viewer }: Frame) => viewer?.may('yearRound') === true && viewer.may('person');

function table(frame: Frame, people: readonly PersonAtYearsEnd[]): Html {
  return html`<table class="usa-table usa-table--borderless desk-table">
    <caption>${people.length === 1 ? '1 person' : `${people.length} people`}, the soonest due first</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">Last day</th><th scope="col">Missing</th><th scope="col">What came</th><th scope="col">What was sent</th></tr></thead>
    <tbody>${people.map((person) => row(frame, person))}</tbody>
  </table>`;
}

function row(frame: Frame, person: PersonAtYearsEnd): Html {
  const { standing, specialist, mails, letters } = person;
  const { timeZone } = frame.programme;
  const name = specialist === null ? said(standing.specialistId, 64) : said(specialist.legalName, 200);
  const linked = frame.viewer?.may('person')
    ? html`<a class="usa-link" href="${personAddress(standing.specialistId)}">${name}</a>`
    : name;
  const lacks = standing.missing.map(({ inWords }) => html`<li>${said(inWords, 200)}</li>`);
  const came = mails.map(
    ({ reference, receivedAt, isLate }) =>
      html`<li>${reference}, ${instantInWords(receivedAt, timeZone)}${isLate ? html` <strong>after the last day</strong>` : nothing}</li>`,
  );
  const sent = letters.map(
    ({ subject, writtenAt, state }) =>
      html`<li>${instantInWords(writtenAt, timeZone)}: ${said(subject, 200)}${state === 'sent' ? nothing : html` (${state})`}</li>`,
  );
  const box = mayChoose(frame)
    ? html`<label class="desk-choose"><input type="checkbox" name="who" value="${standing.specialistId}"> <span>Choose<span class="usa-sr-only"> ${name}</span></span></label>`
    : nothing;
  return html`<tr><th scope="row" data-label="Person">${box}${linked}
      <span class="desk-sub">${specialist === null ? 'no longer on the roster' : html`${said(specialist.credentialType, 40)}${specialist.employer === null ? nothing : html`, ${said(specialist.employer, 100)}`}`}</span></th>
    <td data-label="Last day">${standing.due === null ? 'not published' : shortDay(standing.due)}</td>
    <td data-label="Missing">${lacks.length === 0 ? said(standing.why[0] ?? '', 300) : html`<ul class="desk-plain">${lacks}</ul>`}</td>
    <td data-label="What came">${came.length === 0 ? cameInWords[cameOf(person)] : html`<ul class="desk-plain">${came}</ul>`}</td>
    <td data-label="What was sent">${sent.length === 0 ? 'Nothing' : html`<ul class="desk-plain">${sent}</ul>`}</td></tr>`;
}
