import { z } from 'zod';
import { fileIdSchema, runIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';

/**
 * Each Task of the machine, the folder under functions/ that does it, and what it takes. Inputs and outputs carry ids,
 * codes and counts only: content stays in the stores, so an execution's history holds no personal data.
 */
export const runInputSchema = z.object({
  submissionId: submissionIdSchema,
  runId: runIdSchema,
});
export type RunInput = z.infer<typeof runInputSchema>;

export const fileInputSchema = runInputSchema.extend({ fileId: fileIdSchema });
export type FileInput = z.infer<typeof fileInputSchema>;

export const faultInputSchema = runInputSchema.extend({ fault: z.string() });
export type FaultInput = z.infer<typeof faultInputSchema>;

/** Where the machine goes once the mail is open. */
export const nextStepSchema = z.enum(['read', 'judge', 'review', 'answer']);
export const openMailOutputSchema = runInputSchema.extend({
  next: nextStepSchema,
  files: z.array(fileInputSchema),
});
export type OpenMailOutput = z.infer<typeof openMailOutputSchema>;

/** One for each case that the mail was split into, none where it is one case itself. */
export const matchPersonOutputSchema = runInputSchema.extend({ items: z.array(runInputSchema) });
export type MatchPersonOutput = z.infer<typeof matchPersonOutputSchema>;

export const applyRulesOutputSchema = runInputSchema.extend({
  settled: z.boolean(),
});
export type ApplyRulesOutput = z.infer<typeof applyRulesOutputSchema>;

export const intakeSteps = [
  { state: 'OpenMail', folder: 'open-mail', takes: 'run' },
  { state: 'ReadText', folder: 'read-text', takes: 'file' },
  { state: 'SortDocuments', folder: 'sort-documents', takes: 'file' },
  { state: 'ReadFields', folder: 'read-fields', takes: 'file' },
  { state: 'LeaveFileUnread', folder: 'leave-file-unread', takes: 'file' },
  { state: 'MatchPerson', folder: 'match-person', takes: 'run' },
  { state: 'ApplyRules', folder: 'apply-rules', takes: 'run' },
  { state: 'OpenReview', folder: 'open-review', takes: 'run' },
  { state: 'TellSender', folder: 'tell-sender', takes: 'run' },
  { state: 'FileSubmission', folder: 'file-submission', takes: 'run' },
  { state: 'SetAside', folder: 'set-aside', takes: 'fault' },
] as const;

/** stop: it was taken back meanwhile. tell: nothing is judged anew by it. */
export const settleDecisionOutputSchema = runInputSchema.extend({ next: z.enum(['judge', 'tell', 'stop']) });
export type SettleDecisionOutput = z.infer<typeof settleDecisionOutputSchema>;

/** The settle machine's own step; the others of it are the intake's. */
export const settleSteps = [{ state: 'SettleDecision', folder: 'settle-decision', takes: 'run' }] as const;

/** Every Task of both machines. */
export const machineSteps = [...intakeSteps, ...settleSteps] as const;
export type StepState = (typeof machineSteps)[number]['state'];

/** The nightly sweep. Ids of its run and names of segments only: who is walked past stands in no execution's history. */
export const sweepPlanInputSchema = z.object({
  /** the day to judge by; null: today, where the programme lives */
  day: z.string().nullable(),
  /** a timer asks at several hours of one night, and begins nothing that is done or that somebody is at work on */
  start: z.enum(['by-hand', 'by-timer']).default('by-hand'),
});
export type SweepPlanInput = z.input<typeof sweepPlanInputSchema>;
export const sweepSegmentInputSchema = z.object({ runId: z.string(), segment: z.string() });
export type SweepSegmentInput = z.infer<typeof sweepSegmentInputSchema>;
/** `isToWalk` false: the night is done, or another start of it is at work. */
export type SweepPlanOutput = { runId: string; isToWalk: boolean; segments: SweepSegmentInput[] };
export type SweepSegmentOutput = SweepSegmentInput & { isDone: boolean };
export const sweepReportInputSchema = z.object({ runId: z.string() });
export type SweepReportInput = z.infer<typeof sweepReportInputSchema>;
export type SweepReportOutput = SweepReportInput & { findings: number };

/** All three live in the folder functions/sweep: one file a step. */
export const sweepSteps = [
  { state: 'SweepPlan', file: 'sweep-plan' },
  { state: 'SweepSegment', file: 'sweep-segment' },
  { state: 'SweepReport', file: 'sweep-report' },
] as const;
export type SweepState = (typeof sweepSteps)[number]['state'];

/** Both live in the folder functions/retention; neither is told anything, for the lists that people agreed to are rows. */
export const retentionSteps = [
  { state: 'CarryOutDisposals', file: 'carry-out-disposals' },
  { state: 'ProposeDisposal', file: 'propose-disposal' },
] as const;
export type RetentionState = (typeof retentionSteps)[number]['state'];
/** A state of any machine. */
export type AnyState = StepState | SweepState | RetentionState;
