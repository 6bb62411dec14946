import { html } from 'hono/html';
import { type Html, nothing } from './html.ts';

export type OlderPage = { from: string | undefined; older: string | null; unreadable: number };

/** The way on through a list that nobody counts to its end, and back to its beginning. */
export function olderPager(path: string, { from, older, unreadable }: OlderPage): Html {
  const isFirst = from === undefined || from === '';
  const on =
    older === null
      ? nothing
      : html`<a class="usa-link" rel="next" href="${path}?${new URLSearchParams({ from: older }).toString()}">Older</a>`;
  const faults =
    unreadable === 0
      ? nothing
      : html`<p class="desk-trouble">Rows that could not be read here: ${unreadable}. Tell whoever runs this machine.</p>`;
  if (isFirst && older === null) return faults;
  return html`${faults}<nav class="desk-pager" aria-label="Pages">${isFirst ? nothing : html`<a class="usa-link" rel="first" href="${path}">Newest</a>`}${on}</nav>`;
}
