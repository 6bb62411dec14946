import { html } from 'hono/html';
import type { Decision, DecisionAction } from '#shared/domain/decision.ts';
import { type Html, nothing } from '../parts/html.ts';
import { instantInWords } from '../parts/time-words.ts';
import { type Frame, layout } from './layout.ts';

export type DecidedContent = {
  lines: readonly { decision: Decision; reference: string | null }[];
  after: string | null;
};

const actionWords: Readonly<Record<DecisionAction, string>> = {
  accept: 'Accepted',
  'ask-sender': 'Asked the sender',
  'not-ours': 'Set aside as not ours',
  restrict: 'Restricted a private paper',
  return: 'Ordered a private paper to be returned',
  destroy: 'Ordered a private paper to be destroyed',
};

const stateWords: Readonly<Record<Decision['state'], string>> = {
  proposed: 'Waits for a second person',
  waiting: 'Can still be taken back',
  'in-effect': 'Holds',
  undone: 'Taken back',
  refused: 'The second person did not agree',
};

/** What the reader decided, whatever became of it: nothing vanishes from here. */
export function decidedPage(frame: Frame, { lines, after }: DecidedContent): Html {
  const { timeZone } = frame.programme;
  const content = html`<p class="desk-back"><a class="usa-link" href="/">All cases</a></p><h1>Decided by me</h1>
    ${
      lines.length === 0
        ? html`<p class="desk-empty">Nothing yet.</p>`
        : html`<table class="usa-table usa-table--borderless desk-table">
      <caption>Newest first</caption>
      <thead><tr><th scope="col">Case</th><th scope="col">Decision</th><th scope="col">When</th><th scope="col">What became of it</th></tr></thead>
      <tbody>${lines.map(
        ({ decision, reference }) => html`<tr>
          <th scope="row" data-label="Case">${reference === null ? '–' : html`<a class="usa-link" href="/cases/${reference}" data-line>${reference}</a>`}</th>
          <td data-label="Decision">${actionWords[decision.action]}</td>
          <td data-label="When">${instantInWords(decision.at, timeZone)}</td>
          <td data-label="State">${stateWords[decision.state]}</td>
        </tr>`,
      )}</tbody></table>`
    }
    ${after === null ? nothing : html`<nav class="desk-pager" aria-label="Pages"><a class="usa-link" rel="next" href="/decided?after=${encodeURIComponent(after)}">Older</a></nav>`}`;
  return layout(frame, { title: 'Decided by me', section: 'cases', content, script: 'desk/queue.js' });
}
