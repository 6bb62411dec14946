import { html } from 'hono/html';
import { type Decision, type DecisionAction, isStuck } from '#shared/domain/decision.ts';
import { hoursInWords } from '#shared/domain/hours.ts';
import type { CaseWork } from '../cases/case-work.ts';
import { staffName } from '../cases/case-work.ts';
import type { Frame } from '../pages/layout.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { verdictInWords } from './status-tag.ts';
import { clockTime, instantInWords } from './time-words.ts';

const actionWords: Readonly<Record<DecisionAction, string>> = {
  accept: 'Accepted',
  'ask-sender': 'Sender to be asked',
  'not-ours': 'Not ours',
  restrict: 'Private paper: for supervisors only',
  return: 'Private paper: ordered to be returned, withheld from everybody',
  destroy: 'Private paper: ordered to be destroyed, withheld from everybody',
};
const stateWords: Readonly<Record<Decision['state'], string>> = {
  proposed: 'waits for a second person',
  waiting: 'can still be taken back',
  'in-effect': 'holds',
  undone: 'was taken back',
  refused: 'the second person did not agree',
};

type About = { frame: Frame; work: CaseWork; decisions: readonly Decision[]; now: string };

/** What can still be taken back or needs a second person, before everything else on the page. */
export function openDecisions(about: About): Html {
  const open = about.decisions.filter(({ state }) => state === 'waiting' || state === 'proposed');
  return html`${open.map((decision) => (decision.state === 'waiting' ? takeBack(about, decision) : secondLook(about, decision)))}`;
}

/** Seconds are counted by the style alone, from the nearest five: no script is needed to see them run. */
function takeBack({ frame, work, now }: About, decision: Decision): Html {
  const { number, action, takesEffectAt, by } = decision;
  const isSupervisor = work.staff.get(work.me)?.roles.includes('supervisor') ?? false;
  const mayTakeBack = by === work.me || (isSupervisor && isStuck(decision, now));
  const left = takesEffectAt === null ? 0 : Math.ceil((Date.parse(takesEffectAt) - Date.parse(now)) / 1000);
  const address = `/cases/${work.reference}/decisions/${number}/undo`;
  if (takesEffectAt === null || left <= 0)
    return html`<div class="desk-undo" role="status"><p><strong>${actionWords[action]}${byWhom(work, by)}.</strong> It is being carried out. Should it stay so, it can still be taken back.</p>
    ${mayTakeBack ? deskForm(frame, address, html`<button type="submit" class="usa-button usa-button--outline desk-small">Take it back</button>`) : nothing}</div>`;
  const until = clockTime(takesEffectAt, frame.programme.timeZone, 'seconds');
  return html`<div class="desk-undo" role="status">
    <p><strong>${actionWords[action]}${byWhom(work, by)}.</strong> Nothing has gone out yet; it takes effect at <time datetime="${takesEffectAt}">${until}</time>.</p>
    <span class="desk-left desk-left--${Math.min(60, Math.ceil(left / 5) * 5)}" aria-hidden="true"></span>
    ${by === work.me ? deskForm(frame, address, html`<button type="submit" class="usa-button usa-button--outline desk-small" data-key="u">Take it back</button>`) : nothing}
  </div>`;
}

/** A colleague is named; to oneself it need not be said. */
const byWhom = ({ me, staff }: CaseWork, by: Decision['by']) => (by === me ? '' : ` by ${staffName(staff, by)}`);

function secondLook({ frame, work }: About, decision: Decision): Html {
  const { by, needsSecond, number } = decision;
  const address = `/cases/${work.reference}/decisions/${number}`;
  const why =
    needsSecond === 'adverse' ? 'it takes something from somebody' : 'a share of all decisions is looked at twice';
  const own = html`<p>Somebody else has to look at it. Until then you can take it back.</p>
    ${deskForm(frame, `${address}/undo`, html`<button type="submit" class="usa-button usa-button--outline desk-small" data-key="u">Take it back</button>`)}`;
  const others = html`<div class="desk-second-look">
    ${deskForm(frame, `${address}/confirm`, html`<button type="submit" class="usa-button">I agree: carry it out</button>`)}
    ${deskForm(
      frame,
      `${address}/refuse`,
      html`<label for="refuse-${number}">Why you do not agree</label>
      <input class="usa-input desk-control" id="refuse-${number}" name="reason" autocomplete="off" required>
      <button type="submit" class="usa-button usa-button--outline">I do not agree</button>`,
    )}
  </div>`;
  return html`<section class="desk-undo" aria-labelledby="second-${number}">
    <h2 id="second-${number}">This decision waits for a second person</h2>
    <p>${staffName(work.staff, by)} decided it; a second person looks, because ${why}.</p>
    ${whatWasDecided(decision)} ${by === work.me ? own : others}
  </section>`;
}

/** Everything that people decided about the mail, with who, when and why: overrides stay in sight. */
export function pastDecisions({ frame, work, decisions }: About): Html {
  if (decisions.length === 0) return nothing;
  const zone = frame.programme.timeZone;
  return html`<section aria-labelledby="decided"><h2 id="decided">What people decided</h2>
    <ol class="desk-decided">${decisions.map(
      (decision) => html`<li>
      <p><strong>${actionWords[decision.action]}</strong>, ${stateWords[decision.state]}.
        <span class="desk-sub">${staffName(work.staff, decision.by)}, ${instantInWords(decision.at, zone)}${decision.second === null ? nothing : html`; second: ${staffName(work.staff, decision.second.by)}, ${decision.second.agrees ? 'agreed' : html`did not agree: ${said(decision.second.reason)}`}`}</span></p>
      ${whatWasDecided(decision)}
    </li>`,
    )}</ol></section>`;
}

function whatWasDecided({ reason, rulings, letter, lost = [] }: Decision): Html {
  const lines = [
    ...rulings.credits.map(
      (one) =>
        html`<li>${said(one.title, 300)}: ${one.counts ? 'counts' : 'does not count'}${one.hours === null ? nothing : `, ${hoursInWords(one.hours)}`}${one.bucket === null ? nothing : ` as ${one.bucket}`}. Why: ${said(one.reason)}</li>`,
    ),
    ...rulings.overrides.map(
      (one) => html`<li>Rule ${said(one.rule, 60)}: ${verdictInWords(one.verdict)}. Why: ${said(one.reason)}</li>`,
    ),
    ...rulings.doubts.map((one) => html`<li>A doubt was put aside (${one.code}). Why: ${said(one.reason)}</li>`),
  ];
  return html`${reason === null ? nothing : html`<p>Reason: ${said(reason)}</p>`}${lost.length === 0 ? nothing : html`<p>What is lost by it: ${said(lost.join(' '), 2000)}</p>`}${lines.length === 0 ? nothing : html`<ul>${lines}</ul>`}
    ${letter === null ? nothing : html`<details><summary>The letter</summary><p>${said(letter.subject, 300)}</p><div class="desk-letter__text">${said(letter.text, 20_000)}</div></details>`}`;
}
