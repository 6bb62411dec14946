import { html } from 'hono/html';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { areAlike } from '#shared/domain/likeness.ts';
import { numbersOf } from '#shared/domain/same-number.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import type { CaseView } from '../cases/case-view.ts';
import type { OtherPaper } from '../cases/other-papers.ts';
import { fieldLabel, fieldValue } from './field-words.ts';
import { type Html, nothing } from './html.ts';
import type { NumberedDocument } from './places.ts';
import { visibleText } from './said.ts';

type Pair = { own: NumberedDocument; other: OtherPaper };

const pairsMax = 6;

/** Papers that may be one paper twice: both pages and both sets of values beside each other. */
export function duplicatePairs({ found, editing }: CaseView, documents: readonly NumberedDocument[]): Html {
  const pairs = documents.flatMap((own) => twinsOf(own, documents, editing?.others ?? [])).slice(0, pairsMax);
  if (pairs.length === 0) return nothing;
  return html`<section aria-labelledby="duplicates">
    <h2 id="duplicates">Perhaps the same paper twice</h2>
    ${pairs.map((pair) => pairPart(pair, found.submission.reference))}
  </section>`;
}

/** Later papers of this mail, and papers of other mails, with the same bytes, the same number or the same training. */
function twinsOf(own: NumberedDocument, documents: readonly NumberedDocument[], others: readonly OtherPaper[]): Pair[] {
  const here = documents.slice(own.number).map(({ record, number }): OtherPaper => {
    return { submissionId: record.submissionId, reference: '', at: number - 1, document: record };
  });
  return [...here, ...others].filter(({ document }) => isTwin(own.record, document)).map((other) => ({ own, other }));
}

function isTwin(one: DocumentRecord, other: DocumentRecord): boolean {
  if (one.isSensitive || other.isSensitive || one.kind !== other.kind) return false;
  const isSameFile = one.sha256 === other.sha256 && one.pages.join() === other.pages.join() && one.part === other.part;
  if (isSameFile || one.kind !== 'certificate') return isSameFile;
  return numbersOf(one, other) === 'same' || isSameTraining(one, other) || mayBeSamePicture(one, other);
}

/** Alike from afar, and no two values say that they are two papers: what was misread of one of them may be all that differs. */
function mayBeSamePicture(one: DocumentRecord, other: DocumentRecord): boolean {
  if (!areAlike(one.likeness, other.likeness)) return false;
  const differing = ['courseTitle', 'completedOn', 'hours'].filter((name) => {
    const [left, right] = [one.fields[name]?.value ?? null, other.fields[name]?.value ?? null];
    return left !== null && right !== null && left !== right;
  });
  return differing.length + (numbersOf(one, other) === 'different' ? 1 : 0) < 2;
}

function isSameTraining(one: DocumentRecord, other: DocumentRecord): boolean {
  const of = ({ fields }: DocumentRecord, name: string) => fields[name]?.value ?? null;
  const [title, title2] = [of(one, 'courseTitle'), of(other, 'courseTitle')];
  const isSame = typeof title === 'string' && typeof title2 === 'string' && isSameTitle(title, title2);
  return isSame && of(one, 'completedOn') === of(other, 'completedOn');
}

function pairPart({ own, other }: Pair, reference: string): Html {
  const there = other.reference === '' ? reference : other.reference;
  const address = `${other.reference === '' ? '' : `/cases/${there}`}#document-${other.at + 1}`;
  const where = other.reference === '' ? `Document ${other.at + 1}` : `${there}, document ${other.at + 1}`;
  const names = [...new Set([...Object.keys(own.record.fields), ...Object.keys(other.document.fields)])];
  return html`<div class="desk-twins">
    <figure>${picture(reference, own.record)}<figcaption><a class="usa-link" href="#document-${own.number}">Document ${own.number}</a></figcaption></figure>
    <figure>${picture(there, other.document)}<figcaption><a class="usa-link" href="${address}">${where}</a></figcaption></figure>
  </div>
  <table class="usa-table usa-table--borderless usa-table--compact desk-table desk-sides">
    <caption>Document ${own.number} and ${where}: ${own.record.sha256 === other.document.sha256 ? 'the same file, byte for byte' : areAlike(own.record.likeness, other.document.likeness) ? 'two files whose pictures are alike; so are two papers of one course' : 'two files'}</caption>
    <thead><tr><th scope="col"><span class="usa-sr-only">Value</span></th><th scope="col">Document ${own.number}</th><th scope="col">${where}</th><th scope="col">Alike</th></tr></thead>
    <tbody>${names.map((name) => line(name, own.record, other.document))}</tbody>
  </table>`;
}

/** As small as fits twice on a page; it leads to the whole page. */
function picture(reference: string, { fileId, pages: [first], attachment }: DocumentRecord): Html {
  const address = `/cases/${reference}/files/${fileId}/pages/${first}.png`;
  return html`<a href="${address}"><img src="${address}" alt="First page of ${visibleText(attachment, 100)}" width="425" height="550" loading="lazy"></a>`;
}

function line(name: string, one: DocumentRecord, other: DocumentRecord): Html {
  const [left, right] = [one.fields[name], other.fields[name]];
  const none = html`<span class="desk-none">not read</span>`;
  const isKnown = left !== undefined && right !== undefined;
  return html`<tr><th scope="row">${fieldLabel(name)}</th>
    <td data-label="Here">${left === undefined ? none : fieldValue(left)}</td>
    <td data-label="There">${right === undefined ? none : fieldValue(right)}</td>
    <td data-label="Alike">${!isKnown ? '–' : left.value === right.value ? '✓ alike' : html`<strong>≠ differs</strong>`}</td></tr>`;
}
