import { html } from 'hono/html';
import {
  type Disposal,
  type DisposalRule,
  type Hold,
  periodInWords,
  type Retention,
  retentionClasses,
} from '#shared/domain/retention.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { alert } from '../parts/alert.ts';
import { deskForm, textField } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { said } from '../parts/said.ts';
import { instantInWords } from '../parts/time-words.ts';
import { type Frame, layout } from './layout.ts';

export type RetentionContent = {
  periods: Retention;
  /** newest first */
  disposals: readonly Disposal[];
  holds: readonly Hold[];
  names: ReadonlyMap<StaffId, string>;
  me: StaffId | null;
  refused: string | null;
};

const classWords: Readonly<Record<DisposalRule, string>> = {
  'raw-mail': 'Mails as they came',
  documents: 'Papers that came with them',
  readings: 'What the machine read of papers',
  pictures: 'Pictures drawn of pages',
  'ordered-away': 'Papers ordered to be returned or destroyed',
  quarantined: 'Mails held back as dangerous',
};
const stateWords: Readonly<Record<Disposal['state'], string>> = {
  proposed: 'Proposed by the system: nobody has agreed yet',
  approved: 'Approved: a second, other person has to agree',
  agreed: 'Agreed by two people: destroyed in the coming night',
  waiting: 'Carried out, but for what is locked: each night looks whether a lock is over',
  refused: 'Refused: nothing of it was destroyed',
  done: 'Carried out',
};

/** How long things are kept, what is held, what is to go, and the log of what is gone. */
export function retentionPage(frame: Frame, content: RetentionContent): Html {
  const { refused, disposals } = content;
  const body = html`<h1>Retention</h1>
    <p class="desk-lead">Nothing is destroyed by itself. Where the office has set a period, the system proposes what is past it; two people agree; the night carries it out and keeps a log.</p>
    ${refused === null ? nothing : alert('error', refused)}
    ${periodsPart(content.periods)} ${holdsPart(frame, content)}
    <h2>Lists, and the log of what was destroyed</h2>
    ${disposals.length === 0 ? html`<p class="desk-empty">Nothing was proposed yet, and nothing destroyed.</p>` : nothing}
    ${disposals.map((disposal) => disposalPart(frame, content, disposal))}`;
  return layout(frame, { title: 'Retention', section: 'retention', content: body });
}

function periodsPart(periods: Retention): Html {
  return html`<h2>How long things are kept</h2>
    <table class="usa-table usa-table--borderless usa-table--compact desk-table">
      <caption>Counted from the end of the year in which a mail came in; for papers ordered away, from the order</caption>
      <thead><tr><th scope="col">What</th><th scope="col">Period</th></tr></thead>
      <tbody>${retentionClasses.map((name) => html`<tr><th scope="row" data-label="What">${classWords[name]}</th><td data-label="Period">${periodInWords(periods[name])}</td></tr>`)}
      <tr><th scope="row" data-label="What">Letters, decisions, corrections, hours, audit trail</th><td data-label="Period">kept: no period destroys them</td></tr></tbody>
    </table>`;
}

function holdsPart(frame: Frame, { holds, names }: RetentionContent): Html {
  const open = holds.filter(({ lifted }) => lifted === null);
  return html`<h2>Holds</h2>
    <p>Nothing of a held case is destroyed, whatever was agreed before.</p>
    ${open.length === 0 ? html`<p class="desk-empty">No case is held.</p>` : html`<ul class="desk-link-list">${open.map((hold) => heldLine(frame, hold, names))}</ul>`}
    ${mayAnswer(frame) ? holdForm(frame) : nothing}`;
}

const mayAnswer = ({ viewer }: Frame) => viewer?.may('answerRetention') === true;

function heldLine(frame: Frame, { reference, reason, by, at }: Hold, names: RetentionContent['names']): Html {
  const where = frame.viewer?.may('case')
    ? html`<a class="usa-link" href="/cases/${reference}">${reference}</a>`
    : html`${reference}`;
  return html`<li>${where}: ${said(reason, 1000)} <span class="desk-sub">${said(names.get(by) ?? 'somebody', 100)}, ${instantInWords(at, frame.programme.timeZone)}</span></li>`;
}

function holdForm(frame: Frame): Html {
  const content = html`${textField({ name: 'reference', label: 'Reference of the case' })}
    ${textField({ name: 'reason', label: 'Why' })}
    <button class="usa-button" name="do" value="hold">Hold this case</button>
    <button class="usa-button usa-button--outline" name="do" value="lift">Lift its hold</button>`;
  return deskForm(frame, '/retention', content);
}

function disposalPart(frame: Frame, content: RetentionContent, disposal: Disposal): Html {
  const { disposalId, state, cases, kept, waiting } = disposal;
  const objects = cases.flatMap((one) => one.objects);
  const id = `list-${disposalId.replace(/\D/g, '')}`;
  return html`<section class="desk-watched" aria-labelledby="${id}">
    <h3 id="${id}">List of ${instantInWords(disposal.proposedAt, frame.programme.timeZone)}</h3>
    <p><strong>${stateWords[state]}.</strong> ${objects.length} objects of ${cases.length} cases${kept.length === 0 ? nothing : html`; ${kept.length} of them were kept after all, because they were held, needed or not due any more`}.</p>
    ${waiting.length === 0 ? nothing : html`<p>${waitingInWords(frame, waiting)}</p>`}
    ${signatures(frame, disposal, content.names)}
    <details><summary>What is on this list, by hash</summary>
      <ul class="desk-link-list">${cases.map((one) => html`<li>${one.reference}<ul>${one.objects.map(({ rule, key }) => html`<li>${classWords[rule]} <span class="desk-sub desk-hash">${key}</span></li>`)}</ul></li>`)}</ul>
    </details>
    ${mayAnswer(frame) ? answerForm(frame, disposal, content.me) : nothing}
  </section>`;
}

/** What is locked, and when the first and the last of it may go. */
function waitingInWords({ programme }: Frame, waiting: Disposal['waiting']): Html {
  const days = waiting.flatMap(({ until }) => until ?? []).sort();
  const byHand = waiting.length - days.length;
  const [first, last] = [days.at(0), days.at(-1)];
  const day = (instant: string) => instantInWords(instant, programme.timeZone);
  const ofTime =
    first === undefined || last === undefined
      ? nothing
      : html` ${days.length} until ${day(first)}${first === last ? nothing : html`, the last until ${day(last)}`}.`;
  return html`${waiting.length} of these are still there: the store has them locked.${ofTime}${byHand === 0 ? nothing : html` ${byHand} until somebody lifts the hold on them in the store.`} Each night looks again.`;
}

function signatures(
  { programme }: Frame,
  { approved, second, refused, doneAt }: Disposal,
  names: RetentionContent['names'],
): Html {
  const line = (words: string, signed: Disposal['approved']) =>
    signed === null
      ? nothing
      : html`<li>${words} ${said(names.get(signed.by) ?? 'somebody', 100)}, ${instantInWords(signed.at, programme.timeZone)}</li>`;
  return html`<ul class="desk-link-list">${line('Approved by', approved)}${line('Agreed by', second)}${line('Refused by', refused)}${doneAt === null ? nothing : html`<li>Carried out ${instantInWords(doneAt, programme.timeZone)}</li>`}</ul>`;
}

function answerForm(frame: Frame, { disposalId, state, approved }: Disposal, me: StaffId | null): Html {
  if (state !== 'proposed' && state !== 'approved') return nothing;
  const isOwn = approved?.by === me;
  const words = state === 'proposed' ? 'Approve, for a second person to agree' : 'Agree: destroy these tonight';
  const content = html`<input type="hidden" name="disposal" value="${disposalId}">
    ${isOwn ? html`<p>You approved it. A second, other person has to agree.</p>` : html`<button class="usa-button usa-button--secondary" name="do" value="approve">${words}</button>`}
    <button class="usa-button usa-button--outline" name="do" value="refuse">Refuse this list</button>`;
  return deskForm(frame, '/retention', content);
}
