import type { FieldValue, Session, TrainingRow } from '#shared/domain/document.ts';

export type Values = { fields: Record<string, FieldValue>; trainings: TrainingRow[]; sessions: Session[] };

/** One value of a document with the name that finds it again: "hours", "row 2 hours", "session 0 title". */
export type Slot = { id: string; field: string; value: FieldValue };

const rowFields = ['title', 'provider', 'completedOn', 'hours', 'category', 'priorApproved'] as const;
const sessionFields = ['title', 'hours'] as const;

export function slotsOf({ fields, trainings, sessions }: Values): Slot[] {
  return [
    ...Object.entries(fields).map(([field, value]) => ({ id: field, field, value })),
    ...trainings.flatMap((row, at) => rowFields.map((field) => ({ id: rowId(at, field), field, value: row[field] }))),
    ...sessions.flatMap((one, at) =>
      sessionFields.map((field) => ({ id: sessionId(at, field), field, value: one[field] })),
    ),
  ];
}

/** The same document with each value as `change` gives it back. */
export function mapValues<V extends Values>(values: V, change: (slot: Slot) => FieldValue): V {
  const { fields, trainings, sessions } = values;
  const changed = (id: string, field: string, value: FieldValue) => change({ id, field, value });
  return {
    ...values,
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, changed(field, field, value)])),
    trainings: trainings.map((row, at) => ({
      title: changed(rowId(at, 'title'), 'title', row.title),
      provider: changed(rowId(at, 'provider'), 'provider', row.provider),
      completedOn: changed(rowId(at, 'completedOn'), 'completedOn', row.completedOn),
      hours: changed(rowId(at, 'hours'), 'hours', row.hours),
      category: changed(rowId(at, 'category'), 'category', row.category),
      priorApproved: changed(rowId(at, 'priorApproved'), 'priorApproved', row.priorApproved),
    })),
    sessions: sessions.map((one, at) => ({
      ...one,
      title: changed(sessionId(at, 'title'), 'title', one.title),
      hours: changed(sessionId(at, 'hours'), 'hours', one.hours),
    })),
  };
}

const rowId = (at: number, field: string) => `row ${at} ${field}`;
const sessionId = (at: number, field: string) => `session ${at} ${field}`;
