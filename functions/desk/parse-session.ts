import { type Change, sessionColumns } from '#shared/domain/correction.ts';
import type { DocumentRecord, FieldValue } from '#shared/domain/document.ts';
import { parseValue } from './parse-value.ts';
import { type ParsedChange, refOf, type TypedChange } from './typed-change.ts';

type Typed = Extract<TypedChange, { what: 'session-column' | 'session-removed' | 'session-added' }>;

/** What is said of a session that a certificate prints; `count` says how many there ever were on it. */
export function parseSession(typed: Typed, paper: DocumentRecord, count: number): ParsedChange {
  const document = refOf(paper);
  if (typed.what === 'session-added') return parseAdded(typed, paper);
  if (typed.session >= count) return { why: 'There is no such session on this certificate.' };
  if (typed.what === 'session-removed') return { change: { ...typed, document } };
  const { session, column } = typed;
  const parsed = parseValue(column, typed.value);
  if ('why' in parsed) return parsed;
  const before = readIn(paper.sessions[session], column);
  const change = { what: 'session-column' as const, document, session, column, value: parsed.value };
  return before === undefined ? { change } : { change, before };
}

function parseAdded(typed: Extract<Typed, { what: 'session-added' }>, paper: DocumentRecord): ParsedChange {
  if (paper.kind !== 'certificate') return { why: 'Only a certificate prints sessions.' };
  const values: Extract<Change, { what: 'session-added' }>['values'] = { title: null, hours: null, ethics: null };
  for (const column of sessionColumns) {
    const parsed = parseValue(column, typed.values[column] ?? null);
    if ('why' in parsed) return parsed;
    values[column] = parsed.value;
  }
  if (values.title === null || values.hours === null) return { why: 'Write the name of the session and its hours.' };
  return { change: { what: 'session-added', document: refOf(paper), values } };
}

function readIn(
  session: DocumentRecord['sessions'][number] | undefined,
  column: (typeof sessionColumns)[number],
): FieldValue['value'] | undefined {
  if (session === undefined) return undefined;
  return column === 'ethics' ? session.ethics : session[column].value;
}
