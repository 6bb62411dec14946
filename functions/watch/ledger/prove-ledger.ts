import type { CanaryRun } from '#shared/domain/canary-run.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Account, emptyAccount, type Ledger, type LedgerFault, type Place } from '#shared/domain/ledger.ts';
import { monthsAround } from '#shared/domain/months-around.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { listCanaryRuns } from '#shared/records/canary-run-records.ts';
import { ownSpace } from '#shared/records/own-space.ts';
import { findPointed, firstMailKey, listEntries, listSubmissions } from '#shared/records/submission-records.ts';
import { creditFaults } from './credits-of-mail.ts';
import { faultsOfMail, placeOf } from './faults-of-mail.ts';
import { placeOfFile } from './files-of-mail.ts';
import { itemFaults } from './items-of-mail.ts';
import { keepMail, type LedgerPorts, type RoundPorts, rememberingBooks } from './keep-mail.ts';
import { proveYear } from './prove-years.ts';

/** So many are named; more would only hide the first ones. */
const namedMax = 100;

type Asked = {
  /** UTC months of receipt (`yyyy-mm`); left out: every one that a mail of the last two years can stand in */
  months?: readonly string[];
  /** the file store is walked too: is there a raw mail that nobody entered? */
  withStore: boolean;
};

/** Running sums, and the first of what does not add up. */
function openBooks() {
  const accounts = { mails: emptyAccount(), documents: emptyAccount(), credits: emptyAccount() };
  const faults: LedgerFault[] = [];
  const into = (account: Account, place: Place) => {
    account[place] += 1;
  };
  return { accounts, faults, into };
}
type Books = ReturnType<typeof openBooks>;

/**
 * Received = filed + repeated + refused + in flight, for mails, for the files in them and for the lines of training people
 * claim. The left side is the book of entries and what each mail says of itself; the right side is what is really there.
 */
export function makeProveLedger(ports: LedgerPorts & { clock: Clock }) {
  return async ({ months = monthsAround(ports.clock.now()), withStore }: Asked): Promise<Ledger> => {
    const at = ports.clock.now();
    const books = openBooks();
    const sorted = [...months].sort();
    const round = { ...ports, hasBook: rememberingBooks(ports) };
    for (const month of sorted) await proveMonth(round, books, month);
    const packets = (await listCanaryRuns(ports.records)).map(({ run }) => run);
    await provePackets(ports, books, packets, sorted);
    if (withStore) await proveRawMails(ports, books, packets);
    for (const year of yearsOf(sorted)) {
      const line = (place: Place) => {
        books.accounts.credits.received += 1;
        books.into(books.accounts.credits, place);
      };
      await proveYear(ports.records, year, { line, fault: (fault) => books.faults.push(fault) });
    }
    const { accounts, faults } = books;
    const span: Ledger['months'] = [sorted[0] ?? at.slice(0, 7), sorted.at(-1) ?? at.slice(0, 7)];
    return { at, months: span, accounts, faults: faults.slice(0, namedMax), faultCount: faults.length };
  };
}

/** Papers of a month may be about the year before it or the one after. */
function yearsOf(months: readonly string[]): number[] {
  const years = months.map((month) => Number(month.slice(0, 4)));
  return [...new Set(years.flatMap((year) => [year - 1, year, year + 1]))].sort();
}

async function proveMonth(ports: RoundPorts, books: Books, month: string): Promise<void> {
  const entered = await idsIn(
    (after) => listEntries(ports.records, month, after),
    ({ entries }) => entries,
  );
  const kept = await idsIn(
    (after) => listSubmissions(ports.records, { month, newestFirst: false, ...after }),
    ({ submissions }) => submissions.map(({ submission }) => submission),
  );
  // what comes while the two lists are read may stand in one of them only: each mail says by itself whether it was entered
  for (const id of new Set([...entered, ...kept])) await proveMail(ports, books, id);
}

async function idsIn<Page extends { after?: string }>(
  read: (paging: { limit: number; after?: string }) => Promise<Page>,
  of: (page: Page) => readonly { submissionId: SubmissionId }[],
): Promise<Set<SubmissionId>> {
  const ids = new Set<SubmissionId>();
  let after: string | undefined;
  do {
    const page = await read({ limit: 500, ...(after === undefined ? {} : { after }) });
    for (const { submissionId } of of(page)) ids.add(submissionId);
    after = page.after;
  } while (after !== undefined);
  return ids;
}

async function proveMail(ports: RoundPorts, books: Books, id: SubmissionId): Promise<void> {
  const { kept, faults } = await twiceLooked(ports, id);
  books.faults.push(...faults);
  // what an item holds came with its mail, and is counted there
  if (kept.rows.submission?.itemOf) return;
  if (kept.isEntered) books.accounts.mails.received += 1;
  const { submission, files } = kept.rows;
  if (submission === null) return;
  const place = placeOf(submission);
  books.into(books.accounts.mails, place);
  books.accounts.documents.received += submission.filesFound ?? files.length;
  for (const file of files) books.into(books.accounts.documents, placeOfFile(file, place));
}

/** Rows of one mail are read one after another while others work: only what is missing twice is missing. */
async function twiceLooked(ports: RoundPorts, id: SubmissionId) {
  const first = await look(ports, id);
  return first.faults.length === 0 ? first : look(ports, id);
}

async function look(ports: RoundPorts, id: SubmissionId) {
  const kept = await keepMail(ports, id);
  const { records } = ports;
  const [ofCredits, ofItems] = await Promise.all([creditFaults(records, kept), itemFaults(records, kept)]);
  return { kept, faults: [...faultsOfMail(kept), ...ofCredits, ...ofItems] };
}

/** Packets of the canary keep their rows as every mail does; they are no mails of the programme, and stand in no sum. */
async function provePackets(
  ports: LedgerPorts,
  { faults }: Books,
  packets: readonly CanaryRun[],
  months: readonly string[],
): Promise<void> {
  for (const { submissionId, spentBy, sentAt } of packets) {
    if (spentBy === null || !months.includes(sentAt.slice(0, 'yyyy-mm'.length))) continue;
    const own = { ...ports, records: ownSpace(ports.records, submissionId) };
    faults.push(...(await twiceLooked({ ...own, hasBook: rememberingBooks(own) }, submissionId)).faults);
  }
}

/** Every raw mail in the store was entered. One that was not belongs to a sender who was told to try again, or is lost. */
async function proveRawMails(
  { records, files }: LedgerPorts,
  { faults }: Books,
  packets: readonly CanaryRun[],
): Promise<void> {
  const known = new Set(packets.map(({ spentBy }) => `raw/${spentBy}`));
  let after: string | undefined;
  do {
    const page = await files.list('raw', after);
    for (const key of page.keys.filter((one) => !known.has(one))) {
      const first = await findPointed(records, firstMailKey(key.slice('raw/'.length)));
      if (first === null) faults.push({ about: key, says: 'This raw mail is in the store, and nobody entered it.' });
    }
    after = page.after;
  } while (after !== undefined);
}
