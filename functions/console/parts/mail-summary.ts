import { html } from 'hono/html';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import { flagInWords } from '#shared/mail/mail-flag.ts';
import { type Html, nothing } from './html.ts';
import { named } from './named.ts';
import { said } from './said.ts';
import { senderInWords } from './sender-words.ts';
import { summaryList } from './summary-list.ts';
import { instantInWords } from './time-words.ts';

/** When it came, from whom, and how far that can be trusted. */
export function mailSummary(submission: Submission, timeZone: string, duplicateOf: string | null): Html {
  const { mail, envelope } = submission;
  const sender = mail?.from ?? envelope.mailFrom;
  const tagged = envelope.recipients.filter((address) => address.includes('+'));
  return summaryList([
    [
      'Received',
      html`<time datetime="${envelope.receivedAt}">${instantInWords(envelope.receivedAt, timeZone)}</time>${whoseClock(envelope, timeZone)}`,
    ],
    ['From', html`${named(mail?.fromName ?? '', 200)} ${named(sender, 320)}`],
    [
      'Sent to',
      tagged.length === 0
        ? null
        : html`${said(tagged.join(', '), 320)} (what stands behind the + is the sender’s own and proves nothing)`,
    ],
    ['Sender check', mail === null ? null : senderInWords(mail)],
    ['Subject', mail === null ? null : said(mail.subject, 500)],
    ['Date on the mail', mail?.headerDate ? instantInWords(mail.headerDate, timeZone) : null],
    ['Sent by a program', mail?.isAutomatic ? 'Yes: it gets no answer' : null],
    [
      'Repeats',
      duplicateOf === null ? null : html`<a class="usa-link" href="/cases/${duplicateOf}">${duplicateOf}</a>`,
    ],
  ]);
}

/** Deadlines are judged by it: a reviewer sees who said it, and what this machine said, where another's clock is believed. */
function whoseClock({ receivedBy, takenAt }: Submission['envelope'], timeZone: string): string {
  if (receivedBy !== 'mail-server') return '';
  const ours = takenAt === undefined ? '' : `; ours said ${instantInWords(takenAt, timeZone)}`;
  return ` (by the clock of the mail server in front${ours})`;
}

/** What the person wrote, and the marks that opening the mail left on it. */
export function mailText(mail: MailFacts): Html {
  return html`<details class="desk-mailtext">
    <summary>What the mail says</summary>
    <div class="desk-letter__text">${mail.bodyText.trim() === '' ? 'The mail has no text.' : said(mail.bodyText, 20_000)}</div>
    ${bullets('Links in the mail (never opened)', mail.fileLinks)} ${bullets('Odd about the mail itself', mail.flags.map(flagInWords))}
  </details>`;
}

function bullets(title: string, lines: readonly string[]): Html {
  if (lines.length === 0) return nothing;
  return html`<p><strong>${title}</strong></p>
    <ul>${lines.slice(0, 50).map((line) => html`<li>${said(line, 500)}</li>`)}</ul>`;
}
