import { GiveUp } from '#shared/domain/faults.ts';
import { nameTokens } from '#shared/domain/name-tokens.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { savePeople } from '#shared/records/judgement-records.ts';
import { specialistsByEmail, specialistsByNameToken } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';
import { type Claim, isTooLong } from './find-person.ts';
import { groupDocuments } from './group-documents.ts';

/** Who a mail speaks of, and which documents are theirs. Leaves the people beside the submission. */
export function makeMatchPerson({ records }: { records: RecordStore }) {
  const lookUp = (claim: Claim) => candidatesFor(records, claim);
  return async ({ submissionId, runId }: RunInput) => {
    const found = await findSubmission(records, submissionId);
    if (!found?.submission.mail) throw new GiveUp('the mail has not been opened');
    const { mail } = found.submission;
    const documents = await listDocuments(records, submissionId);
    const people = await groupDocuments(documents, { address: mail.from, name: mail.fromName }, lookUp);
    await savePeople(records, submissionId, people);
    return { submissionId, runId };
  };
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
