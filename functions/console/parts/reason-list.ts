import { html } from 'hono/html';
import type { Reason } from '#shared/domain/reason.ts';
import { fieldLabel } from './field-words.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';

/** Each reason's sentence, with a link to the document it is about. */
export function reasonList(reasons: readonly Reason[], documentCount: number): Html {
  return html`<ul class="desk-reasons">
    ${reasons.map((reason) => html`<li>${said(reason.text)} ${aboutDocument(reason, documentCount)}</li>`)}
  </ul>`;
}

function aboutDocument({ document, field }: Reason, documentCount: number): Html {
  const where = field === undefined ? '' : `, ${fieldLabel(field)}`;
  if (document === undefined || document < 0 || document >= documentCount) return html``;
  return html`<a class="usa-link desk-where" href="#document-${document + 1}">Document ${document + 1}${where}</a>`;
}

/** For the queue: the first sentences only. */
export function shortReasons(reasons: readonly Reason[], shownMax: number): Html {
  const shown = [...new Set(reasons.map((reason) => reason.text))];
  const more = shown.length - shownMax;
  return html`<ul class="desk-reasons">
    ${shown.slice(0, shownMax).map((text) => html`<li>${said(text, 300)}</li>`)}
    ${more > 0 ? html`<li class="desk-quiet">and ${more} more</li>` : ''}
  </ul>`;
}
