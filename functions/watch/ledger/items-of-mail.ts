import { itemIdsOf, pagesIn } from '#shared/domain/batch.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { LedgerFault } from '#shared/domain/ledger.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { KeptMail } from './faults-of-mail.ts';

/**
 * What a mail about many people brought is in its items, each paper in exactly one: as many pages in all, and no file in none. And an item has
 * its mail.
 */
export async function itemFaults(records: RecordStore, { about, rows }: KeptMail): Promise<LedgerFault[]> {
  const { submission } = rows;
  if (submission === null) return [];
  const { itemOf, items, filedAt } = submission;
  const says = [
    ...(itemOf && !(await findSubmission(records, itemOf.mail)) ? ['The mail that it is an item of is gone.'] : []),
    ...(items !== undefined && filedAt !== null ? await ofSplit(records, submission) : []),
  ];
  return says.map((each) => ({ about, says: each }));
}

async function ofSplit(records: RecordStore, mail: NonNullable<KeptMail['rows']['submission']>): Promise<string[]> {
  const ids = itemIdsOf(mail);
  const [whole, brought, found] = await Promise.all([
    listDocuments(records, mail.submissionId),
    listFiles(records, mail.submissionId),
    Promise.all(ids.map((id) => findSubmission(records, id))),
  ]);
  const papers = (await Promise.all(ids.map((id) => listDocuments(records, id)))).flat();
  const files = new Set(
    (await Promise.all(ids.map((id) => listFiles(records, id)))).flat().map(({ file }) => file.fileId),
  );
  const there = found.filter((one) => one !== null).length;
  const [pages, inItems] = [pagesIn(whole), pagesIn(papers)];
  const inNone = brought.filter(({ file }) => !file.isDecoration && !files.has(file.fileId));
  return [
    ...(there === ids.length ? [] : [`It was split into ${ids.length} items, and ${there} are there.`]),
    ...(pages === inItems ? [] : [`It has ${pages} pages, and its items have ${inItems}.`]),
    ...(isSame(whole, papers) ? [] : ['A paper of it is in no item, or in two.']),
    ...inNone.map(({ file }) => `Its ${file.fileId} is in none of its items.`),
  ];
}

function isSame(whole: readonly DocumentRecord[], papers: readonly DocumentRecord[]): boolean {
  const named = (all: readonly DocumentRecord[]) => all.map(({ fileId, part }) => `${fileId}#${part}`).sort();
  return named(whole).join(' ') === named(papers).join(' ');
}
