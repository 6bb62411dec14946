import { itemIdsOf } from '#shared/domain/batch.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { likenessToAny } from '#shared/domain/name-match.ts';
import { nameTokens } from '#shared/domain/name-tokens.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findPlans, keepPlans } from '#shared/records/item-records.ts';
import { type People, savePeople } from '#shared/records/judgement-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { specialistsByEmail, specialistsByNameToken } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { MatchPersonOutput, RunInput } from '#shared/workflow/steps.ts';
import { enterItems, itemRuns } from './enter-items.ts';
import { type Claim, isTooLong } from './find-person.ts';
import { groupDocuments } from './group-documents.ts';
import { splitMail } from './split-mail.ts';

/**
 * Who a mail speaks of, and which documents are theirs. Leaves the people beside the submission; of a mail about many people it makes a
 * case for each, with which the machine then goes on.
 */
export function makeMatchPerson({ records, clock }: { records: RecordStore; clock: Clock }) {
  const lookUp = (claim: Claim) => candidatesFor(records, claim);
  return async ({ submissionId, runId }: RunInput): Promise<MatchPersonOutput> => {
    const found = await findSubmission(records, submissionId);
    if (!found?.submission.mail) throw new GiveUp('the mail has not been opened');
    const { mail, itemOf } = found.submission;
    // whose papers an item holds was said when its mail was split
    if (itemOf) return { submissionId, runId, items: [] };
    if (found.submission.items !== undefined)
      return { submissionId, runId, items: itemRuns(itemIdsOf(found.submission)) };
    const [documents, stored] = await Promise.all([
      listDocuments(records, submissionId),
      listFiles(records, submissionId),
    ]);
    const matched = await groupDocuments(documents, { address: mail.from, name: mail.fromName }, lookUp);
    await savePeople(records, submissionId, matched);
    if (!(await mayBeSplit(records, found.submission))) return { submissionId, runId, items: [] };
    const files = stored.map(({ file }) => file);
    const senders = await sendersAmong(records, matched, mail);
    const begun = await findPlans(records, submissionId);
    const plans = begun ?? splitMail({ documents, files, matched, senders });
    if (plans === null) return { submissionId, runId, items: [] };
    const kept = await keepPlans(records, submissionId, plans);
    await enterItems(records, { ...found, documents, files }, { plans: kept, at: clock.now() });
    return { submissionId, runId, items: itemRuns(itemIdsOf({ submissionId, items: kept.length })) };
  };
}

/** What a person has on their desk, or decided about, stays the case that it is. */
async function mayBeSplit(records: RecordStore, { submissionId, state }: Submission): Promise<boolean> {
  const review = await findReview(records, submissionId);
  return state === 'opened' && (review === null || review.state === 'closed');
}

/** Who of them may have sent it themselves: by the address on file, or by the name that the mail program wrote. */
async function sendersAmong(
  records: RecordStore,
  { people }: People,
  { from, fromName }: MailFacts,
): Promise<ReadonlySet<string>> {
  const owners = from === null ? [] : await specialistsByEmail(records, from);
  const isNamed = (name: string) => fromName !== null && likenessToAny(fromName, [name]) !== 'different';
  const named = people.filter(({ name }) => isNamed(name)).flatMap(({ specialistId }) => specialistId ?? []);
  return new Set([...owners.map(({ specialistId }) => specialistId), ...named]);
}

/** Everybody who shares a part of the name or an address: few enough to compare one by one. */
async function candidatesFor(records: RecordStore, claim: Claim): Promise<Specialist[]> {
  if (isTooLong(claim.name)) return [];
  const lookups = [
    ...nameTokens(claim.name).map((token) => specialistsByNameToken(records, token)),
    ...claim.addresses.map((address) => specialistsByEmail(records, address)),
  ];
  const found = (await Promise.all(lookups)).flat();
  return [...new Map(found.map((specialist) => [specialist.specialistId, specialist])).values()];
}
