import { html } from 'hono/html';
import { type Html, nothing } from './html.ts';

/** The way on through a list; null: it is at its end. */
export function moreLink(address: string | null, words: string): Html {
  if (address === null) return nothing;
  return html`<nav class="desk-pager" aria-label="${words}"><a class="usa-link" rel="next" href="${address}">${words}</a></nav>`;
}
