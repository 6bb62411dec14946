import type { DocumentRecord } from '#shared/domain/document.ts';
import type { IdentityChange } from '#shared/domain/identity-change.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { sameAddress } from '#shared/domain/mail-stop.ts';
import { likenessToAny } from '#shared/domain/name-match.ts';
import { nameTokens } from '#shared/domain/name-tokens.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { isProved } from '#shared/domain/sender-policy.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { changeIdOf, identityChangeWrite } from '#shared/records/identity-change-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { findSpecialist, specialistsByEmail } from '#shared/records/roster-records.ts';

const addressPattern = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,253}$/;
const surely = 0.9;
const ownName: readonly string[] = ['same', 'middle-differs'];
type Wish = Pick<IdentityChange, 'specialistId' | 'field' | 'from' | 'to'>;

/**
 * What a proved mail of one person gives out otherwise than the roster has it: written down as a wish, and nothing changes. From an
 * unproved mail not even a wish comes. A relay of many people gives out nothing of anybody.
 */
export async function proposeChanges(
  records: RecordStore,
  { submissionId, mail }: Submission,
  { people }: Judgement,
  at: string,
): Promise<void> {
  const [only, ...others] = people;
  if (!mail || !isProved(mail) || mail.from === null || !only || others.length > 0) return;
  const form = reportOf(await listDocuments(records, submissionId));
  const wishes =
    only.specialistId === null
      ? await nameWishes(records, mail, form)
      : addressWishes(await findSpecialist(records, only.specialistId), mail, form);
  for (const wish of wishes) {
    const change: IdentityChange = {
      ...{ ...wish, changeId: changeIdOf(wish), submissionId, proposedAt: at },
      ...{ state: 'proposed', asked: null, wrongAnswers: 0, confirmed: null, decided: null },
    };
    const codes = [wish.field, change.changeId, submissionId];
    // a conflict: the same wish came before, and stands as it is
    await records.write([
      identityChangeWrite(change, null),
      personAuditWrite(wish.specialistId, { at, by: 'machine', action: 'identity-change-proposed', codes }),
    ]);
  }
}

type Form = { name: string | null; address: string | null };

function reportOf(documents: readonly DocumentRecord[]): Form {
  const fields = documents.find(({ kind }) => kind === 'ce-report')?.fields ?? {};
  const text = (field: string) => {
    const read = fields[field];
    return typeof read?.value === 'string' && read.confidence >= surely ? read.value.trim() : null;
  };
  return { name: text('legalName'), address: text('email') };
}

/** Another address on the form, or the one they write from where the mail bears their own name. */
function addressWishes(specialist: Specialist | null, mail: MailFacts, form: Form): Wish[] {
  if (!specialist || specialist.email === null) return [];
  const { specialistId, email: from, legalName, otherNames } = specialist;
  const isOwn = mail.fromName !== null && ownName.includes(likenessToAny(mail.fromName, [legalName, ...otherNames]));
  const wished = form.address ?? (isOwn ? mail.from : null);
  if (wished === null || !addressPattern.test(wished) || sameAddress(wished, from)) return [];
  return [{ specialistId, field: 'email', from, to: wished.toLowerCase() }];
}

/** From the address on file, with a part of the name on file and another beside it: who married, or changed it otherwise. */
async function nameWishes(records: RecordStore, { from }: MailFacts, { name }: Form): Promise<Wish[]> {
  const [owner, ...others] = from === null ? [] : await specialistsByEmail(records, from);
  if (!owner || others.length > 0 || name === null || name.length > 200) return [];
  const known = new Set(nameTokens(owner.legalName));
  const isRelated = nameTokens(name).some((token) => known.has(token));
  const isKnown = likenessToAny(name, [owner.legalName, ...owner.otherNames]) === 'same';
  if (!isRelated || isKnown) return [];
  return [{ specialistId: owner.specialistId, field: 'legalName', from: owner.legalName, to: name }];
}
