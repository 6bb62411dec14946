import { html } from 'hono/html';
import { wordsOfTwoAlphabets } from '#shared/domain/two-alphabets.ts';
import { inLetters } from '#shared/mail/odd-domain.ts';
import { type Html, nothing } from './html.ts';
import { said, visibleText } from './said.ts';
import { twoAlphabetsTag } from './status-tag.ts';

/** The name or address of a stranger, with a badge where its letters are of two alphabets and it may pass for another. */
export const named = (text: string | null, max?: number): Html => html`${said(text, max)}${alphabetsBadge(text ?? '')}`;

/** The badge by itself, for a name that is a link; nothing where all is as it should be. */
export function alphabetsBadge(text: string): Html {
  const odd = wordsOfTwoAlphabets(text.includes('@') ? inLetters(text) : text);
  if (odd.length === 0) return nothing;
  return html` ${twoAlphabetsTag} <small>${spelledOut(visibleText(odd.join(', '), 100))}</small>`;
}

/** Each letter that is not Latin by its number: on a screen it cannot be told from its double. */
const spelledOut = (text: string): string =>
  text.replace(/[^\p{Script=Latin}\p{M}\p{P}\p{N} +]/gu, (sign) => {
    return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
