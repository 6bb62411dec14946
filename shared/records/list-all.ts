import type { ListQuery, RecordStore, StoredRecord } from '#shared/ports/record-store.ts';

/** Every record of a list, page after page. For lists that are bounded by their nature: a person's rows, a register. */
export async function listAll(records: RecordStore, query: ListQuery): Promise<StoredRecord[]> {
  let page = await records.list({ limit: 1000, ...query });
  const found = [...page.records];
  while (page.after !== undefined) {
    page = await records.list({ limit: 1000, ...query, after: page.after });
    found.push(...page.records);
  }
  return found;
}
