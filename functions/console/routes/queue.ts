import { makeLeases } from '#functions/desk/leases.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { findQueueLine } from '#shared/records/queue-line-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { listSavedViews, noteLastList } from '#shared/records/saved-view-records.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { queuePage } from '../pages/queue-page.ts';
import { addressOf, filterIn, type QueueFilter, queryOf } from '../queue/queue-filter.ts';
import { readQueue } from '../queue/read-queue.ts';
import type { QueueItem } from '../queue/sort-out.ts';
import { isFiledView } from '../queue-view.ts';

const casesPerPage = 25;
/** So many of the first are tried, where others take them at the same moment. */
const triedMax = 200;

export function queueRoutes(deps: ConsoleDeps): Pick<Handlers, 'queue' | 'next'> {
  const { records, clock, programme } = deps;
  const moment = () => ({ now: clock.now(), timeZone: programme.timeZone });
  /** What came back to whoever asked its sender is theirs before it is another's: they know it already. */
  async function ownFirst(free: readonly QueueItem[], me: StaffId): Promise<SubmissionId[]> {
    const ids = free.map(({ line }) => line.submissionId);
    const reviews = await Promise.all(ids.map((id) => findReview(records, id)));
    const own = new Set(reviews.flatMap((one) => (one?.suggestedTo === me ? [one.submissionId] : [])));
    return [...ids.filter((id) => own.has(id)), ...ids.filter((id) => !own.has(id))];
  }

  return {
    async queue(context) {
      const { asker, frame } = context.var;
      if (asker === null) return context.notFound();
      const query = new URL(context.req.url).searchParams;
      const me = asker.staff.staffId;
      const filter = filterIn(query);
      const after = query.get('after');
      const asked = { filter, me, limit: casesPerPage, ...(after === null ? {} : { after }) };
      const [list, staff, saved] = await Promise.all([
        readQueue(records, moment(), asked),
        listStaff(records),
        listSavedViews(records, me),
        noteLastList(records, me, queryOf(filter)),
      ]);
      const reviews = await Promise.all(list.items.map(({ line }) => findReview(records, line.submissionId)));
      const tasks = new Map(reviews.flatMap((one) => (one === null ? [] : [[one.submissionId, one] as const])));
      const names = new Map(staff.map(({ staffId, name }) => [staffId, name]));
      const note = query.get('next') === 'none' ? 'none-left' : null;
      return context.html(queuePage(frame, { ...moment(), filter, list, me, names, tasks, saved, note }));
    },
    async next(context) {
      const { asker } = context.var;
      if (asker === null) return context.notFound();
      const me = asker.staff.staffId;
      const sent = filterIn(new URLSearchParams(textIn(await readForm(context), 'filter')));
      const filter = withWork(sent);
      const { items } = await readQueue(records, moment(), { filter, me, limit: 10_000 });
      const free = items.filter((item) => isFree(item, me)).slice(0, triedMax);
      const taken = await makeLeases(deps).takeNext(await ownFirst(free, me), me);
      const line = taken === null ? null : await findQueueLine(records, taken.id);
      if (line !== null) return context.redirect(`/cases/${line.reference}`, 303);
      const back = addressOf(sent);
      return context.redirect(`${back}${back.includes('?') ? '&' : '?'}next=none`, 303);
    },
  };
}

/** Nobody is the next of what is done, of what waits for its sender, or of what was just decided: the queue itself is meant. */
function withWork(filter: QueueFilter): QueueFilter {
  const { view } = filter;
  const isIdle = isFiledView(view) || view === 'settling' || view === 'waiting-for-sender';
  return isIdle ? { ...filter, view: 'needs-person' } : filter;
}

/** One's own proposal is for somebody else to look at. */
function isFree({ view, lease, proposedBy }: QueueItem, me: StaffId): boolean {
  const isForMe = view === 'needs-person' || view === 'set-aside' || (view === 'second-person' && proposedBy !== me);
  return isForMe && lease === null;
}
