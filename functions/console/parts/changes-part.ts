import { html } from 'hono/html';
import { type IdentityChange, isOpenChange, mayBeApplied, mayBeAsked } from '#shared/domain/identity-change.ts';
import type { Letter } from '#shared/domain/letter.ts';
import type { Frame } from '../pages/layout.ts';
import { personAddress } from '../people/person-address.ts';
import { alert } from './alert.ts';
import { deskForm } from './desk-form.ts';
import type { NamesOfStaff } from './history-table.ts';
import { type Html, nothing } from './html.ts';
import { letterText } from './letters-part.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

export type ChangesContent = {
  specialistId: string;
  changes: readonly IdentityChange[];
  letters: readonly Letter[];
  names: NamesOfStaff;
  /** what became of the form that was just sent */
  answer: string;
  at: string;
};

const answers: Readonly<Record<string, string>> = {
  'identity-asked':
    'The question goes to the address on file. Nothing changes until its owner confirms and a second person agrees.',
  'identity-applied':
    'The roster has it now. Change the list that the roster is imported from too, or the next import changes it back.',
  'identity-refused': 'Refused. The roster stays as it is.',
  'identity-no-reason': 'Nothing was done: write why, in at most 500 signs.',
  'identity-no-words': 'Nothing was sent: the programme has no letter for this question.',
  'identity-address-stopped':
    'Nothing was sent: the address on file takes no letters. Find out another way who this is.',
  'identity-same-person': 'Somebody else has to agree to a change that you asked about.',
  'identity-too-many-names': 'Nothing was done: this person would have too many names to be found by.',
  'identity-moved-on': 'Nothing was done: somebody else was faster, or the roster has changed meanwhile.',
};

const done = new Set(['identity-asked', 'identity-applied', 'identity-refused']);

export const changeStateWords: Readonly<Record<IdentityChange['state'], string>> = {
  proposed: 'nobody has been asked',
  asked: 'waits for an answer from the address on file',
  confirmed: 'confirmed from the address on file; waits for a second person',
  applied: 'on the roster',
  refused: 'refused',
  failed: 'too many wrong answers',
};

const fieldWords: Readonly<Record<IdentityChange['field'], string>> = { email: 'E-mail', legalName: 'Name' };

/** What mails gave out about the person otherwise than the roster has it, and what may be done about it. */
export function changesPart(frame: Frame, content: ChangesContent): Html {
  const { changes, answer } = content;
  const note = answers[answer];
  if (changes.length === 0 && note === undefined) return nothing;
  const newest = [...changes].sort((one, other) => (one.proposedAt < other.proposedAt ? 1 : -1));
  return html`<section aria-labelledby="changes">
    <h2 id="changes">Changes that mails gave out</h2>
    ${note === undefined ? nothing : alert(done.has(answer) ? 'info' : 'error', note)}
    ${newest.map((change) => changePart(frame, content, change))}
  </section>`;
}

function changePart(frame: Frame, content: ChangesContent, change: IdentityChange): Html {
  const { field, from, to, proposedAt, submissionId, state } = change;
  const letters = content.letters.filter((letter) => letter.change === change.changeId);
  const when = instantInWords(proposedAt, frame.programme.timeZone);
  return html`<div>
    <h3>${fieldWords[field]}: ${said(from, 254)} → ${said(to, 254)}</h3>
    <p>${stateInWords(frame, content, change)}. It came on ${when} with <a class="usa-link" href="/cases/${submissionId}">this mail</a>.</p>
    ${letters.map(letterText)}
    ${isOpenChange(change) ? formsFor(frame, content, change) : nothing}
    ${state === 'refused' && change.decided ? html`<p>${said(change.decided.why, 500)}</p>` : nothing}
  </div>`;
}

function stateInWords(frame: Frame, { names, at }: ChangesContent, change: IdentityChange): string {
  const { state, asked, wrongAnswers, decided } = change;
  const name = (id: IdentityChange['specialistId']) => [...names].find(([staffId]) => staffId === id)?.[1] ?? id;
  const isLate = state === 'asked' && mayBeAsked(change, at);
  const words = isLate ? 'Nobody answered in time' : upperFirst(changeStateWords[state]);
  const who =
    asked === null
      ? ''
      : `; asked by ${name(asked.by)}${state === 'asked' ? ` until ${instantInWords(asked.until, frame.programme.timeZone)}` : ''}`;
  const wrong = wrongAnswers === 0 ? '' : `; ${wrongAnswers} answers did not confirm it`;
  return `${words}${decided === null ? `${who}${wrong}` : ` by ${name(decided.by)}`}`;
}

const upperFirst = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function formsFor(frame: Frame, { specialistId, at }: ChangesContent, change: IdentityChange): Html {
  const { changeId } = change;
  const action = `${personAddress(specialistId)}/changes/${changeId}`;
  const staffId = frame.viewer?.staff.staffId;
  const mayApply = staffId !== undefined && mayBeApplied(change, staffId);
  const ask = html`<button class="usa-button" type="submit" name="do" value="ask">Ask at the address on file</button>`;
  const apply = html`<button class="usa-button" type="submit" name="do" value="apply">I agree: change the roster</button>`;
  const id = `why-${changeId}`;
  const refuse = html`<label class="usa-label" for="${id}">Why it is refused</label>
    <input class="usa-input" id="${id}" name="why" type="text" maxlength="500" autocomplete="off" required>
    <button class="usa-button usa-button--outline" type="submit" name="do" value="refuse">Refuse the change</button>`;
  return html`${mayBeAsked(change, at) ? deskForm(frame, action, ask) : nothing}
    ${mayApply ? deskForm(frame, action, apply) : nothing}
    ${change.state === 'confirmed' && !mayApply ? html`<p>Somebody else than who asked has to agree.</p>` : nothing}
    <details><summary>Refuse this change</summary>${deskForm(frame, action, refuse)}</details>`;
}
