import { html } from 'hono/html';
import { type Html, nothing } from './html.ts';

/** Links to the page before and after. `address` gets the number of a page. */
export function pager(
  number: number,
  pageCount: number,
  address: (number: number) => string,
  words = { before: 'Newer', after: 'Older' },
): Html {
  if (pageCount <= 1) return nothing;
  const newer =
    number > 1 ? html`<a class="usa-link" rel="prev" href="${address(number - 1)}">${words.before}</a>` : nothing;
  const older =
    number < pageCount
      ? html`<a class="usa-link" rel="next" href="${address(number + 1)}">${words.after}</a>`
      : nothing;
  return html`<nav class="desk-pager" aria-label="Pages">${newer}<span>Page ${number} of ${pageCount}</span>${older}</nav>`;
}
