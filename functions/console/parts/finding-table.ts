import { html } from 'hono/html';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { formatHours } from '#shared/domain/hours.ts';
import { factCatalogue } from '#shared/rules/facts.ts';
import { type FactKind, isNameOfHours } from '#shared/rules/vocabulary.ts';
import type { RulePage } from '../console-deps.ts';
import { ruleAddress } from '../rule-address.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { verdictTag } from './status-tag.ts';
import { shortDay } from './time-words.ts';

const factKinds = new Map<string, FactKind>(Object.entries(factCatalogue).map(([name, { kind }]) => [name, kind]));

/** What needs attention stands first; inside that, the programme's own order. */
const order: Readonly<Record<Verdict, number>> = { 'not-met': 0, 'cannot-tell': 1, met: 2, 'does-not-apply': 3 };

export function findingTable(caption: Html, findings: readonly Finding[], rulePages: readonly RulePage[]): Html {
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
      ${sorted.map((finding) => findingRow(finding, rulePages))}
    </tbody>
  </table>`;
}

function findingRow(finding: Finding, rulePages: readonly RulePage[]): Html {
  const proposed = finding.verdict === 'not-met' && finding.decidedBy === 'person';
  return html`<tr>
    <th scope="row" data-label="Rule">
      ${ruleName(finding.page, rulePages)}<span class="desk-sub">${said(finding.rule, 60)}, report year ${finding.year}</span>
    </th>
    <td data-label="Result">
      ${verdictTag(finding.verdict)}${proposed ? html`<span class="desk-sub">proposed; a person decides</span>` : nothing}
    </td>
    <td data-label="Has / needs" class="desk-nowrap">${amounts(finding)}</td>
    <td data-label="Why">
      ${said(finding.why)}<cite class="desk-cite">${said(finding.citation, 300)}</cite>${basis(finding)}
    </td>
  </tr>`;
}

/** continuing-education/ethics-hours.rule.md → "Ethics hours" */
function ruleName(page: string, rulePages: readonly RulePage[]): Html {
  const words = page
    .replace(/^.*\//, '')
    .replace(/\.rule\.md$/, '')
    .replaceAll('-', ' ');
  const name = said(words.charAt(0).toUpperCase() + words.slice(1), 100);
  if (!rulePages.some((known) => known.page === page)) return name;
  return html`<a class="usa-link" href="${ruleAddress(page)}">${name}</a>`;
}

function amounts({ value, required }: Finding): Html {
  if (value === null && required === null) return html`<span class="desk-quiet">–</span>`;
  return html`${said(value ?? '?', 40)} / ${said(required ?? '?', 40)}`;
}

/** Everything needed to give the same answer again. */
function basis(finding: Finding): Html {
  const facts = Object.entries(finding.facts);
  return html`<details>
    <summary>Facts used<span class="usa-sr-only"> for ${said(finding.rule, 60)}</span></summary>
    <dl class="desk-facts">
      ${facts.map(([name, fact]) => html`<div><dt>${said(name, 100)}</dt><dd>${factInWords(name, fact)}</dd></div>`)}
      ${finding.missing.map((name) => html`<div><dt>${said(name, 100)}</dt><dd class="desk-none">not known</dd></div>`)}
      <div><dt>Asked as of</dt><dd>${said(shortDay(finding.asOf), 40)}</dd></div>
      <div><dt>Rule page</dt><dd>${said(finding.page, 200)} <code>${said(finding.ruleSha256.slice(0, 12))}</code></dd></div>
    </dl>
  </details>`;
}

/** A rule's facts hold hours in whole hundredths; nobody should read 250 where 2.5 is meant. */
function factInWords(name: string, fact: boolean | number | string): Html | string {
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  if (typeof fact === 'string') return said(fact, 300);
  const kind = factKinds.get(name) ?? (isNameOfHours(name) ? 'hours' : 'count');
  return kind === 'hours' ? `${formatHours(fact)} hours` : String(fact);
}
