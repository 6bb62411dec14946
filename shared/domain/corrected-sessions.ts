import type { Change } from './correction.ts';
import type { DocumentRecord, FieldValue, Session } from './document.ts';
import { formatHours, parseHours } from './hours.ts';
import { personValue } from './person-value.ts';

export type SheetSession = { session: Session; isGone: boolean };
export type SessionChange = Extract<Change, { what: 'session-column' | 'session-removed' | 'session-added' }>;

/** The sessions of a certificate with one change laid over them; those taken away keep their number. */
export function sessionsWith(
  sessions: readonly SheetSession[],
  change: SessionChange,
  { page, isTaken }: { page: number; isTaken: boolean },
): SheetSession[] {
  if (change.what === 'session-added') {
    const { title, hours, ethics } = change.values;
    const said = { title: personValue(undefined, title, page), hours: personValue(undefined, hours, page) };
    return [...sessions, { session: { ...said, ethics: asMark(ethics) }, isGone: isTaken }];
  }
  return sessions.map((one, at) => {
    if (at !== change.session) return one;
    return change.what === 'session-removed'
      ? { ...one, isGone: true }
      : { ...one, session: said(one.session, change, page) };
  });
}

function said(session: Session, { column, value }: Extract<Change, { what: 'session-column' }>, page: number): Session {
  if (column === 'ethics') return { ...session, ethics: asMark(value) };
  return { ...session, [column]: personValue(session[column], value, page) };
}

const asMark = (value: FieldValue['value']) => (typeof value === 'boolean' ? value : null);

const engine = 'sum of sessions';

/**
 * The hours in ethics of a certificate whose sessions a person put right: their sum, where every one says whether it is
 * ethics, or else none. A number that is printed for itself, or that a person wrote, stands over any sum.
 */
export function withEthicsOf(document: DocumentRecord, sessions: readonly SheetSession[]): DocumentRecord {
  const { ethicsHours, ...others } = document.fields;
  if (ethicsHours !== undefined && !isSum(ethicsHours, sessions)) return document;
  const sum = ethicsIn(sessions.filter(({ isGone }) => !isGone).map(({ session }) => session));
  if (sum === null) return { ...document, fields: others };
  const source = { medium: 'person' as const, engine, sureness: 1 };
  const summed = { ...personValue(ethicsHours, formatHours(sum), document.pages[0]), source };
  return { ...document, fields: { ...others, ethicsHours: summed } };
}

/** The machine puts the place of a session where it added them up. */
function isSum({ source, box, page }: FieldValue, sessions: readonly SheetSession[]): boolean {
  if (source?.medium === 'person') return source.engine === engine;
  const isThere = ({ hours }: Session) => hours.page === page && hours.box?.join() === box?.join();
  return box !== null && sessions.some(({ session }) => isThere(session));
}

/** In hundredths; null where it cannot be said. */
export function ethicsIn(sessions: readonly Session[]): number | null {
  let sum = 0;
  for (const { hours, ethics } of sessions) {
    const amount = typeof hours.value === 'string' ? parseHours(hours.value) : null;
    if (ethics === null || amount === null) return null;
    if (ethics) sum += amount;
  }
  return sessions.length === 0 ? null : sum;
}
