import { daysInMonth } from '#shared/domain/calendar.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { QueueLine } from '#shared/domain/queue-line.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { pageOfShelf } from '#shared/records/queue-line-records.ts';
import type { ShelfView } from '../queue-view.ts';
import { itemOf, type QueueNow } from './read-items.ts';
import type { Asked, Part } from './read-queue.ts';
import { fits } from './sort-out.ts';

/** A shelf holds tens of thousands of lines in the end; so many are read for one page that a person waits for. */
export const linesLookedThrough = 5000;
const linesAtOnce = 1000;

/** `through`: lines that were looked at; `isCut`: there are more, and what fits among them is not known. */
export type LookedThrough = { through: number; fitting: number; isCut: boolean };

/** What fits a filter among the newest lines of a shelf. Its pages begin behind a line, so that new ones move nobody. */
export async function lookThroughShelf(
  records: RecordStore,
  now: QueueNow,
  { view, filter, me, limit, after }: Asked & { view: ShelfView },
): Promise<Part> {
  const { lines, unreadable, isCut } = await newestOf(records, view, filter.month);
  const lying = lines.filter(({ submissionId }) => !now.open.has(submissionId));
  const fitting = lying.map((line) => itemOf(line, now)).filter((item) => fits(item, filter, me));
  const place = after !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(after) ? after : null;
  const rest = place === null ? fitting : fitting.filter(({ line }) => placeOfLine(line) < place);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    before: fitting.length - rest.length,
    after: last !== undefined && rest.length > items.length ? placeOfLine(last.line) : null,
    unreadable,
    looked: { through: lines.length + unreadable, fitting: fitting.length, isCut },
  };
}

const placeOfLine = ({ receivedAt, submissionId }: QueueLine) => `${receivedAt}#${submissionId}`;

type Newest = { lines: QueueLine[]; unreadable: number; isCut: boolean };

async function newestOf(records: RecordStore, view: ShelfView, month: string | null): Promise<Newest> {
  const lines: QueueLine[] = [];
  const days = month === null ? {} : daysAround(month);
  let unreadable = 0;
  let after: string | undefined;
  do {
    const limit = Math.min(linesAtOnce, linesLookedThrough - lines.length - unreadable);
    const page = await pageOfShelf(records, view, { limit, ...days, ...(after === undefined ? {} : { after }) });
    lines.push(...page.lines);
    unreadable += page.unreadable;
    after = page.after;
  } while (after !== undefined && lines.length + unreadable < linesLookedThrough);
  return { lines, unreadable, isCut: after !== undefined };
}

/** The programme's month begins and ends some hours beside that of the world's clock, by which lines are in order. */
function daysAround(month: string): { from: string; to: string } {
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  return { from: addDays(`${month}-01`, -1), to: addDays(`${month}-${last}`, 1) };
}
