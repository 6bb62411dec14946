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
