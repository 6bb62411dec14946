import { yearOf } from '#shared/domain/calendar.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { queueLineOf, type Shelf } from '#shared/domain/queue-line.ts';
import { compareRanks, placeOf, rankAt } from '#shared/domain/queue-order.ts';
import { reasonCodes } from '#shared/domain/reason.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { countShelf, pageOfShelf } from '#shared/records/queue-line-records.ts';
import { countOpenSubmissions, listOpenSubmissions } from '#shared/records/submission-records.ts';
import { type FiledView, filedViews, isFiledView, isShelfView, type QueueView } from '../queue-view.ts';
import { type LookedThrough, lookThroughShelf } from './look-through-shelf.ts';
import { isNarrowed, type QueueFilter } from './queue-filter.ts';
import { itemOf, type QueueMoment, type QueueNow, readNow, readWork, type WorkItems } from './read-items.ts';
import { type QueueItem, sortOut } from './sort-out.ts';

export type Asked = { filter: QueueFilter; me: StaffId; after?: string; limit: number };

export type QueueList = {
  counts: Readonly<Record<QueueView | 'all', number>>;
  items: QueueItem[];
  /** how many stand before the first one; null where the list is read part by part */
  before: number | null;
  /** where a shelf is looked through for what fits the filter */
  looked: LookedThrough | null;
  /** the place to go on from; null at the end */
  after: string | null;
  /** rows that could not be read: said on the page, never silently left out */
  unreadable: number;
  /** years and reasons that there are to choose from */
  years: number[];
  codes: QueueItem['line']['codes'];
};

/**
 * What is to be done is read whole and put in order; what is done is counted by the store and read part by part. Those who wait
 * for their sender are many in December, and only read where they are asked for.
 */
export async function readQueue(records: RecordStore, moment: QueueMoment, asked: Asked): Promise<QueueList> {
  const { filter, me } = asked;
  const now = await readNow(records, moment);
  const loaded = shelvesRead(filter);
  const work = await readWork(records, now, loaded);
  const strayFrom = (shelf: Shelf) => work.strays.filter((line) => line.shelf === shelf).length;
  const lying = async (shelf: Shelf) => (await countShelf(records, shelf)) - strayFrom(shelf);
  const [filed, unread] = await Promise.all([
    Promise.all(filedViews.map((view) => (view === 'in-progress' ? countOpenSubmissions(records) : lying(view)))),
    Promise.all(workShelves.map((shelf) => (loaded.includes(shelf) ? 0 : lying(shelf)))),
  ]);
  const [needing = 0, aside = 0, waiting = 0] = unread;
  const { counts, listed } = sortOut(work.items, filter, me);
  const ofView = (view: FiledView) => filed[filedViews.indexOf(view)] ?? 0;
  return {
    counts: {
      ...counts,
      all: counts.all + needing + aside + waiting,
      'needs-person': counts['needs-person'] + needing,
      'set-aside': counts['set-aside'] + aside,
      'waiting-for-sender': counts['waiting-for-sender'] + waiting,
      accepted: ofView('accepted'),
      split: ofView('split'),
      duplicates: ofView('duplicates'),
      'not-submissions': ofView('not-submissions'),
      'in-progress': ofView('in-progress'),
    },
    ...choicesIn(work, now, filter),
    ...(isFiledView(filter.view)
      ? await partOf(records, now, { ...asked, view: filter.view })
      : partOfWork(listed, work, asked)),
  };
}

const workShelves = ['needs-person', 'set-aside', 'waiting-for-sender'] as const satisfies Shelf[];

/** A filter is over all that is open. Where what is done is looked at, nothing of the work but its counts is shown. */
function shelvesRead(filter: QueueFilter): readonly Shelf[] {
  const { view } = filter;
  if (isNarrowed(filter) || view === 'waiting-for-sender' || view === 'all') return workShelves;
  return isFiledView(view) ? [] : ['needs-person', 'set-aside'];
}

export type Part = Pick<QueueList, 'items' | 'before' | 'after' | 'unreadable' | 'looked'>;

/** Who has left the list since the page before takes nobody else out of it: the next page begins behind a place, not a number. */
function partOfWork(listed: readonly QueueItem[], { unreadable }: WorkItems, { after, limit }: Asked): Part {
  const place = after === undefined ? null : rankAt(after);
  const rest = place === null ? listed : listed.filter(({ rank }) => compareRanks(rank, place) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const isMore = last !== undefined && rest.length > items.length;
  const before = listed.length - rest.length;
  return { items, before, after: isMore ? placeOf(last.rank) : null, unreadable, looked: null };
}

async function partOf(records: RecordStore, now: QueueNow, asked: Asked & { view: FiledView }): Promise<Part> {
  const { view, limit, after, filter } = asked;
  if (isShelfView(view) && isNarrowed(filter)) return await lookThroughShelf(records, now, { ...asked, view });
  const paging = { limit, ...(after === undefined ? {} : { after }) };
  if (view === 'in-progress') {
    const page = await listOpenSubmissions(records, paging).catch(
      orFromTheStart(() => listOpenSubmissions(records, { limit })),
    );
    const lines = page.submissions.map(({ submission }) => queueLineOf({ submission, judgement: null, documents: [] }));
    const items = lines.map((line) => itemOf(line, { ...now, open: new Map() }, 'in-progress'));
    return { items, before: null, after: page.after ?? null, unreadable: 0, looked: null };
  }
  const page = await pageOfShelf(records, view, paging).catch(
    orFromTheStart(() => pageOfShelf(records, view, { limit })),
  );
  const lying = page.lines.filter(({ submissionId }) => !now.open.has(submissionId));
  const items = lying.map((line) => itemOf(line, now));
  return { items, before: null, after: page.after ?? null, unreadable: page.unreadable, looked: null };
}

/** Not each address that somebody types holds a place that was given out. */
function orFromTheStart<Page>(again: () => Promise<Page>): (fault: unknown) => Promise<Page> {
  return (fault) => (fault instanceof GiveUp ? again() : Promise.reject(fault));
}

const yearsBack = 5;

/** A shelf is not read whole, so what there is to choose is not found there: every reason, and the years of late. */
function choicesIn(
  { items }: WorkItems,
  { today }: QueueNow,
  { view, year }: QueueFilter,
): Pick<QueueList, 'years' | 'codes'> {
  const ofShelf = isShelfView(view) ? Array.from({ length: yearsBack }, (_, back) => yearOf(today) - back) : [];
  const chosen = year === null ? [] : [year];
  const years = new Set([
    ...chosen,
    ...ofShelf,
    ...items.flatMap(({ line }) => (line.year === null ? [] : [line.year])),
  ]);
  const codes = new Set(isShelfView(view) ? reasonCodes : items.flatMap(({ line }) => line.codes));
  return { years: [...years].toSorted((one, other) => other - one), codes: [...codes].toSorted() };
}
