import { html } from 'hono/html';
import { whyNotAcceptable } from '#shared/domain/acceptable.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { lineControl, radioControl, textControl, workButton } from './control.ts';
import { draftLine } from './draft-line.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import type { Outcomes } from './outcome-panel.ts';
import { doubtControls } from './ruling-controls.ts';
import { rulingsKept } from './rulings-kept.ts';
import { said } from './said.ts';

const actions = [
  { value: 'accept', words: 'Accept: the year is as it has to be', key: 'a' },
  {
    value: 'ask-sender',
    words: 'Ask the sender for what is missing; what counts is counted, and the clock waits',
    key: 'x',
  },
  { value: 'not-ours', words: 'Not ours: nothing in this mail is for this office', key: 'o' },
] as const;

/** What is to become of the mail, by whom it is said and why. Nothing happens before the minute in which it can be taken back. */
export function decisionPanel(editing: Editing, outcomes: Outcomes): Html {
  const { now, unruled } = outcomes;
  const { typed, work, draft } = editing;
  return html`<section class="desk-decide" id="decide" aria-labelledby="decide-name">
    <h2 id="decide-name">Decide</h2>
    ${acceptableLine(now)}
    ${doubtControls(unruled?.reasons ?? [], editing)} ${rulingsKept(editing, outcomes)}
    <fieldset class="desk-choices"><legend>What becomes of this mail</legend>
      ${actions.map(({ value, words, key }) => html`<div>${radioControl(typed, { id: `action-${value}`, name: 'action', value, shown: 'accept', label: html`${words} <kbd>${key}</kbd>` })}</div>`)}
    </fieldset>
    <div class="desk-tool">${lineControl(typed, { id: 'decision-reason', name: 'reason', label: 'Your reason (needed where it is not ours)', shown: '' })}</div>
    <details class="desk-more" id="letter"${typed.has('letter.text') && typed.get('letter.text') !== '' ? ' open' : ''}>
      <summary>The letter to the sender</summary>
      <p>Left empty, the office’s own words go out; where the mail is not ours, nobody is told then. ${workButton('Write the office’s words here', { does: 'draft', to: `/cases/${work.reference}/what-if#letter` })}</p>
      ${draft === null ? nothing : draftLine(draft)}
      <div class="desk-tool">${lineControl(typed, { id: 'letter-subject', name: 'letter.subject', label: 'Subject', shown: '' })}</div>
      <div class="desk-tool">${textControl(typed, { id: 'letter-text', name: 'letter.text', label: 'Text', shown: '', rows: 14 })}</div>
    </details>
    <p>${workButton('Decide', { kind: 'main', id: 'decide-now', to: `/cases/${work.reference}/decisions`, does: 'decide' })}
      <span class="desk-quiet">You can take it back within a minute.</span></p>
  </section>`;
}

/** What still stands in the way of accepting; the script of an open page keeps it as the page stands. */
export function acceptableLine(now: Judgement | null): Html {
  const open = now === null ? null : whyNotAcceptable(now);
  return html`<p id="acceptable">${open === null ? nothing : html`<strong>Before it can be accepted:</strong> ${said(open)}`}</p>`;
}
