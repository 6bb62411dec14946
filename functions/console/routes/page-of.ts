/** One page of a long list. Numbers start at 1; a number that is not there becomes the nearest one that is. */
export type Page<T> = { items: T[]; number: number; pageCount: number; total: number };

export function pageOf<T>(all: readonly T[], asked: string | undefined, itemsPerPage: number): Page<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / itemsPerPage));
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const number = Math.min(Math.max(wanted, 1), pageCount);
  const items = all.slice((number - 1) * itemsPerPage, number * itemsPerPage);
  return { items, number, pageCount, total: all.length };
}
