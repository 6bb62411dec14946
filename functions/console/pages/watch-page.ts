import { html } from 'hono/html';
import { type Checked, runbookSectionOf, type WatchReport } from '#shared/domain/watch.ts';
import { alert } from '../parts/alert.ts';
import { type Html, nothing } from '../parts/html.ts';
import { said } from '../parts/said.ts';
import { watchTag } from '../parts/status-tag.ts';
import { instantInWords } from '../parts/time-words.ts';
import { watchQuestions } from '../parts/watch-words.ts';
import { type Frame, layout } from './layout.ts';

/** A round comes every quarter of an hour: one that is older means that there are none. */
const silentMinutes = 60;
const referencePattern = /^[A-Z]{2}-\d{4}-[0-9A-Z]{4,12}$/;

/** What the watchman saw last: what was found first, then the rest. */
export function watchPage(frame: Frame, { report, now }: { report: WatchReport | null; now: string }): Html {
  const content = html`<h1>Watch</h1>
    <p class="desk-lead">Every quarter of an hour, and more at length each night, the system looks whether anything is stuck, lost or late.</p>
    ${report === null ? alert('info', 'No round was made yet.') : reportPart(frame, report, now)}`;
  return layout(frame, { title: 'Watch', section: 'watch', content });
}

function reportPart(frame: Frame, { at, checks }: WatchReport, now: string): Html {
  const found = checks.filter(({ state }) => state === 'found');
  const isSilent = Date.parse(now) - Date.parse(at) > silentMinutes * 60_000;
  const headline =
    found.length === 0
      ? 'Nothing is wrong that the watchman can see.'
      : `${found.length} of ${checks.length} need somebody.`;
  return html`${isSilent ? alert('error', 'The watchman makes no rounds: what stands here is old. See the runbook, "Watchman silent".') : nothing}
    <p class="desk-lead"><strong>${headline}</strong> The last round was ${instantInWords(at, frame.programme.timeZone)}.</p>
    ${[...found, ...checks.filter(({ state }) => state !== 'found')].map((check) => checkPart(frame, check, at))}`;
}

function checkPart(frame: Frame, { code, state, inWords, about, count, at }: Checked, round: string): Html {
  const older = at === round ? nothing : html` Looked at ${instantInWords(at, frame.programme.timeZone)}.`;
  const advice =
    state === 'found'
      ? html`<p class="desk-meta">What to do: the section <em>${sectionInWords(code)}</em> of the runbook.</p>`
      : nothing;
  return html`<section class="desk-watched" aria-labelledby="check-${code}">
    <h2 id="check-${code}">${watchQuestions[code]}</h2>
    <p>${watchTag(state)} ${said(inWords, 2500)}${older}</p>
    ${about.length === 0 ? nothing : html`<ul class="desk-link-list">${about.map((one) => html`<li>${named(frame, one)}</li>`)}</ul>`}
    ${count > about.length && about.length > 0 ? html`<p class="desk-meta">and ${count - about.length} more</p>` : nothing}
    ${advice}
  </section>`;
}

/** A reference leads to its case, for those who may open one. */
function named({ viewer }: Frame, about: string): Html {
  if (viewer?.may('case') && referencePattern.test(about))
    return html`<a class="usa-link" href="/cases/${about}">${about}</a>`;
  return html`${said(about, 200)}`;
}

function sectionInWords(code: Checked['code']): string {
  const words = runbookSectionOf(code).replaceAll('-', ' ');
  return words === 'notfiled' ? 'NotFiled' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
