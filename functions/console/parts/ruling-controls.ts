import { html, raw } from 'hono/html';
import type { Credit } from '#shared/domain/credit.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { formatHours } from '#shared/domain/hours.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { rulingName } from '../cases/typed-rulings.ts';
import { choiceControl, lineControl, type Option, tickControl } from './control.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import { said, visibleText } from './said.ts';

type Of<Item> = Item & { person: number };

const counts: readonly Option[] = [
  { value: '', words: 'As it stands' },
  { value: 'yes', words: 'Counts' },
  { value: 'no', words: 'Does not count' },
];
const buckets: readonly Option[] = [
  { value: '', words: 'As it stands' },
  { value: 'ethics', words: 'Ethics' },
  { value: 'core', words: 'Core' },
];
const codes: readonly Option[] = [
  { value: '', words: 'For the reason written below' },
  { value: 'excluded-training', words: 'The programme does not accept it' },
  { value: 'possible-mandatory-training', words: 'The job required it' },
  { value: 'out-of-period', words: 'Not in the report year' },
  { value: 'duplicate-training', words: 'Counted before' },
  { value: 'missing-certificate', words: 'No certificate' },
  { value: 'missing-guidance-form', words: 'No guidance form' },
];

/** Whether one training counts, said by a person with a reason. Open where the machine left it to a person. */
export function creditControls(credit: Of<Credit>, index: number, { typed }: Editing): Html {
  const name = (what: Parameters<typeof rulingName.credit>[1]) => rulingName.credit(credit, what);
  const id = (what: string) => `credit-${index}-${what}`;
  const isOpen = credit.status === 'undecided' || (typed.get(name('counts')) ?? '') !== '';
  return html`<details class="desk-ruling"${isOpen ? raw(' open') : nothing}>
    <summary>Count it or not<span class="usa-sr-only">: ${visibleText(credit.title, 100)}</span></summary>
    <div class="desk-ruling__controls">
      <div>${choiceControl(typed, { id: id('counts'), name: name('counts'), label: 'This training', shown: '', options: counts })}</div>
      <div>${choiceControl(typed, { id: id('bucket'), name: name('bucket'), label: 'Counts as', shown: '', options: buckets })}</div>
      <div>${lineControl(typed, { id: id('hours'), name: name('hours'), label: html`<span data-live>${credit.hours === null ? 'Hours' : `Hours, if not ${formatHours(credit.hours)}`}</span>`, shown: '', mode: 'decimal' })}</div>
      <div>${choiceControl(typed, { id: id('code'), name: name('code'), label: 'If not, why', shown: '', options: codes })}</div>
      <div class="desk-ruling__why">${lineControl(typed, { id: id('reason'), name: name('reason'), label: 'Your reason', shown: '' })}</div>
    </div>
  </details>`;
}

const verdicts: readonly Option[] = [
  { value: '', words: 'As the rule says' },
  { value: 'met', words: 'Met all the same' },
  { value: 'not-met', words: 'Not met' },
  { value: 'does-not-apply', words: 'Does not apply' },
];

/** Another verdict than the rule's, never without a reason. */
export function overrideControls(finding: Of<Finding>, index: number, { typed }: Editing): Html {
  const [verdict, reason] = [rulingName.rule(finding, 'verdict'), rulingName.rule(finding, 'reason')];
  const isOpen = (typed.get(verdict) ?? '') !== '';
  return html`<details class="desk-ruling"${isOpen ? raw(' open') : nothing}>
    <summary>Say otherwise<span class="usa-sr-only"> than ${visibleText(finding.rule, 60)}</span></summary>
    <div class="desk-ruling__controls">
      <div>${choiceControl(typed, { id: `rule-${finding.person}-${index}-verdict`, name: verdict, label: 'This rule is', shown: '', options: verdicts })}</div>
      <div class="desk-ruling__why">${lineControl(typed, { id: `rule-${finding.person}-${index}-reason`, name: reason, label: 'Your reason', shown: '' })}</div>
    </div>
  </details>`;
}

/** Doubts that a person looked at and puts aside, each with a reason. */
export function doubtControls(reasons: readonly Reason[], { typed }: Editing): Html {
  const each = new Map(reasons.map((reason) => [rulingName.doubt(reason, 'settled'), reason]));
  const names = [...each.keys()];
  const lines = Array.from(each.values(), (reason, i) => {
    const [settled, why] = [rulingName.doubt(reason, 'settled'), rulingName.doubt(reason, 'reason')];
    return html`<li>${tickControl(typed, { id: `doubt-${i}`, name: settled, label: html`Looked at, put aside: <span data-live>${said(reason.text)}</span>` })}
      <div class="desk-tool--find">${lineControl(typed, { id: `doubt-${i}-reason`, name: why, label: html`Why<span class="usa-sr-only"> doubt ${i + 1} is put aside</span>`, shown: '' })}</div></li>`;
  });
  const list = html`<details class="desk-more"${names.some((name) => typed.has(name)) ? raw(' open') : nothing}>
    <summary>Put doubts aside (${each.size})</summary><ul class="desk-plain-list">${lines}</ul></details>`;
  return html`<div id="doubts-part" data-lines="${names.join(' ')}">${each.size === 0 ? nothing : list}</div>`;
}
