import { html } from 'hono/html';
import { type Answer, wordsOf } from '#shared/domain/answer.ts';
import type { WordedBy } from '#shared/domain/worded-by.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ProgrammeFacts } from '../console-deps.ts';
import { languageInWords } from './draft-line.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { answerTag } from './status-tag.ts';
import { summaryList } from './summary-list.ts';
import { instantInWords } from './time-words.ts';

const charactersMax = 20_000;

/** The page and its version; and whether the office words it otherwise by now. */
function draftedWith({ letter, sha256 }: WordedBy, today: Programme | null): Html {
  const isGone = today !== null && today.letters[letter] === undefined;
  const isOther = today !== null && today.letterBook.sha256 !== sha256;
  const since = isGone
    ? ': this page is gone since'
    : isOther
      ? ': the pages of letters have changed since, so a letter of today may say it otherwise'
      : '';
  return html`${said(letter, 80)}, version <code>${sha256.slice(0, 12)}</code>${since}`;
}

/** The mail to the sender, word for word. */
export function answerLetter(answer: Answer, { timeZone, book }: ProgrammeFacts): Html {
  const today = book?.programme ?? null;
  return html`<div class="desk-letter">
    ${summaryList([
      ['State', answerTag(answer.state)],
      ['To', said(answer.to, 320)],
      ['Subject', said(answer.subject, 500)],
      ['Language', answer.language === undefined ? null : languageInWords(answer.language)],
      ['Drafted with', answer.wordedBy === undefined ? null : draftedWith(answer.wordedBy, today)],
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
