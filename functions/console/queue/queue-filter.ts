import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import { valueMediumSchema } from '#shared/domain/reading.ts';
import { type ReasonCode, reasonCodes } from '#shared/domain/reason.ts';
import { filedViews, type QueueView, workViews } from '../queue-view.ts';

export const holdings = ['me', 'nobody', 'others'] as const;
export const media = valueMediumSchema.options;

/** Which part of the queue is asked for. All of it stands in the address, so an address is a view that can be passed on. */
export type QueueFilter = {
  view: QueueView | 'all';
  reason: ReasonCode | null;
  kind: DocumentKind | null;
  medium: (typeof media)[number] | null;
  held: (typeof holdings)[number] | null;
  year: number | null;
  /** 2026-10: in which it came, by the programme's calendar */
  month: string | null;
  isLate: boolean;
};

export const firstView: QueueView = 'needs-person';

/** What is not one of ours is left out: an odd address shows the nearest list that there is. */
export function filterIn(query: URLSearchParams): QueueFilter {
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((word) => word === query.get(name)) ?? null;
  const year = query.get('year') ?? '';
  const month = query.get('month') ?? '';
  return {
    view: one('view', ['all', ...workViews, ...filedViews]) ?? firstView,
    reason: one('reason', reasonCodes),
    kind: one('kind', documentKinds),
    medium: one('medium', media),
    held: one('held', holdings),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    month: /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : null,
    isLate: query.get('late') === 'yes',
  };
}

/** The same in an address: what says nothing is left out, so each view has one address. */
export function queryOf({ view, isLate, year, ...words }: QueueFilter): string {
  const query = new URLSearchParams();
  if (view !== firstView) query.set('view', view);
  for (const [name, word] of Object.entries(words)) if (word !== null) query.set(name, word);
  if (year !== null) query.set('year', String(year));
  if (isLate) query.set('late', 'yes');
  return query.toString();
}

export const addressOf = (filter: QueueFilter, after?: string): string => {
  const query = [queryOf(filter), ...(after === undefined ? [] : [`after=${encodeURIComponent(after)}`])];
  const asked = query.filter((part) => part !== '').join('&');
  return asked === '' ? '/' : `/?${asked}`;
};

/** Whether anything but the view is asked for. */
export const isNarrowed = (filter: QueueFilter): boolean => queryOf({ ...filter, view: firstView }) !== '';
