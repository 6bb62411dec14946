import { html } from 'hono/html';
import type { Letter } from '#shared/domain/letter.ts';
import type { MailStop, StopRequest } from '#shared/domain/mail-stop.ts';
import type { Frame } from '../pages/layout.ts';
import { personAddress } from '../people/person-address.ts';
import { alert } from './alert.ts';
import { deskForm } from './desk-form.ts';
import type { NamesOfStaff } from './history-table.ts';
import { type Html, nothing } from './html.ts';
import { causeWords, fateWords, lineInWords } from './letter-words.ts';
import { said } from './said.ts';
import { letterTag } from './status-tag.ts';
import { instantInWords } from './time-words.ts';

export type LettersContent = {
  specialistId: string;
  /** of the roster, now */
  address: string | null;
  letters: readonly Letter[];
  stops: readonly MailStop[];
  requests: readonly StopRequest[];
  names: NamesOfStaff;
  /** what became of the form that was just sent */
  answer: string;
};

const answers: Readonly<Record<string, string>> = {
  'written-again': 'Reminders go to this address again.',
  'letters-stopped': 'No more reminders go to this address.',
  'stop-dismissed': 'Noted. Reminders go on.',
  'no-reason-given': 'Nothing was changed: write why, in at most 500 signs.',
  'nothing-to-do': 'Nothing was changed: somebody else was faster.',
};

/** The reminders that went to one person, and whether more of them can. */
export function lettersPart(frame: Frame, content: LettersContent): Html {
  const { stops, requests, answer } = content;
  // those about decisions stand beside these
  const letters = content.letters.filter(({ resolution, change }) => resolution === null && change === undefined);
  const note = answers[answer];
  const holding = stops.filter(({ over }) => over === null);
  const open = requests.filter(({ state }) => state === 'open');
  if (letters.length + holding.length + open.length === 0 && note === undefined) return nothing;
  return html`<section aria-labelledby="reminders">
    <h2 id="reminders">Reminders</h2>
    ${note === undefined ? nothing : alert(answer === 'no-reason-given' ? 'error' : 'info', note)}
    ${open.map((request) => requestPart(frame, request))}
    ${holding.map((stop, at) => stopPart(frame, content, stop, at))}
    ${letters.length === 0 ? nothing : letterTable(frame, letters)}
  </section>`;
}

function requestPart(frame: Frame, { specialistId, submissionId, address, at }: StopRequest): Html {
  const form = html`<input type="hidden" name="submissionId" value="${submissionId}">
    <button class="usa-button" type="submit" name="do" value="stop">Stop the reminders</button>
    <button class="usa-button usa-button--outline" type="submit" name="do" value="dismiss">They meant something else</button>`;
  return html`${alert('warning', html`On ${instantInWords(at, frame.programme.timeZone)} a mail from ${said(address, 254)} asked for no more letters. Nothing was stopped: read the mail, then say what becomes of it. The duty to report stays, and so do answers to what they send.`)}
    ${deskForm(frame, `${personAddress(specialistId)}/mail`, form)}`;
}

function stopPart(frame: Frame, { address, names, specialistId }: LettersContent, stop: MailStop, at: number): Html {
  const isNow = address !== null && stop.address === address.trim().toLowerCase();
  const who = stop.by === 'machine' ? '' : ` (${names.get(stop.by) ?? stop.by})`;
  const code = stop.status === '' ? '' : ` The other server said ${stop.status}.`;
  const since = instantInWords(stop.at, frame.programme.timeZone);
  const words = html`No reminders go to ${said(stop.address, 254)} since ${since}: ${causeWords[stop.cause]}${said(who, 120)}.${said(code, 60)} ${isNow ? 'Find another address, and put it on the roster.' : 'The roster has another address now, which is written to.'}`;
  const id = `reason-${at}`;
  const form = html`<input type="hidden" name="address" value="${stop.address}">
    <label class="usa-label" for="${id}">Why it may be written to again</label>
    <input class="usa-input" id="${id}" name="reason" type="text" maxlength="500" autocomplete="off" required>
    <button class="usa-button usa-button--outline" type="submit" name="do" value="over">Write to it again</button>`;
  return html`${alert(isNow ? 'error' : 'info', words)}
    ${isNow ? html`<details><summary>This address works after all</summary>${deskForm(frame, `${personAddress(specialistId)}/mail`, form)}</details>` : nothing}`;
}

function letterTable({ programme }: Frame, letters: readonly Letter[]): Html {
  const newest = [...letters].sort((one, other) => (one.writtenAt < other.writtenAt ? 1 : -1));
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>Reminders to this person, the newest first</caption>
    <thead><tr><th scope="col">Day</th><th scope="col">Which</th><th scope="col">State</th><th scope="col">Letter</th></tr></thead>
    <tbody>
      ${newest.map(
        (letter) => html`<tr>
          <th scope="row" data-label="Day" class="desk-nowrap">${instantInWords(letter.sentAt ?? letter.hours[0]?.from ?? letter.writtenAt, programme.timeZone)}</th>
          <td data-label="Which">${letter.year}, ${said(lineInWords(letter.line), 80)}</td>
          <td data-label="State">${letterTag(letter.state)}${letter.fate === null ? nothing : html`<span class="desk-sub">${fateWords[letter.fate]}</span>`}</td>
          <td data-label="Letter">${letterText(letter)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Word for word, folded away. */
export function letterText({ to, subject, text }: Pick<Letter, 'to' | 'subject' | 'text'>): Html {
  return html`<details><summary>${said(subject, 200)}</summary>
    <p class="desk-meta">To ${to === '' ? 'nobody: there is no address' : said(to, 254)}</p>
    <div class="desk-letter__text">${said(text, 10_000)}</div>
  </details>`;
}
