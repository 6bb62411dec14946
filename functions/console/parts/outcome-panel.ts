import { html } from 'hono/html';
import type { Finding } from '#shared/domain/finding.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { shelfOf } from '#shared/domain/queue-line.ts';
import { workForm } from './control.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { creditTag, outcomeTag } from './status-tag.ts';
import { verdictChange } from './verdict-change.ts';

/** What the machine concluded of itself, and what it would conclude of the page as it stands now. */
export type Outcomes = {
  stored: Judgement | null;
  now: Judgement | null;
  /** the same without what is ruled in the page: what there is to rule on */
  unruled: Judgement | null;
  /** what is saved, as it was judged for the page; null where nothing can be decided */
  basis: string | null;
};

/** One line for the bar that is always in sight. */
export function outcomeLine({ stored, now }: Pick<Outcomes, 'stored' | 'now'>): Html {
  const shown = now ?? stored;
  const misses = shown === null ? [] : nearestMisses(shown);
  return html`<div id="outcome-line" class="desk-bar__outcome">${shown === null ? 'Not judged yet.' : html`${outcomeTag(shelfOf({ state: 'decided', outcome: shown.outcome, reasons: [] }))}${misses.length === 0 ? nothing : html`<span>Missing: ${misses.join(', ')}</span>`}`}</div>`;
}

/** What would come of the case as it stands in the page, and what that changes. */
export function outcomePanel({ stored, now, basis }: Outcomes, trouble: string | null = null): Html {
  return html`<section class="desk-outcome" id="outcome" aria-labelledby="outcome-name" tabindex="-1">
    ${basis === null ? nothing : html`<input type="hidden" name="basis" value="${basis}" form="${workForm}">`}
    <h2 id="outcome-name">What would come out</h2>
    ${trouble === null ? nothing : html`<p class="desk-trouble"><strong>Cannot be tried:</strong> ${trouble}</p>`}
    ${now === null ? html`<p class="desk-empty">Press Preview to see what your changes would do.</p>` : changes(stored, now)}
  </section>`;
}

function changes(stored: Judgement | null, now: Judgement): Html {
  const verdicts = now.findings.flatMap((finding) => changedVerdict(stored, finding));
  const credits = now.credits.flatMap((credit) => {
    const before = stored?.credits.find((one) => one.creditId === credit.creditId && one.person === credit.person);
    if (before?.status === credit.status && before.hours === credit.hours) return [];
    return [
      html`<li>${said(credit.title, 300)}: ${before === undefined ? html`new, ` : html`${creditTag(before.status)}<span aria-hidden="true">→</span><span class="usa-sr-only"> becomes </span>`}${creditTag(credit.status)}</li>`,
    ];
  });
  const misses = nearestMisses(now);
  const texts = [...new Set(now.reasons.map(({ text }) => text))];
  return html`<p>As the page stands now: ${outcomeTag(shelfOf({ state: 'decided', outcome: now.outcome, reasons: [] }))}</p>
    ${misses.length === 0 ? nothing : html`<p><strong>Nearest miss:</strong> ${misses.join(', ')} missing.</p>`}
    ${verdicts.length + credits.length === 0 ? html`<p>No rule and no training comes out otherwise than the machine said at first.</p>` : html`<p><strong>Otherwise than at first:</strong></p><ul class="desk-changed">${verdicts}${credits}</ul>`}
    ${texts.length === 0 ? html`<p>No doubt is left.</p>` : html`<p><strong>Doubts that are left:</strong></p><ul>${texts.map((text) => html`<li>${said(text)}</li>`)}</ul>`}`;
}

function changedVerdict(stored: Judgement | null, finding: Finding & { person: number }): Html[] {
  const before = verdictBefore(stored, finding);
  if (before === null || before === finding.verdict) return [];
  return [html`<li>${said(finding.rule, 60)}: ${verdictChange(before, finding.verdict)} ${said(finding.why)}</li>`];
}

/** Null where the machine said nothing of this rule at first. */
export function verdictBefore(stored: Judgement | null, { rule, person, year }: Finding & { person: number }) {
  const before = stored?.findings.find((one) => one.rule === rule && one.person === person && one.year === year);
  return before?.verdict ?? null;
}

/** "1.25 hours of ethics", each once, the smallest first. */
export const nearestMisses = ({ missing = [] }: Judgement): string[] => [
  ...new Set(missing.map(({ inWords }) => inWords)),
];
