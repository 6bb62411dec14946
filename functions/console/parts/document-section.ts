import { html } from 'hono/html';
import type { DocumentKind, DocumentRecord } from '#shared/domain/document.ts';
import type { SheetsByFile } from '../cases/page-sheets.ts';
import { alert } from './alert.ts';
import { confidenceWords } from './confidence.ts';
import { fieldTable, sessionTable, trainingTable } from './field-tables.ts';
import { type Html, nothing } from './html.ts';
import { pagePane } from './page-pane.ts';
import type { NumberedDocument } from './places.ts';
import { said } from './said.ts';

const kindWords: Readonly<Record<DocumentKind, string>> = {
  'ce-report': 'Report form',
  'ceu-guidance': 'Guidance form',
  certificate: 'Certificate',
  'training-application': 'Training application',
  'family-training-application': 'Family training application',
  'education-evidence': 'Education evidence',
  other: 'Other paper',
};

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

/** One document: its pages as pictures, and beside them what was read. */
export function documentSection(document: NumberedDocument, reference: string, sheets: SheetsByFile): Html {
  const { record, number } = document;
  return html`<section class="desk-document" id="document-${number}" aria-labelledby="document-${number}-name">
    <h3 id="document-${number}-name">${documentName(document)}</h3>
    <p class="desk-meta">
      ${said(record.attachment, 200)}, ${pageWords(record.pages)}. Read ${mediumWords[record.reading]}. Sure of its kind:
      ${confidenceWords(record.kindConfidence)}
    </p>
    ${record.reasons.length === 0 ? nothing : alert('warning', html`<ul>${record.reasons.map((reason) => html`<li>${said(reason.text)}</li>`)}</ul>`)}
    ${record.isSensitive ? restricted : besideEachOther(document, reference, sheets)}
  </section>`;
}

const restricted = alert(
  'info',
  'This is a private paper, such as a letter about treatment. What it says is not read, and its pages are not shown here.',
);

function besideEachOther(document: NumberedDocument, reference: string, sheets: SheetsByFile): Html {
  const { fields, trainings, sessions } = document;
  const isEmpty = fields.length + trainings.length + sessions.length === 0;
  return html`<div class="desk-beside">
    <div>${pages(document, reference, sheets)}</div>
    <div class="desk-values">
      ${fieldTable(fields)} ${trainingTable(trainings)} ${sessionTable(sessions)}
      ${isEmpty ? html`<p class="desk-empty">Nothing was read from this document.</p>` : nothing}
    </div>
  </div>`;
}

function pages(document: NumberedDocument, reference: string, sheets: SheetsByFile): Html {
  const own = sheets.get(document.record.fileId);
  if (own !== undefined && own.show !== 'nothing') return pagePane(document, reference, own);
  return alert('info', 'No picture can be drawn of this file yet.');
}

function pageWords([first, last]: readonly [number, number]): string {
  return first === last ? `page ${first}` : `pages ${first} to ${last}`;
}
