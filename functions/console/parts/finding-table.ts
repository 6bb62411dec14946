import { html } from 'hono/html';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { hoursInWords } from '#shared/domain/hours.ts';
import { factCatalogue } from '#shared/rules/facts.ts';
import { type FactKind, isNameOfHours } from '#shared/rules/vocabulary.ts';
import type { RulePage } from '../console-deps.ts';
import { ruleAddress, ruleTitle } from '../rule-address.ts';
import { factPlaces, factSource } from './fact-places.ts';
import { type Html, nothing } from './html.ts';
import type { NumberedDocument } from './places.ts';
import { said } from './said.ts';
import { verdictInWords, verdictTag } from './status-tag.ts';
import { shortDay } from './time-words.ts';
import { verdictChange } from './verdict-change.ts';

const factKinds = new Map<string, FactKind>(Object.entries(factCatalogue).map(([name, { kind }]) => [name, kind]));

/** What needs attention stands first; inside that, the programme's own order. */
const order: Readonly<Record<Verdict, number>> = { 'not-met': 0, 'cannot-tell': 1, met: 2, 'does-not-apply': 3 };

export type About<Judged extends Finding> = {
  rulePages: readonly RulePage[];
  /** papers of the same page, for facts to lead to; left out where the page has none of a case's parts */
  documents?: readonly NumberedDocument[];
  /** the verdict that the machine gave at first; null where it gave none */
  before?: (finding: Judged) => Verdict | null;
  /** for a person to say otherwise */
  controls?: (finding: Judged) => Html;
};
export function findingTable<Judged extends Finding>(
  caption: Html,
  findings: readonly Judged[],
  about: About<Judged>,
): Html {
  const sorted = findings.toSorted((a, b) => order[a.verdict] - order[b.verdict]);
  return html`<table class="usa-table usa-table--borderless desk-table desk-findings">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">Result</th>
        <th scope="col">Has / needs</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      ${sorted.map((finding) => findingRow(finding, about))}
    </tbody>
  </table>`;
}

function findingRow<Judged extends Finding>(finding: Judged, about: About<Judged>): Html {
  const before = about.before?.(finding) ?? null;
  const isOther = before !== null && before !== finding.verdict;
  const proposed = finding.verdict === 'not-met' && finding.decidedBy === 'person';
  return html`<tr>
    <th scope="row" data-label="Rule" data-live>
      ${ruleName(finding.page, about.rulePages)}<span class="desk-sub">${said(finding.rule, 60)}, report year ${finding.year}</span>
    </th>
    <td data-live data-label="Result">
      ${isOther ? verdictChange(before, finding.verdict) : verdictTag(finding.verdict)}${overridden(finding)}${proposed ? html`<span class="desk-sub">proposed; a person decides</span>` : nothing}
    </td>
    <td data-live data-label="Has / needs" class="desk-nowrap">${amounts(finding)}</td>
    <td data-label="Why">
      <div data-live>${said(finding.why)}<cite class="desk-cite">${said(finding.citation, 300)}</cite>${basis(finding, about.documents ?? null)}</div>${about.controls?.(finding) ?? nothing}
    </td>
  </tr>`;
}

/** The rule as its page states it, in one sentence; where the page is not here, by the name of its file. */
function ruleName(page: string, rulePages: readonly RulePage[]): Html {
  const known = rulePages.find((one) => one.page === page);
  if (known) return html`<a class="usa-link" href="${ruleAddress(page)}">${said(ruleTitle(known), 200)}</a>`;
  const words = page
    .replace(/^.*\//, '')
    .replace(/\.rule\.md$/, '')
    .replaceAll('-', ' ');
  return said(words.charAt(0).toUpperCase() + words.slice(1), 100);
}

/** What a person of the office said against the rule stays beside its own verdict. */
function overridden({ override }: Finding): Html {
  if (override === undefined) return nothing;
  return html`<span class="desk-sub"><strong>A person said so.</strong> The rule says: ${verdictInWords(override.verdictByRule)}. Why: ${said(override.reason, 1_000)}</span>`;
}

function amounts({ value, required }: Finding): Html {
  if (value === null && required === null) return html`<span class="desk-quiet">–</span>`;
  return html`${said(value ?? '?', 40)} / ${said(required ?? '?', 40)}`;
}

/** Everything needed to give the same answer again. */
function basis(finding: Finding, documents: readonly NumberedDocument[] | null): Html {
  const facts = Object.entries(finding.facts);
  return html`<details>
    <summary>Facts used<span class="usa-sr-only"> for ${said(finding.rule, 60)}</span></summary>
    <dl class="desk-facts">
      ${facts.map(([name, fact]) => html`<div><dt>${said(name, 100)}</dt><dd>${factInWords(name, fact)}${whence(name, documents)}</dd></div>`)}
      ${finding.missing.map((name) => html`<div><dt>${said(name, 100)}</dt><dd><span class="desk-none">not known</span>${whence(name, documents)}</dd></div>`)}
      <div><dt>Asked as of</dt><dd>${said(shortDay(finding.asOf), 40)}</dd></div>
      <div><dt>Rule page</dt><dd>${said(finding.page, 200)} <code>${said(finding.ruleSha256.slice(0, 12))}</code></dd></div>
    </dl>
  </details>`;
}

/** Where a fact comes from: a sentence, and the places on this page. */
function whence(name: string, documents: readonly NumberedDocument[] | null): Html {
  const places = documents === null ? [] : factPlaces(name, documents);
  const source = factSource(name);
  return html`${source === null ? nothing : html`<span class="desk-sub">${source}</span>`}${places.map(({ href, words }) => html`<a class="usa-link desk-see" href="${href}">See ${words}</a>`)}`;
}

/** A rule's facts hold hours in whole hundredths; nobody should read 250 where 2.5 is meant. */
function factInWords(name: string, fact: boolean | number | string): Html | string {
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  if (typeof fact === 'string') return said(fact, 300);
  const kind = factKinds.get(name) ?? (isNameOfHours(name) ? 'hours' : 'count');
  return kind === 'hours' ? hoursInWords(fact) : String(fact);
}
