import { createHash } from 'node:crypto';
import { dayIn } from '#shared/domain/calendar.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import {
  confirmDays,
  type IdentityChange,
  isOpenChange,
  mayBeApplied,
  mayBeAsked,
  plainCode,
} from '#shared/domain/identity-change.ts';
import type { Letter } from '#shared/domain/letter.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import {
  findIdentityChange,
  identityChangeWrite,
  type VersionedChange,
} from '#shared/records/identity-change-records.ts';
import { letterMessageId } from '#shared/records/letter-ids.ts';
import { letterWrite, openLetterSecret } from '#shared/records/letter-records.ts';
import { isStopped } from '#shared/records/mail-stop-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { findSpecialist, nameTokensMax, nameTokensOf, putSpecialist } from '#shared/records/roster-records.ts';
import { keyOfSecret } from '#shared/records/secret-key.ts';
import { identityLetter, identityLetterId } from '#shared/rules/identity-letter.ts';
import type { Programme } from '#shared/rules/programme.ts';

type Ports = { records: RecordStore; clock: Clock; secrets: Secrets };
type About = { specialistId: string; changeId: string; who: StaffId };
type Answer =
  | 'identity-asked'
  | 'identity-applied'
  | 'identity-refused'
  | 'identity-no-reason'
  | 'identity-no-words'
  | 'identity-address-stopped'
  | 'identity-same-person'
  | 'identity-too-many-names'
  | 'identity-moved-on';

const whyMost = 500;
const dayMs = 24 * 60 * 60 * 1000;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people of the office do with a change that a mail wished for: ask at the address on file, agree as the second, or refuse. */
export function makeIdentityChanges(ports: Ports) {
  return {
    ask: (about: About, programme: Programme) => ask(ports, about, programme),
    apply: (about: About) => apply(ports, about),
    refuse: (about: About, why: string) => refuse(ports, about, why),
  };
}

async function ask(ports: Ports, about: About, programme: Programme): Promise<Answer> {
  const { records, clock, secrets } = ports;
  const at = clock.now();
  const open = await openOf(records, about);
  if (open === null || !mayBeAsked(open.found.change, at)) return 'identity-moved-on';
  const { found, specialist } = open;
  const address = specialist.email ?? '';
  if (await isStopped(records, specialist.specialistId, address)) return 'identity-address-stopped';
  const code = codeFrom(secrets.next());
  const until = new Date(Date.parse(at) + confirmDays * dayMs).toISOString();
  const { field, to } = found.change;
  const newDomain = field === 'email' ? `@${to.split('@')[1] ?? ''}` : '';
  const words = identityLetter(programme, specialist, { code, until: dayIn(programme.timeZone, until), newDomain });
  if (words === null) return 'identity-no-words';
  const times = (found.change.asked?.times ?? 0) + 1;
  const today = dayIn(programme.timeZone, at);
  const key = {
    specialistId: specialist.specialistId,
    year: Number(today.slice(0, 4)),
    line: `${identityLetterId}-${found.change.changeId}-${times}`,
  };
  const secret = await openLetterSecret(records, secrets);
  const messageId = letterMessageId(secret, key, programme.inbox.split('@')[1] ?? 'localhost');
  const letter: Letter = {
    ...{ ...key, ...words, letter: identityLetterId, resolution: null, change: found.change.changeId },
    ...{ standing: '', missing: '', day: today, hours: [{ from: at, until }], messageId, to: address, writtenAt: at },
    ...{ state: 'waiting', fate: null, sentAt: null },
  };
  const asked = { by: about.who, at, address, until, messageId, codeHash: keyOfSecret(plainCode(code)), times };
  const next: IdentityChange = { ...found.change, state: 'asked', asked, wrongAnswers: 0 };
  const writes = [identityChangeWrite(next, found.version), letterWrite(letter, null), noted(about, next, 'asked', at)];
  return (await records.write(writes)) === 'conflict' ? 'identity-moved-on' : 'identity-asked';
}

/** Written with the roster in one go: two who agree at once change it once. */
async function apply({ records, clock }: Ports, about: About): Promise<Answer> {
  const at = clock.now();
  const open = await openOf(records, about);
  if (open === null || open.found.change.state !== 'confirmed') return 'identity-moved-on';
  const { found, specialist } = open;
  if (!mayBeApplied(found.change, about.who)) return 'identity-same-person';
  const changed = withChange(specialist, found.change);
  if (nameTokensOf(changed).length > nameTokensMax) return 'identity-too-many-names';
  const next: IdentityChange = { ...found.change, state: 'applied', decided: { by: about.who, at, why: '' } };
  try {
    await putSpecialist(records, changed, [
      identityChangeWrite(next, found.version),
      noted(about, next, 'applied', at, { before: specialist }),
    ]);
    return 'identity-applied';
  } catch (fault) {
    if (fault instanceof TryAgain) return 'identity-moved-on';
    throw fault;
  }
}

async function refuse({ records, clock }: Ports, about: About, reason: string): Promise<Answer> {
  const why = reason.trim();
  if (why === '' || why.length > whyMost) return 'identity-no-reason';
  const found = await findIdentityChange(records, about);
  if (found === null || !isOpenChange(found.change)) return 'identity-moved-on';
  const at = clock.now();
  const next: IdentityChange = { ...found.change, state: 'refused', decided: { by: about.who, at, why } };
  const written = await records.write([identityChangeWrite(next, found.version), noted(about, next, 'refused', at)]);
  return written === 'conflict' ? 'identity-moved-on' : 'identity-refused';
}

/** Only while the roster still says what the wish would change. */
async function openOf(
  records: RecordStore,
  about: About,
): Promise<{ found: VersionedChange; specialist: Specialist } | null> {
  const [found, specialist] = await Promise.all([
    findIdentityChange(records, about),
    findSpecialist(records, about.specialistId),
  ]);
  if (found === null || specialist === null || !isOpenChange(found.change) || specialist.email === null) return null;
  return specialist[found.change.field] === found.change.from ? { found, specialist } : null;
}

/** Papers of before bear the old name: it stays among the others. */
function withChange(specialist: Specialist, { field, to, from }: IdentityChange): Specialist {
  if (field === 'email') return { ...specialist, email: to };
  const otherNames = [...specialist.otherNames.filter((name) => name !== to), from];
  return { ...specialist, legalName: to, otherNames };
}

function noted(
  about: About,
  { field, changeId }: IdentityChange,
  what: string,
  at: string,
  beside: object = {},
): Write {
  const entry = {
    at,
    by: 'person' as const,
    action: `identity-change-${what}`,
    codes: [field, changeId],
    who: about.who,
  };
  return personAuditWrite(about.specialistId, entry, beside, changeId);
}

/** 7K3M9-Q2P4T: by chance, fifty bits, without letters that are easily misread. */
function codeFrom(secret: string): string {
  const bytes = createHash('sha256').update(secret).digest();
  const signs = Array.from(bytes.subarray(0, 10), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
