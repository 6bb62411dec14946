import { html } from 'hono/html';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { SheetsByFile } from '../cases/page-sheets.ts';
import { alert } from './alert.ts';
import { confidenceWords } from './confidence.ts';
import type { Editing } from './editing.ts';
import { fieldEditor } from './field-editor.ts';
import { fieldTable, sessionTable, trainingTable } from './field-tables.ts';
import { type Html, nothing } from './html.ts';
import { kindWords } from './kind-words.ts';
import { pagePane } from './page-pane.ts';
import { paperDecision } from './paper-decision.ts';
import { paperTools } from './paper-tools.ts';
import type { NumberedDocument } from './places.ts';
import { rowEditor } from './row-editor.ts';
import { said } from './said.ts';
import { sessionEditor, sessionSum } from './session-editor.ts';

const mediumWords: Readonly<Record<DocumentRecord['reading'], string>> = {
  'form-fields': 'from its form fields',
  'text-layer': 'from its text',
  ocr: 'from its picture',
  person: 'by a person of the office',
  unread: 'not read',
};

export function documentName({ record, number }: Pick<NumberedDocument, 'record' | 'number'>): string {
  return `Document ${number}: ${kindWords[record.kind]}`;
}

export type Shown = { reference: string; sheets: SheetsByFile; editing: Editing | null };

/** One document: its pages as pictures, and beside them what was read, to be typed over by whoever holds the case. */
export function documentSection(document: NumberedDocument, shown: Shown): Html {
  const { record, number } = document;
  return html`<section class="desk-document${shown.editing === null ? '' : ' desk-document--edited'}" id="document-${number}" aria-labelledby="document-${number}-name">
    <h3 id="document-${number}-name">${documentName(document)}</h3>
    <p class="desk-meta">
      ${said(record.attachment, 200)}, ${pageWords(record.pages)}. Read ${mediumWords[record.reading]}. Sure of its kind:
      ${confidenceWords(record.kindConfidence)}
    </p>
    ${record.reasons.length === 0 ? nothing : alert('warning', html`<ul>${record.reasons.map((reason) => html`<li>${said(reason.text)}</li>`)}</ul>`)}
    ${record.isSensitive ? html`${restricted}${shown.editing === null ? nothing : html`${paperTools(document, shown.editing)} ${paperDecision(document, shown.editing)}`}` : besideEachOther(document, shown)}
  </section>`;
}

const restricted = alert(
  'info',
  'This is a private paper, such as a letter about treatment. What it says is not read, and its pages are not shown here.',
);

function besideEachOther(document: NumberedDocument, shown: Shown): Html {
  const { fields, trainings, sessions, record } = document;
  const { editing } = shown;
  const isEmpty = fields.length + trainings.length + sessions.length === 0;
  return html`<div class="desk-beside">
    <div>${pages(document, shown)}</div>
    <div class="desk-values">
      ${editing === null ? html`${fieldTable(fields)} ${trainingTable(trainings)} ${sessionTable(sessions)}${sessionSum(record)}` : html`${paperTools(document, editing)} ${fieldEditor(document, editing)} ${rowEditor(document, editing)} ${sessionEditor(document, editing)}`}
      ${isEmpty ? html`<p class="desk-empty">Nothing was read from this document.</p>` : nothing}
    </div>
  </div>`;
}

function pages(document: NumberedDocument, shown: Shown): Html {
  const own = shown.sheets.get(document.record.fileId);
  if (own !== undefined && own.show !== 'nothing') return pagePane(document, shown, own);
  return alert('info', 'No picture can be drawn of this file yet.');
}

function pageWords([first, last]: readonly [number, number]): string {
  return first === last ? `page ${first}` : `pages ${first} to ${last}`;
}
