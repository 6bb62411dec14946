import { html } from 'hono/html';
import { wordsOfTwoAlphabets } from '#shared/domain/two-alphabets.ts';
import { inLetters } from '#shared/mail/odd-domain.ts';
import type { Html } from './html.ts';
import { said, visibleText } from './said.ts';
import { twoAlphabetsTag } from './status-tag.ts';

/** The name or address of a stranger, with a badge where its letters are of two alphabets and it may pass for another. */
export function named(text: string | null, max?: number): Html {
  const plain = text ?? '';
  const read = plain.includes('@') ? inLetters(plain) : plain;
  const odd = wordsOfTwoAlphabets(read);
  if (odd.length === 0) return said(text, max);
  return html`${said(text, max)} ${twoAlphabetsTag(spelledOut(visibleText(odd.join(', '), 100)))}`;
}

/** Each letter that is not Latin by its number: on a screen it cannot be told from its double. */
const spelledOut = (text: string): string =>
  text.replace(/[^\p{Script=Latin}\p{M}\p{P}\p{N} +]/gu, (sign) => {
    return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
