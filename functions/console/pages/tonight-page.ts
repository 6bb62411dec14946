import { html } from 'hono/html';
import type { Letter } from '#shared/domain/letter.ts';
import type { MailStop, StopRequest } from '#shared/domain/mail-stop.ts';
import { standingWordSchema } from '#shared/domain/standing-word.ts';
import type { LetterOfTonight, Tonight } from '#shared/rules/reminders/tonight.ts';
import { type Html, nothing } from '../parts/html.ts';
import { causeWords, fateWords, lineInWords } from '../parts/letter-words.ts';
import { letterText } from '../parts/letters-part.ts';
import { said } from '../parts/said.ts';
import { standingTag } from '../parts/status-tag.ts';
import { instantInWords, shortDay } from '../parts/time-words.ts';
import { personAddress } from '../people/person-address.ts';
import { type Frame, layout } from './layout.ts';

export type TonightContent = {
  /** null: this programme writes to nobody unasked */
  tonight: Tonight | null;
  /** how many are on their way, and the first of them */
  waiting: { count: number; letters: readonly Letter[] };
  held: readonly Letter[];
  stops: readonly MailStop[];
  requests: readonly StopRequest[];
};

/** Who gets which letter tonight, before it goes; who waits for an address; who asked for no more. */
export function tonightPage(frame: Frame, content: TonightContent): Html {
  const { tonight } = content;
  const body =
    tonight === null
      ? html`<p class="desk-empty">This programme has no page of reminders: nobody is written to unasked.</p>`
      : html`${tonightPart(tonight)} ${waitingPart(content)}`;
  return layout(frame, {
    title: 'Reminders',
    section: 'reminders',
    content: html`<h1>Reminders</h1>${requestsPart(frame, content)}${body}${heldPart(content)}${stopsPart(frame, content)}`,
  });
}

function tonightPart({ day, isQuiet, letters, walked, next }: Tonight): Html {
  const address =
    next === null ? null : `/sweep/tonight?${new URLSearchParams({ segment: next.segment, after: next.after ?? '' })}`;
  return html`<section aria-labelledby="tonight">
    <h2 id="tonight">What the next night would write, for ${shortDay(day)}</h2>
    ${isQuiet ? html`<p>${shortDay(day)} is a quiet day: no letter goes out.</p>` : nothing}
    ${letters.length === 0 ? html`<p class="desk-empty">No letter for the ${walked} people looked at here.</p>` : letterTable(letters)}
    ${address === null ? html`<p class="desk-quiet">This is the end of the roster.</p>` : html`<p><a class="usa-link" rel="next" href="${address}">More people</a></p>`}
  </section>`;
}

function letterTable(letters: readonly LetterOfTonight[]): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>Nothing of this is written yet. Who sends papers before the night hears something else.</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">Standing</th><th scope="col">Which</th><th scope="col">Letter</th></tr></thead>
    <tbody>
      ${letters.map(
        ({ specialist, due, held }) => html`<tr>
          <th scope="row" data-label="Person"><a class="usa-link" href="${personAddress(specialist.specialistId)}">${said(specialist.legalName, 200)}</a><span class="desk-sub">${said(specialist.specialistId, 64)}</span></th>
          <td data-label="Standing">${standingTag(standingWordSchema.parse(due.standing))}</td>
          <td data-label="Which">${due.year}, ${said(lineInWords(due.line), 80)}${held === null ? nothing : html`<span class="desk-sub">Cannot go: ${fateWords[held]}</span>`}</td>
          <td data-label="Letter">${letterText(due)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function waitingPart({ waiting }: TonightContent): Html {
  if (waiting.count === 0) return nothing;
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">Written, and not sent yet: ${waiting.count}</h2>
    <p class="desk-meta">They go out in their hour, each looked at once more.</p>
    <ul class="desk-reasons">${waiting.letters.map((letter) => html`<li>${personLink(letter.specialistId)} ${letterText(letter)}</li>`)}</ul>
    ${waiting.count > waiting.letters.length ? html`<p class="desk-meta">and ${waiting.count - waiting.letters.length} more</p>` : nothing}
  </section>`;
}

function heldPart({ held }: TonightContent): Html {
  if (held.length === 0) return nothing;
  return html`<section aria-labelledby="held">
    <h2 id="held">Due, with nowhere to go</h2>
    <ul class="desk-reasons">${held.map(({ specialistId, year, line, fate }) => html`<li>${personLink(specialistId)}, ${year}, ${said(lineInWords(line), 80)}. ${fate === null ? '' : fateWords[fate]}</li>`)}</ul>
  </section>`;
}

function stopsPart({ programme }: Frame, { stops }: TonightContent): Html {
  if (stops.length === 0) return nothing;
  return html`<section aria-labelledby="stops">
    <h2 id="stops">Addresses that take no reminders</h2>
    <ul class="desk-reasons">${stops.map(({ specialistId, address, cause, at }) => html`<li>${personLink(specialistId)}: ${said(address, 254)}, since ${instantInWords(at, programme.timeZone)}: ${causeWords[cause]}.</li>`)}</ul>
  </section>`;
}

function requestsPart({ programme }: Frame, { requests }: TonightContent): Html {
  if (requests.length === 0) return nothing;
  return html`<section aria-labelledby="requests">
    <h2 id="requests">Asked for no more letters</h2>
    <ul class="desk-reasons">${requests.map(({ specialistId, at }) => html`<li>${personLink(specialistId)}, ${instantInWords(at, programme.timeZone)}: say on their page what becomes of it.</li>`)}</ul>
  </section>`;
}

const personLink = (specialistId: string) =>
  html`<a class="usa-link" href="${personAddress(specialistId)}">${said(specialistId, 64)}</a>`;
