import { html } from 'hono/html';
import { type Verification, waitsForSecond } from '#shared/domain/verification.ts';
import type { ActiveAnswer } from '#shared/rules/standing/active-on.ts';
import type { Frame } from '../pages/layout.ts';
import { personAddress } from '../people/person-address.ts';
import { alert } from './alert.ts';
import { deskForm } from './desk-form.ts';
import type { NamesOfStaff } from './history-table.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { activeTag } from './status-tag.ts';
import { instantInWords, shortDay } from './time-words.ts';

export type VerificationContent = {
  specialistId: string;
  active: ActiveAnswer | null;
  today: string;
  letters: readonly Verification[];
  names: NamesOfStaff;
  /** what became of the form that was just sent */
  answer: string;
};

const answers: Readonly<Record<string, string>> = {
  made: 'The letter is made. Take it from the list below; one that says no after somebody else has agreed to it.',
  agreed: 'You agreed to the letter. It can be taken from the list below.',
  'own-letter': 'Somebody else has to agree to a letter that you made.',
  'no-second': 'This letter does not wait for anybody any more.',
  'waits-for-second': 'This letter says no. It can be taken once somebody else has agreed to it.',
  'no-asker': 'No letter was made: write who asked, in at most 120 signs.',
  'no-reason': 'No letter was made: write why they may know, in at most 500 signs.',
  'not-allowed': 'No letter was made: tick that you checked that they may know.',
  'not-printable':
    'No letter was made: a name holds a sign that the letter has no type for, or the letter is too long. Write this one by hand.',
  'not-yet': 'No letter was made: the day is not over.',
  'no-day': 'No letter was made: ask about a day first.',
  'code-taken': 'No letter was made. Please send the form again.',
};

/** Letters to those who may ask, and the form for a new one, under the answer that it would give. */
export function verificationPart(frame: Frame, content: VerificationContent): Html {
  const { active, today, letters, answer } = content;
  const note = answers[answer];
  const isOver = active !== null && active.day <= today;
  if (letters.length === 0 && !isOver && note === undefined) return nothing;
  return html`<section aria-labelledby="letters">
    <h2 id="letters">Letters to employers</h2>
    ${note === undefined ? nothing : alert(answer === 'made' || answer === 'agreed' ? 'info' : 'error', note)}
    ${active !== null && isOver ? newLetter(frame, content.specialistId, active) : nothing}
    ${letters.length === 0 ? nothing : letterTable(frame, content)}
  </section>`;
}

function newLetter(frame: Frame, specialistId: string, { day, answer }: ActiveAnswer): Html {
  const form = html`<input type="hidden" name="day" value="${day}">
    <p>It would say: ${shortDay(day)}, ${activeTag(answer)}</p>
    <label class="usa-label" for="askedBy">Who asked</label>
    <input class="usa-input" id="askedBy" name="askedBy" type="text" maxlength="120" autocomplete="off" required>
    <label class="usa-label" for="why">Why they may know</label>
    <span class="usa-hint" id="why-hint">Stays here and is not in the letter</span>
    <input class="usa-input" id="why" name="why" type="text" maxlength="500" autocomplete="off" required aria-describedby="why-hint">
    <div class="usa-checkbox">
      <input class="usa-checkbox__input" type="checkbox" id="allowed" name="allowed" value="yes" required>
      <label class="usa-checkbox__label" for="allowed">I checked that they may know that this person holds a credential here</label>
    </div>
    <button class="usa-button" type="submit">Make the letter (PDF)</button>`;
  return html`<details><summary>Make a letter about ${shortDay(day)}</summary>${deskForm(frame, `${personAddress(specialistId)}/letters`, form)}</details>`;
}

/** The way to the PDF; of a letter that says no only once another person has agreed. */
function wayTo(frame: Frame, letter: Verification): Html {
  const { code, specialistId, second } = letter;
  const address = `${personAddress(specialistId)}/letters/${code}`;
  if (!waitsForSecond(letter))
    return html`<a class="usa-link" href="${address}">${code} (PDF)</a>${second === undefined ? nothing : html`<span class="desk-sub">two people agreed</span>`}`;
  const isOwn = frame.viewer?.staff.staffId === letter.by;
  return html`${code}<span class="desk-sub">waits for a second person</span>
    ${isOwn ? nothing : deskForm(frame, `${address}/agree`, html`<button type="submit" class="usa-button usa-button--outline desk-small">I agree: it says no</button>`)}`;
}

function letterTable(frame: Frame, { letters, names }: VerificationContent): Html {
  const { programme } = frame;
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>Letters that were made</caption>
    <thead><tr><th scope="col">Reference</th><th scope="col">Made</th><th scope="col">Day asked about</th><th scope="col">It says</th><th scope="col">Who asked, and why</th></tr></thead>
    <tbody>
      ${letters.map(
        (letter) => html`<tr>
          <th scope="row" data-label="Reference" class="desk-nowrap">${wayTo(frame, letter)}</th>
          <td data-label="Made">${instantInWords(letter.at, programme.timeZone)}<span class="desk-sub">${said(names.get(letter.by) ?? letter.by, 100)}</span></td>
          <td data-label="Day" class="desk-nowrap">${shortDay(letter.day)}</td>
          <td data-label="It says">${activeTag(letter.answer)}</td>
          <td data-label="Who asked">${said(letter.askedBy, 120)}<span class="desk-sub">${said(letter.why, 500)}</span></td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
