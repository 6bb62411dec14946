import { type Change, rowColumns } from '#shared/domain/correction.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { editableFields } from './editable-fields.ts';
import { parseSession } from './parse-session.ts';
import { parseValue } from './parse-value.ts';
import { type ParsedChange, refOf, type TypedChange } from './typed-change.ts';

/** What a change may speak of, looked up before: nothing is read here. */
export type Surroundings = {
  documents: readonly DocumentRecord[];
  /** rows of each document, with those that people added and took away */
  rowsOf(document: number): number;
  /** the same of its sessions */
  sessionsOf(document: number): number;
  /** the legal name of somebody on the roster */
  nameOf(specialistId: string): string | null;
  /** a document of this or another mail */
  documentOf(submissionId: string, document: number): DocumentRecord | null;
  correctionsMade: number;
};

/** One change as a page sent it, made into what is kept; or why it cannot be, in words for who typed it. */
export function parseChange(typed: TypedChange, around: Surroundings): ParsedChange {
  if (typed.what === 'file-aside') return { change: typed };
  if (typed.what === 'withdrawn') {
    return typed.number <= around.correctionsMade ? { change: typed } : { why: 'There is no such correction.' };
  }
  const paper = around.documents[typed.document];
  return paper ? parseForPaper(typed, paper, around) : { why: 'There is no such document in this mail.' };
}

type PaperChange = Exclude<TypedChange, { what: 'file-aside' | 'withdrawn' }>;

function parseForPaper(typed: PaperChange, paper: DocumentRecord, around: Surroundings): ParsedChange {
  const ref = { document: refOf(paper) };
  switch (typed.what) {
    case 'field':
      return parseField(typed, paper);
    case 'row-column':
    case 'row-removed':
      if (typed.row >= around.rowsOf(typed.document)) return { why: 'There is no such row on this form.' };
      return typed.what === 'row-column' ? parseColumn(typed, paper) : { change: { ...typed, ...ref } };
    case 'row-added':
      return parseRow(typed, paper);
    case 'session-column':
    case 'session-removed':
    case 'session-added':
      return parseSession(typed, paper, around.sessionsOf(typed.document));
    case 'kind':
    case 'confirmed':
      return { change: { ...typed, ...ref } };
    case 'person':
      return parsePerson(typed, paper, around);
    case 'duplicate-of':
      return parseDuplicate(typed, paper, around);
  }
}

function parseField(typed: Extract<TypedChange, { what: 'field' }>, paper: DocumentRecord): ParsedChange {
  const { field } = typed;
  const read = Object.hasOwn(paper.fields, field) ? paper.fields[field] : undefined;
  if (!read && !editableFields[paper.kind].includes(field)) return { why: 'A paper of this kind has no such field.' };
  const parsed = parseValue(field, typed.value);
  if ('why' in parsed) return parsed;
  const change = { what: 'field' as const, document: refOf(paper), field, value: parsed.value };
  return read ? { change, before: read.value } : { change };
}

function parseColumn(typed: Extract<TypedChange, { what: 'row-column' }>, paper: DocumentRecord): ParsedChange {
  const { row: at, column } = typed;
  const parsed = parseValue(column, typed.value);
  if ('why' in parsed) return parsed;
  const read = paper.trainings[at]?.[column];
  const change = { what: 'row-column' as const, document: refOf(paper), row: at, column, value: parsed.value };
  return read ? { change, before: read.value } : { change };
}

function parseRow(typed: Extract<TypedChange, { what: 'row-added' }>, paper: DocumentRecord): ParsedChange {
  if (paper.kind !== 'ce-report') return { why: 'Only a report form lists trainings.' };
  const values: Extract<Change, { what: 'row-added' }>['values'] = {
    ...{ title: null, provider: null, completedOn: null, hours: null, category: null, priorApproved: null },
  };
  for (const column of rowColumns) {
    const parsed = parseValue(column, typed.values[column] ?? null);
    if ('why' in parsed) return parsed;
    values[column] = parsed.value;
  }
  if (values.title === null) return { why: 'Write at least what the training is called.' };
  return { change: { what: 'row-added', document: refOf(paper), values } };
}

function parsePerson(
  { specialistId }: Extract<TypedChange, { what: 'person' }>,
  paper: DocumentRecord,
  around: Surroundings,
): ParsedChange {
  const name = specialistId === null ? null : around.nameOf(specialistId);
  if (specialistId !== null && name === null) return { why: 'Nobody on the roster has this number.' };
  return { change: { what: 'person', document: refOf(paper), specialistId, name } };
}

function parseDuplicate(
  { of }: Extract<TypedChange, { what: 'duplicate-of' }>,
  paper: DocumentRecord,
  around: Surroundings,
): ParsedChange {
  const original = around.documentOf(of.submissionId, of.document);
  if (!original) return { why: 'The other document is not there.' };
  const isItself = of.submissionId === paper.submissionId && original.fileId === paper.fileId;
  if (isItself && original.part === paper.part) return { why: 'A document cannot be a duplicate of itself.' };
  const there = { submissionId: of.submissionId, document: refOf(original) };
  return { change: { what: 'duplicate-of', document: refOf(paper), of: there } };
}
