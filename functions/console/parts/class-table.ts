import { html } from 'hono/html';
import type { Application } from '#shared/domain/application.ts';
import type { Verdict } from '#shared/domain/finding.ts';
import type { ClassEntry } from '#shared/rules/class-list.ts';
import { destinationWords } from './application-words.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { completenessTag, verdictInWords } from './status-tag.ts';
import { instantInWords } from './time-words.ts';

/** `names`: who works at the desk, by their id. */
export type ListWords = { timeZone: string; names: ReadonlyMap<string, string> };

/** Everybody of one class, in the same columns: what came and what the rules found, and nothing of what people tell. */
export function classTable(caption: Html | string, entries: readonly ClassEntry[], list: ListWords): Html {
  return html`<table class="usa-table usa-table--borderless desk-table desk-classlist">
    <caption>${caption}</caption>
    <thead>
      <tr>
        <th scope="col">Received</th>
        <th scope="col">Applicant</th>
        <th scope="col">Papers</th>
        <th scope="col">Still needed</th>
        <th scope="col">Rules</th>
      </tr>
    </thead>
    <tbody>
      ${entries.map((entry) => entryRow(entry, list))}
    </tbody>
  </table>`;
}

function entryRow({ application, order, isShared, maybeSame }: ClassEntry, list: ListWords): Html {
  const { timeZone } = list;
  const { name, reference, receivedAt, completeness, completeSince, missing, destination } = application;
  return html`<tr>
    <td data-label="Received">
      <span class="desk-nowrap"><time datetime="${receivedAt}">${instantInWords(receivedAt, timeZone)}</time></span>
      <span class="desk-sub">number ${order} by time of receipt${isShared ? ', with others at the same time' : ''}</span>
    </td>
    <th scope="row" data-label="Applicant">
      ${name === null ? html`<span class="desk-none">name not read</span>` : said(name, 120)}
      <span class="desk-sub"><a class="usa-link" href="/cases/${reference}">${reference}</a></span>
      ${maybeSame.length === 0 ? nothing : html`<span class="desk-sub">may be the same person as ${maybeSame.join(', ')}</span>`}
    </th>
    <td data-label="Papers">
      ${completenessTag(completeness)}
      ${completeSince === null ? nothing : html`<span class="desk-sub">since ${instantInWords(completeSince, timeZone)}</span>`}
      ${decidedLine(application, list)}
      ${destination === 'here' ? nothing : html`<span class="desk-sub">${destinationWords[destination]}</span>`}
    </td>
    <td data-label="Still needed">${stillNeeded(missing)}</td>
    <td data-label="Rules">${rulesInShort(application)}</td>
  </tr>`;
}

/** Who of the office decided last, and that this chooses nobody. */
function decidedLine({ decided }: Application, { timeZone, names }: ListWords): Html {
  if (decided === null) return nothing;
  const { action, by, at } = decided;
  const done = action === 'accept' ? 'accepted as complete' : 'the sender was asked';
  const who = names.get(by) ?? 'a person of the office';
  return html`<span class="desk-sub">${done} by ${said(who, 100)}, ${instantInWords(at, timeZone)}</span>`;
}

function stillNeeded(missing: readonly string[]): Html {
  if (missing.length === 0) return html`<span class="desk-quiet">–</span>`;
  return html`<ul class="desk-plain">${missing.map((each) => html`<li>${said(each, 200)}</li>`)}</ul>`;
}

const shown: readonly Verdict[] = ['met', 'not-met', 'cannot-tell'];

/** How many rules came out how, with the numbers of those that need a person's eye: a summary, never a sum. */
function rulesInShort({ findings }: Application): Html {
  if (findings.length === 0) return html`<span class="desk-quiet">Not judged</span>`;
  return html`<ul class="desk-plain">
    ${shown.map((verdict) => {
      const rules = findings.filter((finding) => finding.verdict === verdict).map(({ rule }) => rule);
      return rules.length === 0
        ? nothing
        : html`<li>${verdictInWords(verdict)}: ${rules.length} <span class="desk-sub">${rules.join(', ')}</span></li>`;
    })}
  </ul>`;
}
