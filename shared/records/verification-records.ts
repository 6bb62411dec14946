import { z } from 'zod';
import {
  type Verification,
  verificationSchema,
  verificationSecondSchema,
  waitsForSecond,
} from '#shared/domain/verification.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const pointerSchema = z.object({ specialistId: z.string() });
const codeKey = (code: string) => ({ pk: `VERIFICATION#${code}`, sk: 'VERIFICATION' });
const waitingPk = 'VERIFICATIONS#WAITING';
const waitingKey = ({ at, code }: Verification) => ({ pk: waitingPk, sk: `${at}#${code}` });
const ownPk = (specialistId: string) => `PERSON#${specialistId}`;

/** The letter under its person, the way to the person from the code on it, and, of one that says no, that it waits for another. */
export function verificationWrites(verification: Verification): Write[] {
  const { specialistId, code, at } = verification;
  return [
    { put: { pk: ownPk(specialistId), sk: `VERIFICATION#${at}#${code}`, body: verification }, expect: 'absent' },
    { put: { ...codeKey(code), body: { specialistId } }, expect: 'absent' },
    ...(waitsForSecond(verification)
      ? [{ put: { ...waitingKey(verification), body: { specialistId } }, expect: 'absent' as const }]
      : []),
  ];
}

const secondPrefix = 'VERIFICATION-SECOND#';

/** That another person agreed to a letter: a row of its own, so that the letter's stays as it was. Once. It waits no more. */
export function verificationSecondWrites(letter: Verification, second: NonNullable<Verification['second']>): Write[] {
  const { specialistId, code } = letter;
  return [
    { put: { pk: ownPk(specialistId), sk: `${secondPrefix}${code}`, body: second }, expect: 'absent' },
    { remove: waitingKey(letter), expect: 'any' },
  ];
}

/** Whom the letters are about that wait for a second person, the oldest first; `isMore`: there are others behind them. */
export async function waitingVerifications(
  records: RecordStore,
  limit: number,
): Promise<{ letters: { specialistId: string; code: string }[]; isMore: boolean }> {
  const page = await records.list({ pk: waitingPk, limit });
  const letters = page.records.map((row) => ({ ...bodyOf(pointerSchema, row), code: row.sk.split('#')[1] ?? '' }));
  return { letters, isMore: page.after !== undefined };
}

/** Every letter about a person, the newest first. */
export async function listVerifications(records: RecordStore, specialistId: string): Promise<Verification[]> {
  const [letters, seconds] = await Promise.all([
    listAll(records, { pk: ownPk(specialistId), skStartsWith: 'VERIFICATION#', newestFirst: true }),
    listAll(records, { pk: ownPk(specialistId), skStartsWith: secondPrefix }),
  ]);
  const agreed = new Map(
    seconds.map((row) => [row.sk.slice(secondPrefix.length), bodyOf(verificationSecondSchema, row)]),
  );
  return letters.map((row) => {
    const letter = bodyOf(verificationSchema, row);
    const second = agreed.get(letter.code);
    return second === undefined ? letter : { ...letter, second };
  });
}

/** Whom the letter with this code is about; null when there is none. */
export async function personOfVerification(records: RecordStore, code: string): Promise<string | null> {
  const row = await records.find(codeKey(code));
  return row ? bodyOf(pointerSchema, row).specialistId : null;
}
