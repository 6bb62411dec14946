import { html } from 'hono/html';
import type { Answer } from '#shared/domain/answer.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';
import { answerTag } from './status-tag.ts';
import { summaryList } from './summary-list.ts';
import { instantInWords } from './time-words.ts';

const charactersMax = 20_000;

/** The mail to the sender, word for word. */
export function answerLetter(answer: Answer, timeZone: string): Html {
  return html`<div class="desk-letter">
    ${summaryList([
      ['State', answerTag(answer.state)],
      ['To', said(answer.to, 320)],
      ['Subject', said(answer.subject, 500)],
      ['Sent', answer.sentAt === null ? null : instantInWords(answer.sentAt, timeZone)],
    ])}
    <div class="desk-letter__text">${said(answer.text, charactersMax)}</div>
  </div>`;
}
