import { html } from 'hono/html';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { choiceControl, lineControl, type Option, workButton } from './control.ts';
import type { Editing } from './editing.ts';
import type { Html } from './html.ts';
import type { NumberedDocument } from './places.ts';

const options: readonly Option[] = [
  { value: 'restrict', words: 'Keep it, for supervisors only' },
  { value: 'return', words: 'Order it returned: nobody here sees it from now on' },
  { value: 'destroy', words: 'Order it destroyed: nobody sees it from now on' },
];

export const paperName = {
  action: ({ fileId }: Pick<DocumentRecord, 'fileId'>) => `paper.${fileId}.action`,
  reason: ({ fileId }: Pick<DocumentRecord, 'fileId'>) => `paper.${fileId}.reason`,
};

/** What is to be done with a private paper; who, when and why stay on record. */
export function paperDecision({ number, record }: NumberedDocument, { typed, work }: Editing): Html {
  return html`<div class="desk-tools" role="group" aria-label="What becomes of document ${number}">
    <div class="desk-tool">${choiceControl(typed, { id: `d${number}-paper`, name: paperName.action(record), label: 'This private paper', shown: 'restrict', options })}</div>
    <div class="desk-tool">${lineControl(typed, { id: `d${number}-paper-reason`, name: paperName.reason(record), label: 'Why, for the log', shown: '' })}</div>
    <p>${workButton(html`Do this<span class="usa-sr-only"> with document ${number}</span>`, { does: `paper:${record.fileId}`, to: `/cases/${work.reference}/decisions` })}</p>
  </div>`;
}
