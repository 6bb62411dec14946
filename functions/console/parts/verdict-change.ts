import { html } from 'hono/html';
import type { ComparedVerdict } from '#shared/rules/compare/judge-stored.ts';
import type { Html } from './html.ts';
import { comparedTag } from './status-tag.ts';

/** "Met, then not met": the arrow is only for the eye. */
export function verdictChange(before: ComparedVerdict, after: ComparedVerdict): Html {
  return html`<span class="desk-change">${comparedTag(before)}<span aria-hidden="true">→</span><span class="usa-sr-only"> becomes </span>${comparedTag(after)}</span>`;
}
