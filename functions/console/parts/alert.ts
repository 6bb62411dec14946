import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A short note set apart. `role` is none: it is part of the page, not news. */
export function alert(kind: 'info' | 'warning' | 'error', content: Html | string): Html {
  return html`<div class="usa-alert usa-alert--${kind} usa-alert--slim">
    <div class="usa-alert__body"><div class="usa-alert__text">${content}</div></div>
  </div>`;
}
