import { html } from 'hono/html';
import { type Answer, wordsOf } from '#shared/domain/answer.ts';
import { languageInWords } from './draft-line.ts';
import { type Html, nothing } from './html.ts';
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
      ['Language', answer.language === undefined ? null : languageInWords(answer.language)],
      ['Sent', answer.sentAt === null ? null : instantInWords(answer.sentAt, timeZone)],
      // an address hears from us once a day: a second answer waits, and tells what is new by then
      [
        'Goes after',
        answer.state === 'waiting' && answer.notBefore ? instantInWords(answer.notBefore, timeZone) : null,
      ],
    ])}
    <div class="desk-letter__text"${answer.language === undefined ? nothing : html` lang="${answer.language}"`}>${said(wordsOf(answer), charactersMax)}</div>
  </div>`;
}
