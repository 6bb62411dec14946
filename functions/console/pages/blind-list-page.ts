import { html } from 'hono/html';
import type { BlindTask } from '#shared/domain/blind-sample.ts';
import { type Html, nothing } from '../parts/html.ts';
import { instantInWords, waitInWords } from '../parts/time-words.ts';
import { type Frame, layout } from './layout.ts';

export type BlindList = { tasks: readonly BlindTask[]; forColleagues: number; now: string };

/** The sample of accepted cases that this reviewer may judge; the reference would lead to what the machine made of them. */
export function blindListPage(frame: Frame, { tasks, forColleagues, now }: BlindList): Html {
  const content = html`<h1>Blind look</h1>
    <p class="desk-lead">A few cases that the machine accepted by itself, chosen by chance. Say from the papers alone whether you
      would accept them and how many hours count. Only so is known how often the machine is wrong where nobody looks.</p>
    ${tasks.length === 0 ? html`<p class="desk-empty">Nothing waits for you here.</p>` : list(frame, tasks, now)}
    ${forColleagues === 0 ? nothing : html`<p class="desk-meta">${seenWords(forColleagues)}</p>`}`;
  return layout(frame, { title: 'Blind look', section: 'blind', content });
}

const seenWords = (count: number) =>
  count === 1
    ? 'One more is for a colleague: you have seen what the machine made of it.'
    : `${count} more are for colleagues: you have seen what the machine made of them.`;

function list({ programme }: Frame, tasks: readonly BlindTask[], now: string): Html {
  return html`<ol class="desk-blindlist">
    ${tasks.map(
      ({ reference, receivedAt, openedAt }) => html`<li>
        <a class="usa-link" href="/blind/${reference}">Case received ${instantInWords(receivedAt, programme.timeZone)}</a>
        <span class="desk-sub">waiting ${waitInWords(openedAt, now)}</span></li>`,
    )}
  </ol>`;
}
