import { editableFields } from '#functions/desk/editable-fields.ts';
import { type RowColumn, rowColumns, type SessionColumn, sessionColumns } from '#shared/domain/correction.ts';
import type { DocumentRecord, FieldValue } from '#shared/domain/document.ts';
import { visibleText } from '../parts/said.ts';
import type { CaseWork } from './case-work.ts';

/** One control of the case page: how it is called, what it shows before anybody types, and the change that typing in it asks the desk for. */
export type CaseInput = { name: string; shown: string; change: (typed: string) => object };

/** `document` is the 0-based place in the mail; a row has the number it was read with. */
export const inputName = {
  field: (document: number, field: string) => `field.${document}.${field}`,
  column: (document: number, row: number, column: RowColumn) => `row.${document}.${row}.${column}`,
  added: (document: number, column: RowColumn) => `add.${document}.${column}`,
  session: (document: number, session: number, column: SessionColumn) => `session.${document}.${session}.${column}`,
  addedSession: (document: number, column: SessionColumn) => `add-session.${document}.${column}`,
  kind: (document: number) => `kind.${document}`,
  person: (document: number) => `person.${document}`,
  find: (document: number) => `find.${document}`,
  duplicate: (document: number) => `duplicate.${document}`,
};

/** Chosen for a paper that is nobody's. */
export const nobody = 'nobody';

/** A value as a person would type it. */
export function shownValue(value: FieldValue['value'] | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? visibleText(value, 500) : `${Number(month)}/${Number(day)}/${year}`;
}

/** Fields that may be written on this paper and were not found on it. */
export function fieldsNotFound({ kind, fields }: DocumentRecord): readonly string[] {
  return editableFields[kind].filter((field) => !Object.hasOwn(fields, field));
}

/** Everything on the page of a case that can be typed over, as the page shows it now. */
export function inputsOf(work: CaseWork): CaseInput[] {
  return work.documents.flatMap((document, at) => [
    ...aboutPaper(work, document, at),
    ...(document.isSensitive
      ? []
      : [...fieldInputs(document, at), ...rowInputs(work, document, at), ...sessionInputs(work, document, at)]),
  ]);
}

function aboutPaper(work: CaseWork, { kind }: DocumentRecord, document: number): CaseInput[] {
  return [
    {
      name: inputName.kind(document),
      shown: kind,
      change: (typed) => ({ what: 'kind', document, kind: typed }),
    },
    {
      name: inputName.person(document),
      shown: work.ownerOf(document),
      change: (typed) => ({ what: 'person', document, specialistId: typed === nobody ? null : typed }),
    },
    { name: inputName.duplicate(document), shown: '', change: (typed) => duplicateOf(document, typed) },
  ];
}

/** "sub_x:2": the third document of that mail. */
function duplicateOf(document: number, typed: string): object {
  const [submissionId = '', other = ''] = typed.split(':');
  return { what: 'duplicate-of', document, of: { submissionId, document: Number(other) } };
}

function fieldInputs(paper: DocumentRecord, document: number): CaseInput[] {
  const fields = [...Object.keys(paper.fields), ...fieldsNotFound(paper)];
  return fields.map((field) => ({
    name: inputName.field(document, field),
    shown: shownValue(Object.hasOwn(paper.fields, field) ? paper.fields[field]?.value : null),
    change: (value) => ({ what: 'field', document, field, value }),
  }));
}

function rowInputs(work: CaseWork, { trainings }: DocumentRecord, document: number): CaseInput[] {
  const numbers = work.rowNumbers(document);
  return trainings.flatMap((training, i) => {
    const row = numbers[i];
    if (row === undefined) return [];
    return rowColumns.map((column) => ({
      name: inputName.column(document, row, column),
      shown: shownValue(training[column].value),
      change: (value: string) => ({ what: 'row-column', document, row, column, value }),
    }));
  });
}

function sessionInputs(work: CaseWork, { sessions }: DocumentRecord, document: number): CaseInput[] {
  const numbers = work.sessionNumbers(document);
  return sessions.flatMap((one, i) => {
    const session = numbers[i];
    if (session === undefined) return [];
    return sessionColumns.map((column) => ({
      name: inputName.session(document, session, column),
      shown: shownValue(column === 'ethics' ? one.ethics : one[column].value),
      change: (value: string) => ({ what: 'session-column', document, session, column, value }),
    }));
  });
}
