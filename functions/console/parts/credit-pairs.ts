import { html } from 'hono/html';
import type { Credit } from '#shared/domain/credit.ts';
import type { FieldValue } from '#shared/domain/document.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import type { CaseView } from '../cases/case-view.ts';
import { fieldValue } from './field-words.ts';
import { type Html, nothing } from './html.ts';
import type { NumberedDocument, Place } from './places.ts';
import { said } from './said.ts';

type Side = {
  place: Place | null;
  anchor: string;
  title: FieldValue | null;
  provider: FieldValue | null;
  completedOn: FieldValue | null;
  hours: FieldValue | null;
};
type Pair = { title: string; form: Side | null; certificate: Side };

/** What the form says of each training beside what its certificate says, and where the two differ. */
export function creditPairs({ found, outcomes }: CaseView, documents: readonly NumberedDocument[]): Html {
  const { submissionId } = found.submission;
  const credits = (outcomes.now ?? outcomes.stored)?.credits ?? [];
  const pairs = credits.flatMap((credit) => {
    const own = credit.evidence.filter((one) => one.submissionId === submissionId);
    return pairOf(
      credit,
      own.map(({ document, role }) => ({ role, document: documents[document] })),
    );
  });
  if (pairs.length === 0) return nothing;
  return html`<section aria-labelledby="pairs">
    <h2 id="pairs">Form and certificate, side by side</h2>
    ${pairs.map(pairTable)}
  </section>`;
}

type Shown = { role: Credit['evidence'][number]['role']; document: NumberedDocument | undefined };

function pairOf(credit: Credit, evidence: readonly Shown[]): Pair[] {
  const of = (role: Shown['role']) => evidence.find((one) => one.role === role)?.document;
  const [form, certificate] = [of('report-row'), of('certificate')];
  if (form === undefined || certificate === undefined) return [];
  return [{ title: credit.title, form: rowSide(form, credit), certificate: paperSide(certificate) }];
}

function rowSide(document: NumberedDocument, { title }: Credit): Side | null {
  const fits = ({ training }: NumberedDocument['trainings'][number]) =>
    typeof training.title.value === 'string' && isSameTitle(training.title.value, title);
  const found = document.trainings.find(fits);
  return found === undefined ? null : { ...found.training, place: found.place, anchor: found.place.rowAnchor };
}

function paperSide({ fields, number }: NumberedDocument): Side {
  const of = (name: string) => fields.find((one) => one.name === name)?.field ?? null;
  const names = {
    title: of('courseTitle'),
    provider: of('provider'),
    completedOn: of('completedOn'),
    hours: of('hours'),
  };
  return { ...names, place: null, anchor: `document-${number}` };
}

const lines = [
  ['title', 'Training'],
  ['provider', 'Provider'],
  ['completedOn', 'Finished on'],
  ['hours', 'Hours'],
] as const;

function pairTable({ title, form, certificate }: Pair): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table desk-sides">
    <caption>${said(title, 300)} <span class="desk-sub">${form === null ? 'The form has no such row.' : html`<a class="usa-link" href="#${form.anchor}">On the form</a> ·`}
      <a class="usa-link" href="#${certificate.anchor}">On the certificate</a></span></caption>
    <thead><tr>
      <th scope="col"><span class="usa-sr-only">Value</span></th>
      <th scope="col">Form</th>
      <th scope="col">Certificate</th>
      <th scope="col">Alike</th>
    </tr></thead>
    <tbody>${lines.map(([part, label]) => pairLine(label, form?.[part] ?? null, certificate[part]))}</tbody>
  </table>`;
}

function pairLine(label: string, form: FieldValue | null, certificate: FieldValue | null): Html {
  const none = html`<span class="desk-none">not read</span>`;
  return html`<tr>
    <th scope="row">${label}</th>
    <td data-label="Form">${form === null ? none : fieldValue(form)}</td>
    <td data-label="Certificate">${certificate === null ? none : fieldValue(certificate)}</td>
    <td data-label="Alike">${likeness(form, certificate)}</td>
  </tr>`;
}

function likeness(form: FieldValue | null, certificate: FieldValue | null): Html | string {
  if (form === null || certificate === null || form.value === null || certificate.value === null) return '–';
  const plain = ({ value }: FieldValue) => String(value).trim().toLowerCase();
  return plain(form) === plain(certificate) ? '✓ alike' : html`<strong>≠ differs</strong>`;
}
