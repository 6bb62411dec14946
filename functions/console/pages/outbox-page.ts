import { html } from 'hono/html';
import type { Answer } from '#shared/domain/answer.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { answerLetter } from '../parts/answer-letter.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type OlderPage, olderPager } from '../parts/older-pager.ts';
import { said } from '../parts/said.ts';
import { type Frame, layout } from './layout.ts';

export type OutboxContent = {
  lines: readonly { submission: Submission; answer: Answer | null }[];
  page: OlderPage;
};

/** The answers, newest case first, each word for word. */
export function outboxPage(frame: Frame, { lines, page }: OutboxContent): Html {
  const answered = lines.flatMap(({ submission, answer }) => (answer === null ? [] : [{ submission, answer }]));
  const unanswered = lines.length - answered.length;
  const content = html`<h1>Answers</h1>
    ${answered.length === 0 ? html`<p class="desk-empty">No answers here.</p>` : nothing}
    ${answered.map(({ submission, answer }) => oneAnswer(frame, submission, answer))}
    ${unanswered === 0 ? nothing : html`<p class="desk-quiet">Cases on this page without an answer: ${unanswered}</p>`}
    ${olderPager('/outbox', page)}`;
  return layout(frame, { title: 'Answers', section: 'outbox', content });
}

function oneAnswer({ programme }: Frame, { reference }: Submission, answer: Answer): Html {
  return html`<section class="desk-answer" aria-labelledby="answer-${reference}">
    <h2 id="answer-${reference}">${said(answer.subject, 200)}</h2>
    <p class="desk-meta"><a class="usa-link" href="/cases/${reference}">Case ${reference}</a></p>
    ${answerLetter(answer, programme)}
  </section>`;
}
