import { answered, codesWritten, type IdentityChange, isOpenChange } from '#shared/domain/identity-change.ts';
import { isProved } from '#shared/domain/sender-policy.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import {
  findIdentityChange,
  identityChangeWrite,
  listIdentityChangesOf,
  type VersionedChange,
} from '#shared/records/identity-change-records.ts';
import { hashOfMessageId } from '#shared/records/letter-ids.ts';
import { findLetterByHash } from '#shared/records/letter-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';
import { keyOfSecret } from '#shared/records/secret-key.ts';

const referencesMost = 5;
const peopleMost = 5;

/** What a mail answers to our question whether somebody wishes a change; `isConfirmed` when it was the right answer. */
export async function confirmationWrites(
  records: RecordStore,
  { submissionId, mail }: Submission,
  at: string,
): Promise<{ writes: Write[]; isConfirmed: boolean }> {
  const codes = mail === null ? [] : codesWritten(mail.bodyText);
  if (mail === null || mail.isAutomatic || (codes.length === 0 && mail.references.length === 0))
    return { writes: [], isConfirmed: false };
  const hashes = codes.map(keyOfSecret);
  const { from } = mail;
  const pairs = (await questionsTo(records, mail, codes.length > 0 && isProved(mail))).flatMap(
    ({ change, version }) => {
      const hasCode = hashes.includes(change.asked?.codeHash ?? '');
      const next = answered(change, { submissionId, at, from, isProved: isProved(mail), hasCode });
      return next === change ? [] : [{ next, version }];
    },
  );
  const writes = pairs.flatMap(({ next, version }): Write[] => [
    identityChangeWrite(next, version),
    personAuditWrite(
      next.specialistId,
      { at, by: 'machine', action: actionOf(next), codes: [next.field, next.changeId, submissionId] },
      {},
      next.changeId,
    ),
  ]);
  return { writes, isConfirmed: pairs.some(({ next }) => next.state === 'confirmed') };
}

const actionOf = ({ state }: IdentityChange): string =>
  state === 'confirmed' ? 'identity-change-confirmed' : 'identity-change-wrong-answer';

/**
 * The questions that it answers by its thread, whose ids nobody can make up; with a code and a proof also those put to the address that it
 * comes from. A stranger who only writes that address uses up nobody's tries.
 */
async function questionsTo(
  records: RecordStore,
  { references, from }: NonNullable<Submission['mail']>,
  mayBeOwner: boolean,
): Promise<VersionedChange[]> {
  const found = new Map<string, VersionedChange>();
  const keep = (one: VersionedChange | null) => {
    if (one && isOpenChange(one.change)) found.set(`${one.change.specialistId}#${one.change.changeId}`, one);
  };
  for (const reference of references.slice(0, referencesMost)) {
    const letter = (await findLetterByHash(records, hashOfMessageId(reference)))?.letter;
    if (letter?.change !== undefined)
      keep(await findIdentityChange(records, { specialistId: letter.specialistId, changeId: letter.change }));
  }
  const owners = mayBeOwner && from !== null ? await specialistsByEmail(records, from) : [];
  for (const { specialistId } of owners.slice(0, peopleMost))
    for (const one of await listIdentityChangesOf(records, specialistId)) keep(one);
  return [...found.values()].slice(0, peopleMost);
}
