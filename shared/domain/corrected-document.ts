import { type SheetSession, sessionsWith, withEthicsOf } from './corrected-sessions.ts';
import type { Change, DocumentRef, RowColumn } from './correction.ts';
import type { DocumentRecord, FieldValue, TrainingRow } from './document.ts';
import { personValue } from './person-value.ts';

type SheetRow = { row: TrainingRow; isGone: boolean };

/** A document while changes are laid over it: rows and sessions that were taken away keep their number until the end. */
export type Sheet = { document: DocumentRecord; rows: SheetRow[]; sessions: SheetSession[]; isAside: boolean };
type DocumentChange = Extract<Change, { document: DocumentRef }>;

export const sheetOf = (document: DocumentRecord): Sheet => ({
  document,
  rows: document.trainings.map((row) => ({ row, isGone: false })),
  sessions: document.sessions.map((session) => ({ session, isGone: false })),
  isAside: false,
});

/** One change laid over a document; `isTaken`: it was taken back. */
export function changed(sheet: Sheet, change: DocumentChange, isTaken: boolean): Sheet {
  const { document } = sheet;
  const page = document.pages[0];
  switch (change.what) {
    case 'field': {
      const fields = { ...document.fields };
      fields[change.field] = personValue(fields[change.field], change.value, page);
      return { ...sheet, document: withoutReasons({ ...document, fields }, ({ field }) => field === change.field) };
    }
    case 'row-column':
      return { ...sheet, rows: sheet.rows.map((one, at) => (at === change.row ? columnSaid(one, change, page) : one)) };
    case 'row-removed':
      return { ...sheet, rows: sheet.rows.map((one, at) => (at === change.row ? { ...one, isGone: true } : one)) };
    case 'row-added':
      return { ...sheet, rows: [...sheet.rows, { row: addedRow(change.values, page), isGone: isTaken }] };
    case 'session-column':
    case 'session-removed':
    case 'session-added': {
      const sessions = sessionsWith(sheet.sessions, change, { page, isTaken });
      return { ...sheet, sessions, document: withEthicsOf(document, sessions) };
    }
    case 'kind':
      return { ...sheet, isAside: change.kind === 'other', document: ofKind(document, change.kind) };
    case 'confirmed':
      return {
        isAside: sheet.isAside || document.kind === 'other',
        document: confirmed(document),
        rows: sheet.rows.map(seenRow),
        sessions: sheet.sessions.map(seenSession),
      };
    case 'person':
      return { ...sheet, isAside: change.specialistId === null, document: lookedAt(document) };
    case 'duplicate-of':
      return { ...sheet, isAside: true, document: lookedAt(document) };
  }
}

function columnSaid(
  { row, isGone }: SheetRow,
  { column, value }: Extract<Change, { what: 'row-column' }>,
  page: number,
): SheetRow {
  return { isGone, row: { ...row, [column]: personValue(row[column], value, page) } };
}

function addedRow(values: Extract<Change, { what: 'row-added' }>['values'], page: number): TrainingRow {
  const said = (column: RowColumn): FieldValue => personValue(undefined, values[column], page);
  return {
    title: said('title'),
    provider: said('provider'),
    completedOn: said('completedOn'),
    hours: said('hours'),
    category: said('category'),
    priorApproved: said('priorApproved'),
  };
}

/** Somebody has looked at a page that no machine could read. */
const lookedAt = (document: DocumentRecord): DocumentRecord =>
  document.reading === 'unread' ? { ...document, reading: 'person' } : document;

/** Who says what a paper is answers every doubt about that; what is wrong with a field of it stays. */
function ofKind(document: DocumentRecord, kind: DocumentRecord['kind']): DocumentRecord {
  const known = { ...lookedAt(document), kind, kindConfidence: 1 };
  return withoutReasons(known, ({ field, code }) => field === undefined && code !== 'sensitive-document');
}

function confirmed(document: DocumentRecord): DocumentRecord {
  const fields = Object.fromEntries(Object.entries(document.fields).map(([name, value]) => [name, seen(value)]));
  const looked = { ...document, fields, reading: 'person' as const, kindConfidence: 1 };
  return withoutReasons(looked, ({ code }) => code !== 'sensitive-document');
}

const seen = (value: FieldValue) => personValue(value, value.value, value.page);

function seenRow({ row, isGone }: SheetRow): SheetRow {
  const { title, provider, completedOn, hours, category, priorApproved } = row;
  const when = { completedOn: seen(completedOn), hours: seen(hours) };
  const what = { title: seen(title), provider: seen(provider), category: seen(category) };
  return { isGone, row: { ...what, ...when, priorApproved: seen(priorApproved) } };
}

function seenSession({ session, isGone }: SheetSession): SheetSession {
  return { isGone, session: { ...session, title: seen(session.title), hours: seen(session.hours) } };
}

type DocumentReason = DocumentRecord['reasons'][number];

function withoutReasons(document: DocumentRecord, isAnswered: (reason: DocumentReason) => boolean): DocumentRecord {
  return { ...document, reasons: document.reasons.filter((reason) => !isAnswered(reason)) };
}
