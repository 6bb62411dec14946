import { z } from 'zod';
import { fileIdSchema, runIdSchema, submissionIdSchema } from './ids.ts';
import { type Rulings, rulingsSchema, type SignedRulings } from './ruling.ts';
import { staffIdSchema } from './staff.ts';

/** accept: the year is as it has to be; ask-sender: what counts is counted, the rest is asked for; the last three are about one private paper. */
export const decisionActions = ['accept', 'ask-sender', 'not-ours', 'restrict', 'return', 'destroy'] as const;
export const decisionActionSchema = z.enum(decisionActions);
export type DecisionAction = z.infer<typeof decisionActionSchema>;

/** What a private paper may become. The other actions are about the whole mail. */
export const paperActions = ['restrict', 'return', 'destroy'] as const;
export type PaperAction = (typeof paperActions)[number];
export const isPaperAction = (action: DecisionAction): action is PaperAction =>
  paperActions.some((one) => one === action);

/** So long a decision can be taken back before anything follows from it. */
export const undoSeconds = 60;

export const letterSchema = z.object({
  subject: z.string().trim().min(1).max(300),
  text: z.string().trim().min(1).max(20_000),
});

/**
 * What a person of the office decided about a mail: this row is the truth, the machine only carries it out. proposed: it
 * waits for a second person; waiting: it can be taken back until `takesEffectAt`; refused: the second person did not agree.
 */
export const decisionSchema = z.object({
  submissionId: submissionIdSchema,
  number: z.number().int().min(1),
  /** the run that carries it out */
  runId: runIdSchema,
  by: staffIdSchema,
  at: z.string(),
  /** null while a second person has to look */
  takesEffectAt: z.string().nullable(),
  action: decisionActionSchema,
  /** the private paper that it is about */
  fileId: fileIdSchema.nullable(),
  rulings: rulingsSchema,
  /** as the reviewer left it; null: the office's own words, or none where nobody is to be told */
  letter: letterSchema.nullable(),
  reason: z.string().nullable(),
  /** what was on the page when it was decided */
  basedOn: z.object({ version: z.number().int(), corrections: z.number().int(), judgementSha256: z.string() }),
  /** why a second person has to look; null: nobody has to */
  needsSecond: z.enum(['adverse', 'random-share']).nullable(),
  /** in words, what somebody claimed and would lose by it; left out where nothing is lost, and in rows of before it was kept */
  lost: z.array(z.string()).optional(),
  second: z
    .object({ by: staffIdSchema, at: z.string(), agrees: z.boolean(), reason: z.string().nullable() })
    .nullable(),
  state: z.enum(['proposed', 'waiting', 'in-effect', 'undone', 'refused']),
  /** when all that follows from it was done */
  settledAt: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** Nothing new can be decided about a mail while this is so. */
export const isOpen = ({ state, settledAt }: Decision): boolean =>
  state === 'proposed' || state === 'waiting' || (state === 'in-effect' && settledAt === null);

/** So long after its time a decision that still waits is stuck: the sweep has had several tries at its machine. */
export const stuckAfterMinutes = 30;
export const isStuck = ({ state, takesEffectAt }: Decision, now: string): boolean =>
  state === 'waiting' &&
  takesEffectAt !== null &&
  Date.parse(now) - Date.parse(takesEffectAt) >= stuckAfterMinutes * 60_000;

/** Whether a person set the mail aside as nothing for the office, and nobody decided otherwise since. */
export function isNotOurs(decisions: readonly Decision[]): boolean {
  const ofMail = decisions.filter(({ state, action }) => state === 'in-effect' && !isPaperAction(action));
  return ofMail.at(-1)?.action === 'not-ours';
}

/** The number of the last correction that was on the page of a decision that holds: only up to it did anybody decide. */
export function agreedUntil(decisions: readonly Decision[]): number {
  const held = decisions.filter(({ state, action }) => state === 'in-effect' && !isPaperAction(action));
  return held.at(-1)?.basedOn.corrections ?? 0;
}

/** What people have ruled that holds, in the order in which it was decided. */
export function rulingsInEffect(decisions: readonly Decision[]): SignedRulings[] {
  return decisions.filter(({ state }) => state === 'in-effect').map(signed);
}

export const signed = ({ rulings, by, at }: { rulings: Rulings } & Pick<SignedRulings, 'by' | 'at'>): SignedRulings => {
  return { ...rulings, by, at };
};
