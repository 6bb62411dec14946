import type { SubmissionId } from '#shared/domain/ids.ts';
import {
  type DisposalCase,
  type DisposalRule,
  dueAfter,
  type Retention,
  type RetentionClass,
} from '#shared/domain/retention.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { pageReadingsOf } from '#shared/records/page-read-records.ts';
import { disposedKeys, listHolds, pictureKeysOf } from '#shared/records/retention-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { listSubmissions } from '#shared/records/submission-records.ts';

type Found = { rule: DisposalRule; key: string; isDue: boolean };
type KeptCase = { submission: Submission; objects: Found[] };
/** `neededBy`: mails, other than those that may let go of it, that still need an object. */
export type Due = {
  cases: DisposalCase[];
  needed: ReadonlySet<string>;
  held: ReadonlySet<SubmissionId>;
};

/** Mails whose rows are asked for side by side: over a net each question takes its time, and there are years of mails. */
const atOnce = 16;

const firstMonth = { year: 2020, month: 1 };

/**
 * Every object of every mail held against the periods. An object is named by its bytes, and other mails may have brought the same:
 * it is due only when no mail needs it any more. A mail that is in work, waits for a person or is held keeps all of its own. What two
 * people of security ordered to be destroyed is due at once.
 */
export async function whatIsDue(records: RecordStore, periods: Retention, now: string): Promise<Due> {
  const held = new Set((await listHolds(records)).flatMap(({ hold }) => (hold.lifted ? [] : [hold.submissionId])));
  const needed = new Set<string>();
  const mayGo: KeptCase[] = [];
  const note = (kept: KeptCase) => {
    for (const { key, isDue } of kept.objects) if (!isDue) needed.add(key);
    if (kept.objects.some(({ isDue }) => isDue)) mayGo.push(kept);
  };
  for (const month of monthsUntil(now))
    for await (const some of submissionsOf(records, month)) {
      const kept = some.map((submission) => {
        return keptCase(records, submission, { periods, now, isHeld: held.has(submission.submissionId) });
      });
      for (const one of await Promise.all(kept)) note(one);
    }
  const cases = mayGo.map(({ submission: { submissionId, reference }, objects }) => ({
    ...{ submissionId, reference },
    objects: objects.filter(({ key, isDue }) => isDue && !needed.has(key)).map(({ rule, key }) => ({ rule, key })),
  }));
  return { cases: cases.filter(({ objects }) => objects.length > 0), needed, held };
}

type Asked = { periods: Retention; now: string; isHeld: boolean };

async function keptCase(
  records: RecordStore,
  submission: Submission,
  { periods, now, isHeld }: Asked,
): Promise<KeptCase> {
  const { submissionId, rawKey, filedAt, envelope } = submission;
  const [files, pictures, pages, review, gone] = await Promise.all([
    listFiles(records, submissionId),
    pictureKeysOf(records, submissionId),
    pageReadingsOf(records, submissionId),
    findReview(records, submissionId),
    disposedKeys(records, submissionId),
  ]);
  const isWithSomebody = submission.outcome === 'needs-review' || review?.state === 'open';
  const isSettled = filedAt !== null && !isWithSomebody && !isHeld;
  const isGivenUp = submission.quarantineOrder?.action === 'destroy';
  const yearsEnd = `${envelope.receivedAt.slice(0, 4)}-12-31`;
  const isPast = (rule: RetentionClass, from: string) => {
    const period = periods[rule];
    return isSettled && period !== null && dueAfter(period, from) <= now.slice(0, 10);
  };
  const orders = new Map(
    files.flatMap(({ file: { fileId, withheld } }) =>
      withheld && withheld.order !== 'restrict' ? [[fileId as string, withheld.at] as const] : [],
    ),
  );
  const one = (rule: RetentionClass, key: string, fileId?: string): Found => {
    if (isGivenUp) return { rule: 'quarantined', key, isDue: !isHeld };
    const order = fileId === undefined ? undefined : orders.get(fileId);
    const isOrdered = order !== undefined && isPast('ordered-away', order);
    return { rule: isOrdered ? 'ordered-away' : rule, key, isDue: isOrdered || isPast(rule, yearsEnd) };
  };
  const objects = [
    one('raw-mail', rawKey),
    ...files.flatMap(({ file }) => [
      one('documents', file.fileKey, file.fileId),
      ...(file.readingKey === null ? [] : [one('readings', file.readingKey, file.fileId)]),
    ]),
    ...pages.map(({ fileId, key }) => one('readings', key, fileId)),
    ...pictures.map(({ fileId, key }) => one('pictures', key, fileId)),
  ];
  const unique = [...new Map(objects.map((object) => [object.key, object])).values()];
  return { submission, objects: unique.filter(({ key }) => !gone.has(key)) };
}

function monthsUntil(now: string): string[] {
  const [year = 0, month = 0] = now.slice(0, 7).split('-').map(Number);
  // a receipt may lie a little ahead of this machine's clock
  const last = (year - firstMonth.year) * 12 + month + 1;
  return Array.from(
    { length: last + 1 },
    (_, at) => `${firstMonth.year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
}

async function* submissionsOf(records: RecordStore, month: string): AsyncGenerator<Submission[]> {
  let after: string | undefined;
  do {
    const page = await listSubmissions(records, { month, limit: 500, ...(after === undefined ? {} : { after }) });
    const all = page.submissions.map(({ submission }) => submission);
    for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce);
    after = page.after;
  } while (after !== undefined);
}
