import type { StaffId } from '#shared/domain/staff.ts';
import { waitsForSecond } from '#shared/domain/verification.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { listVerifications, verificationSecondWrites } from '#shared/records/verification-records.ts';
import type { DeskPorts } from './held-case.ts';

type Given = { specialistId: string; code: string; who: StaffId };
export type SecondAnswer = { answer: 'agreed' | 'own-letter' | 'no-second' | 'no-such-letter' };

/** Another person than who made it agrees to a letter that says no; only then can it be taken. */
export function makeSecondVerification({ records, clock }: DeskPorts) {
  return async ({ specialistId, code, who }: Given): Promise<SecondAnswer> => {
    const letter = (await listVerifications(records, specialistId)).find((one) => one.code === code);
    if (letter === undefined) return { answer: 'no-such-letter' };
    if (!waitsForSecond(letter)) return { answer: 'no-second' };
    if (letter.by === who) return { answer: 'own-letter' };
    const at = clock.now();
    const written = await records.write([
      ...verificationSecondWrites(letter, { by: who, at }),
      personAuditWrite(specialistId, { at, by: 'person', action: 'verification-confirmed', codes: [code], who }),
    ]);
    return { answer: written === 'written' ? 'agreed' : 'no-second' };
  };
}
