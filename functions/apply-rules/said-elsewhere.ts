import { type ItemOf, itemIdsOf } from '#shared/domain/batch.ts';
import { isNotOurs } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { takenBack } from '#shared/domain/lay-corrections.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { readCorrectedCase } from '#shared/records/corrected-case.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { newestWithFile } from '#shared/records/sent-file-records.ts';
import { asClaims } from './gather-case.ts';
import { type SaidPaper, saidPapers } from './said-papers.ts';

/** Of a file that came very often the newest mails are looked at. */
const mailsMax = 10;

/**
 * What people of the office said of the very same files in any other mail, of whatever person and year. `ours`: who this mail is
 * about; a paper that was given to one of them is theirs.
 */
export async function saidElsewhere(
  records: RecordStore,
  own: { submissionId: SubmissionId; itemOf: ItemOf | undefined; files: readonly string[]; ours: ReadonlySet<string> },
): Promise<SaidPaper[]> {
  // more than are looked at: this mail may be among them, and with it every item of the mail it came with
  const among = new Set([own.submissionId, ...siblingsOf(own.itemOf)]);
  const newest = (sha256: string) => newestWithFile(records, sha256, mailsMax + among.size);
  const found = await Promise.all([...new Set(own.files)].map(newest));
  const others = new Set(
    found.flatMap((ids) =>
      ids
        .filter((id) => !among.has(id))
        .slice(0, mailsMax)
        .reverse(),
    ),
  );
  return (await Promise.all([...others].map((id) => saidIn(records, id, own.ours)))).flat();
}

/** The same file cut into other pages: what somebody says of those says nothing of these. */
const siblingsOf = (item: ItemOf | undefined): SubmissionId[] =>
  item ? [item.mail, ...itemIdsOf({ submissionId: item.mail, items: item.of })] : [];

async function saidIn(records: RecordStore, id: SubmissionId, ours: ReadonlySet<string>): Promise<SaidPaper[]> {
  const [corrected, files, decisions] = await Promise.all([
    readCorrectedCase(records, id),
    listFiles(records, id),
    listDecisions(records, id),
  ]);
  if (isNotOurs(decisions.map(({ decision }) => decision))) return [];
  const { corrections, aside } = corrected;
  const withheld = new Set(files.flatMap(({ file }) => (file.withheld ? [file.fileId] : [])));
  const taken = takenBack(corrections);
  const given = corrections.flatMap(({ change, number }) =>
    change.what === 'person' && !taken.has(number) && !ours.has(change.specialistId ?? '') ? [change.document] : [],
  );
  const all = asClaims(corrected.documents, false);
  const mine = all.filter(
    ({ at, document: { fileId, part } }) =>
      !aside.has(at) && !withheld.has(fileId) && !given.some((one) => one.fileId === fileId && one.part === part),
  );
  return saidPapers(all, mine, { corrections, withheld });
}
