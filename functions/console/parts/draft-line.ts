import { html } from 'hono/html';
import type { LetterTo } from '#shared/domain/letter-to.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';

const charactersMax = 20_000;

/** To whom the office's words would go and in which language; where the reviewer may not read it, what they say in English. */
export function draftLine({ to, language, inFirst }: LetterTo): Html {
  const where = html`It would go to ${said(to, 320)}`;
  if (language === undefined || inFirst === undefined) return html`<p role="status">${where}.</p>`;
  return html`<p role="status">${where}, in ${languageInWords(language)}: they asked for it, or wrote to us in it. Below stands what goes; change the words only if you write ${languageInWords(language)}, or write the whole letter in English.</p>
    <details class="desk-more"><summary>The same in English</summary>
      <p><strong>${said(inFirst.subject, 500)}</strong></p>
      <div class="desk-letter__text" lang="en">${said(inFirst.text, charactersMax)}</div>
    </details>`;
}

/** "es" is "Spanish". */
export const languageInWords = (code: string): string =>
  new Intl.DisplayNames('en-US', { type: 'language' }).of(code) ?? code;
