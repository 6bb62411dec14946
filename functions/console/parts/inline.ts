import { html } from 'hono/html';
import { inlineParts } from '#shared/rules/inline-text.ts';
import type { Html } from './html.ts';

/** A line of a page with its names in code and its strong words. Everything else in it is text, also what looks like a tag. */
export function inline(line: string): Html {
  const parts = inlineParts(line).map(({ is, text }) => {
    if (is === 'code') return html`<code>${text}</code>`;
    return is === 'strong' ? html`<strong>${text}</strong>` : html`${text}`;
  });
  return html`${parts}`;
}
