import { html, raw } from 'hono/html';
import type { Explanation } from '#shared/rules/explain.ts';
import type { Tried, TriedFact } from '#shared/rules/try-facts.ts';
import { ruleAddress } from '../rule-address.ts';
import { alert } from './alert.ts';
import { type Html, nothing } from './html.ts';
import { inline } from './inline.ts';
import { said } from './said.ts';
import { verdictTag } from './status-tag.ts';

export type Trial = {
  readonly page: string;
  /** 1 for the first example of the page */
  readonly example: number;
  readonly because: string;
  readonly facts: readonly TriedFact[];
  readonly tried: Tried;
};

/** Before the name of a fact in the address of a form. */
export const factPrefix = 'fact.';

/** The facts of an example as a form, and what the rule says for them. Nothing is kept. */
export function tryPart({ page, example, because, facts, tried }: Trial): Html {
  return html`<section aria-labelledby="try">
    <h2 id="try">Try it</h2>
    <p>Begun from example ${example}, “${inline(because)}”. Change a fact and ask again; an empty one is not known. Nothing is kept.</p>
    <div class="desk-try">
      <form class="desk-facts-form" method="get" action="${ruleAddress(page)}#try">
        <input type="hidden" name="example" value="${example}">
        ${facts.map((fact) => field(fact, tried))}
        <button class="usa-button" type="submit">What does the rule say?</button>
      </form>
      <div class="desk-said">${'finding' in tried ? verdict(tried) : problems(tried.problems)}</div>
    </div>
  </section>`;
}

function field(fact: TriedFact, tried: Tried): Html {
  const id = `try-${fact.name.replaceAll(' ', '-')}`;
  const wrong = 'problems' in tried && tried.problems.some((problem) => problem.fact === fact.name);
  const described = raw(` aria-describedby="${id}-hint"${wrong ? ' aria-invalid="true"' : ''}`);
  const name = `${factPrefix}${fact.name}`;
  const control =
    fact.kind === 'yes-no'
      ? html`<select class="usa-select" id="${id}" name="${name}"${described}>${yesNo(fact.written)}</select>`
      : html`<input class="usa-input" id="${id}" name="${name}" value="${fact.written}" maxlength="60" autocomplete="off"${described}>`;
  return html`<div>
    <label class="usa-label" for="${id}">${fact.name}</label>
    <span class="usa-hint" id="${id}-hint">${fact.howToWrite}</span>
    ${control}
  </div>`;
}

function yesNo(written: string): Html {
  const choices = ['', 'yes', 'no', ...(['', 'yes', 'no'].includes(written) ? [] : [written])];
  return html`${choices.map((choice) => html`<option value="${choice}"${choice === written ? raw(' selected') : ''}>${choice === '' ? 'not known' : choice}</option>`)}`;
}

function problems(all: readonly { readonly says: string }[]): Html {
  return html`${alert('error', 'These facts cannot be judged.')}<ul>${all.map(({ says }) => html`<li>${said(says, 300)}</li>`)}</ul>`;
}

const holdsWords: Readonly<Record<Explanation['steps'][number]['holds'], string>> = {
  yes: 'holds',
  no: 'does not hold',
  unknown: 'cannot be told',
};

function verdict({ finding, explanation }: Extract<Tried, { finding: unknown }>): Html {
  const { steps, sources, whoDecides } = explanation;
  return html`<p>${verdictTag(finding.verdict)}</p>
    <p>${said(finding.why)}</p>
    <table class="usa-table usa-table--borderless usa-table--compact desk-table">
      <caption>How it came about</caption>
      <thead><tr><th scope="col">The page says</th><th scope="col">Found</th><th scope="col">So it</th></tr></thead>
      <tbody>${steps.map(
        ({ part, text, found, holds }) => html`<tr>
          <th scope="row" data-label="The page says"><span class="desk-part">${part}:</span> ${text}</th><td data-label="Found">${said(found, 100)}</td><td data-label="So it">${holdsWords[holds]}</td>
        </tr>`,
      )}</tbody>
    </table>
    ${sources.length === 0 ? nothing : html`<ul>${sources.map((source) => html`<li>${inline(source)}</li>`)}</ul>`}
    <p class="desk-quiet">${whoDecides}</p>`;
}
