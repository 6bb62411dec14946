import type { FieldValue, Session } from '#shared/domain/document.ts';
import { type Block, partOf } from './blocks-of-page.ts';
import { asHours, asText, firstValue, valueFrom } from './field-values.ts';
import { findTable, type TableRow } from './find-table.ts';
import type { Area } from './form-reading.ts';
import { findHours } from './hours.ts';
import type { PageView } from './page-view.ts';
import { phrases } from './phrases.ts';
import { foundIn } from './training-rows.ts';

const sessionColumns = {
  attended: phrases('attended', 'present', 'marked', 'number', 'no'),
  title: phrases(
    '[name|title] [of] [the] (session|sessions|workshop|presentation|topic|breakout|track session|course|module|training) [title|name|attended|topic]',
    'title',
  ),
  type: phrases(
    '(type|track|category|area|credit type|topic area|kind|bucket)',
    '[ethics] [or] (core|ethics)',
    'ethics [y n|yes no]',
  ),
  hours: phrases('[number|total|ce|ceu|contact|credit] [of] (hours|hrs|ceus|ceu|credits|hour)', 'length', 'ce'),
  day: phrases('(day|date|time|when)'),
} as const;
type Column = keyof typeof sessionColumns;

const isEnough = (columns: ReadonlySet<Column>) => columns.has('title') && columns.has('hours');

export type Sessions = { sessions: Session[]; areas: Area[] };

/** The sessions a conference certificate lists; only those marked as attended, where it marks them. */
export function readSessions(views: readonly PageView[]): Sessions {
  const found: Sessions = { sessions: [], areas: [] };
  for (const view of views) {
    const here = findTable<Column>(view, sessionColumns, isEnough, ['hours']);
    if (here === null) continue;
    const rows = here.table.rows.flatMap((row) => sessionOf(row) ?? []);
    found.areas.push({ page: view.number, box: here.table.box });
    if (rows.length < 2) continue;
    const marked = rows.some(({ isMarked }) => isMarked !== null);
    found.sessions.push(...rows.filter(({ isMarked }) => !marked || isMarked === true).map(({ session }) => session));
  }
  return found;
}

function sessionOf(row: TableRow<Column>): { session: Session; isMarked: boolean | null } | null {
  const [name, amount] = [row.cells.title, row.cells.hours];
  if (name === undefined || amount === undefined || name.text === '' || /^total\b/i.test(name.text)) return null;
  const context = { field: 'sessions', label: 'hours', isDayFirst: false };
  const title = firstValue([foundIn(name, row.page)], asText, context);
  const hours = firstValue([foundIn(amount, row.page)], asHours, context);
  if (title === null || hours === null || hours.value.value === null) return null;
  const type = row.cells.type?.text ?? '';
  const ethics = type === '' ? (/\bethic/i.test(name.text) ? true : null) : /\bethic|^\W*(?:e|y|yes)\W*$/i.test(type);
  const marks = Object.values(row.cells).flatMap((cell) => cell?.marks ?? []);
  return {
    session: { title: title.value, hours: hours.value, ethics },
    isMarked: marks.length === 0 ? null : marks.some((mark) => mark.checked),
  };
}

const listed = /^\W*(?<title>\p{Lu}.{3,90}?)[\s.]*(?:[-–—:,|(]|\.{3,})\s*(?<amount>[^-–—:,|(]{1,30}?)\)?$/u;

/**
 * Sessions line by line: "Opening plenary - 1.5 hours". Such lines could be anything: they are sessions when they add up
 * to the hours of the whole.
 */
export function readSessionList(blocks: readonly Block[], total: string | null): Session[] {
  const sessions = blocks.flatMap((block) =>
    block.lines.flatMap((line, i) => sessionOfLine(block, i, line.text) ?? []),
  );
  const hundredths = sessions.reduce((sum, { hours }) => sum + Math.round(Number(hours.value) * 100), 0);
  const isWhole = sessions.length >= 2 && total !== null && hundredths === Math.round(Number(total) * 100);
  return isWhole ? sessions : [];
}

function sessionOfLine(block: Block, line: number, text: string): Session | null {
  const { title, amount } = listed.exec(text)?.groups ?? {};
  const [mention] = findHours(amount ?? '');
  if (title === undefined || mention?.value == null || /\btotal\b|\bhours\b/i.test(title)) return null;
  const start = block.lines.slice(0, line).reduce((at, before) => at + before.text.length + 1, 0);
  const found = { ...partOf(block, start, start + text.length), how: 'phrase' as const };
  const ethics = /\bethic/i.test(title) ? true : null;
  return { title: valueFrom({ ...found, text: title }, title), hours: valueFrom(found, mention.value), ethics };
}

/** The sum of the sessions that are ethics; null where the certificate does not say it of every session. */
export function ethicsOfSessions(sessions: readonly Session[]): FieldValue | null {
  const [first] = sessions;
  if (first === undefined || sessions.some((session) => session.ethics === null)) return null;
  const ethics = sessions.filter((session) => session.ethics === true);
  const hundredths = ethics.reduce((sum, { hours }) => sum + Math.round(Number(hours.value) * 100), 0);
  const { page, box } = ethics[0]?.hours ?? first.hours;
  const found = { text: ethics.map(({ hours }) => hours.raw).join(' + '), box: box ?? first.hours.box, page };
  if (found.box === null) return null;
  return valueFrom({ ...found, box: found.box, sureness: 0.97, how: 'phrase' }, String(hundredths / 100));
}
