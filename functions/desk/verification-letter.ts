import { createHash } from 'node:crypto';
import { dayIn, dayInWords } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { type Verification, verificationSchema } from '#shared/domain/verification.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { LetterLine, LetterPrinter } from '#shared/ports/letter-printer.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { verificationWrites } from '#shared/records/verification-records.ts';
import { credentialOf, type Programme } from '#shared/rules/programme.ts';
import type { ActiveAnswer } from '#shared/rules/standing/active-on.ts';

export type VerificationPorts = {
  records: RecordStore;
  files: FileStore;
  clock: Clock;
  secrets: Secrets;
  letterPrinter: LetterPrinter;
};
export type AskedVerification = {
  programme: Programme;
  specialist: Specialist;
  active: ActiveAnswer;
  askedBy: string;
  why: string;
  who: StaffId;
};
export type VerificationAnswer =
  | { answer: 'made'; verification: Verification }
  | { answer: 'no-asker' | 'no-reason' | 'not-printable' | 'not-yet' | 'code-taken' };

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A letter that answers somebody from outside whether a person was active on a day, and nothing else. That somebody holds
 * the credential is sensitive by itself: who asked, why, and who answered is written down with it.
 */
export function makeVerificationLetter(ports: VerificationPorts) {
  return async (asked: AskedVerification): Promise<VerificationAnswer> => {
    const [askedBy, why] = [asked.askedBy.trim().replace(/\s+/g, ' '), asked.why.trim()];
    if (askedBy === '' || askedBy.length > 120) return { answer: 'no-asker' };
    if (why === '' || why.length > 500) return { answer: 'no-reason' };
    const { active, programme, specialist, who } = asked;
    const at = ports.clock.now();
    if (active.day > dayIn(programme.timeZone, at)) return { answer: 'not-yet' };
    const code = codeFrom(ports.secrets.next());
    const lines = letterLines(asked, { askedBy, code, today: dayIn(programme.timeZone, at) });
    const head = { title: `Verification letter ${code}`, author: programme.owner, writtenAt: at };
    const bytes = await ports.letterPrinter.print({ ...head, lines });
    if (bytes === null) return { answer: 'not-printable' };
    const fileKey = await ports.files.put('document', bytes);
    const { day, answer, reasons } = active;
    const said = { day, answer, reasons: [...reasons], askedBy, why };
    const verification = verificationSchema.parse({
      code,
      specialistId: specialist.specialistId,
      ...said,
      by: who,
      at,
      fileKey,
    });
    const audit = { at, by: 'person', action: 'verification-made', codes: [code, day, answer], who } as const;
    const writes = [
      ...verificationWrites(verification),
      personAuditWrite(specialist.specialistId, { ...audit, codes: [...audit.codes] }),
    ];
    const written = await ports.records.write(writes);
    return written === 'conflict' ? { answer: 'code-taken' } : { answer: 'made', verification };
  };
}

/** V-7K3M9-Q2P4T: by chance, so that it tells nothing and nobody guesses one. */
function codeFrom(secret: string): string {
  const bytes = createHash('sha256').update(secret).digest();
  const signs = Array.from(bytes.subarray(0, 10), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `V-${signs.slice(0, 5)}-${signs.slice(5)}`;
}

type Head = { askedBy: string; code: string; today: string };

function letterLines(
  { programme, specialist, active }: AskedVerification,
  { askedBy, code, today }: Head,
): LetterLine[] {
  const text = (words: string): LetterLine => ({ is: 'text', text: words });
  const { owner, name, inbox } = programme;
  const asked = `You asked us whether ${specialist.legalName} was active on ${dayInWords(active.day)}.`;
  const toAsk = inbox === '' ? `ask the ${owner}` : `write to ${inbox}`;
  return [
    { is: 'small', text: owner },
    { is: 'small', text: name },
    { is: 'heading', text: 'Verification letter' },
    text(dayInWords(today)),
    text(`To: ${askedBy}`),
    text(`Reference: ${code}`),
    text(asked),
    { is: 'answer', text: answerWords(programme, specialist, active) },
    ...basisWords(active).map(text),
    text('This letter speaks of that one day. It says nothing else about the person.'),
    text(
      `To ask whether this letter is ours and says what we wrote, ${toAsk} and give the reference ${code}. We keep a copy.`,
    ),
    { is: 'small', text: 'Please show this letter only to those who need it.' },
  ];
}

function answerWords(programme: Programme, specialist: Specialist, { answer, day }: ActiveAnswer): string {
  const word = credentialOf(programme, specialist.credentialType);
  const credential = programme.credentials.find((each) => each.word === word);
  const as = credential === undefined ? '' : ` as ${credential.meaning} (${credential.word})`;
  const [who, when] = [specialist.legalName, dayInWords(day)];
  if (answer === 'active') return `Yes. On ${when}, ${who} was active${as}.`;
  if (answer === 'not-active') return `No. On ${when}, ${who} was not active${as}.`;
  return `We cannot say from our records whether ${who} was active on ${when}.`;
}

/** What it rests on, without anything of the person's papers. */
function basisWords({ answer, decidingYear, notPublished }: ActiveAnswer): string[] {
  if (answer === 'not-active') return ['This rests on the list of people that our office keeps.'];
  if (answer === 'active') {
    const report =
      decidingYear === null
        ? 'no report was due before that day'
        : 'the last report that was due before that day is in order';
    return [`This rests on the list of people that our office keeps, and on our records: ${report}.`];
  }
  const open = notPublished.length === 0 ? [] : [`The programme has not published ${notPublished.join('; nor ')}.`];
  return ['This does not mean that the person was not active. If you need more, please write to us.', ...open];
}
