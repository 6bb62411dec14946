import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { sameAddress } from './mail-stop.ts';
import { type StaffId, staffIdSchema } from './staff.ts';

/** By what somebody is known and written to. Whoever can change these can take over what is somebody else's. */
const identityFields = ['email', 'legalName'] as const;

const changeStates = ['proposed', 'asked', 'confirmed', 'applied', 'refused', 'failed'] as const;

/**
 * What a mail gives out about somebody of the roster and the roster says otherwise. The roster changes only when the owner of the address
 * on file confirmed it and another person than the one who asked agreed. `failed`: too many wrong answers; it may be asked again.
 */
export const identityChangeSchema = z.object({
  changeId: z.string().regex(/^[0-9a-f]{12}$/),
  specialistId: z.string(),
  field: z.enum(identityFields),
  from: z.string(),
  to: z.string(),
  submissionId: submissionIdSchema,
  proposedAt: z.string(),
  state: z.enum(changeStates),
  asked: z
    .object({
      by: staffIdSchema,
      at: z.string(),
      /** the address that was on file */
      address: z.string(),
      until: z.string(),
      messageId: z.string(),
      /** who reads the table cannot answer for them */
      codeHash: z.string(),
      times: z.number().int(),
    })
    .nullable(),
  wrongAnswers: z.number().int(),
  confirmed: z.object({ submissionId: submissionIdSchema, at: z.string() }).nullable(),
  decided: z.object({ by: staffIdSchema, at: z.string(), why: z.string() }).nullable(),
});
export type IdentityChange = z.infer<typeof identityChangeSchema>;

export const confirmDays = 14;
export const wrongAnswersMost = 5;

export const isOpenChange = ({ state }: IdentityChange): boolean => state !== 'applied' && state !== 'refused';

const isOverdue = ({ asked }: IdentityChange, at: string): boolean => asked !== null && asked.until <= at;

/** Asked anew only when the answer can no longer come. */
export function mayBeAsked(change: IdentityChange, at: string): boolean {
  const { state } = change;
  return state === 'proposed' || state === 'failed' || (state === 'asked' && isOverdue(change, at));
}

/** The first who asked and the one who agrees are two people. */
export function mayBeApplied({ state, asked }: IdentityChange, who: StaffId): boolean {
  return state === 'confirmed' && asked !== null && asked.by !== who;
}

type Reply = {
  submissionId: IdentityChange['submissionId'];
  at: string;
  from: string | null;
  isProved: boolean;
  hasCode: boolean;
};

/** What an answer makes of a question: confirmed only in time, from the very address that was asked, proved, and with the code. */
export function answered(change: IdentityChange, reply: Reply): IdentityChange {
  const { asked, state, wrongAnswers } = change;
  if (state !== 'asked' || asked === null || isOverdue(change, reply.at)) return change;
  const isOwner = reply.isProved && reply.from !== null && sameAddress(reply.from, asked.address);
  if (isOwner && reply.hasCode)
    return { ...change, state: 'confirmed', confirmed: { submissionId: reply.submissionId, at: reply.at } };
  const wrong = wrongAnswers + 1;
  return { ...change, wrongAnswers: wrong, state: wrong >= wrongAnswersMost ? 'failed' : 'asked' };
}

/** At the beginning of a line, so that our own sentence about it, quoted below an answer, is none. */
const answerLine = /^[ \t]*(?:yes|s[ií])[ \t,.:;-]{1,5}([0-9a-z]{5})[ \t-]{0,3}([0-9a-z]{5})\b/gim;

/** The codes that somebody wrote with a yes; what is easily misread is read kindly. */
export function codesWritten(text: string): string[] {
  const found = Array.from(text.normalize('NFC').matchAll(answerLine), ([, one = '', other = '']) => one + other);
  return found.slice(0, 5).map((code) => plainCode(code));
}

export function plainCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
