import { z } from 'zod';

/** One mail as it was received: `sub_` and 26 characters. Never reused, never derived from a person. */
export const submissionIdSchema = z
  .string()
  .regex(/^sub_[0-9a-z]{20,32}$/)
  .brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof submissionIdSchema>;

/** One walk of the intake machine over a submission: `run_` and the submission's own part, then the run's number. */
export const runIdSchema = z
  .string()
  .regex(/^run_[0-9a-z]{20,32}_\d{1,4}$/)
  .brand<'RunId'>();
export type RunId = z.infer<typeof runIdSchema>;

/** One file of a submission, in the order found: `file_0001`. Unique inside its submission only. */
export const fileIdSchema = z
  .string()
  .regex(/^file_\d{4}$/)
  .brand<'FileId'>();
export type FileId = z.infer<typeof fileIdSchema>;

/** The first run of a submission is number 1; looking at it again is 2, and so on. */
export function runIdOf(submissionId: SubmissionId, number: number): RunId {
  return runIdSchema.parse(`run_${submissionId.slice('sub_'.length)}_${number}`);
}

/** The mail that a run is about. */
export const submissionOfRun = (runId: RunId): SubmissionId => submissionIdSchema.parse(`sub_${runId.split('_')[1]}`);

/** The run after this one, of the same submission. */
export function nextRunIdOf(runId: RunId): RunId {
  const numberAt = runId.lastIndexOf('_') + 1;
  return runIdSchema.parse(`${runId.slice(0, numberAt)}${Number(runId.slice(numberAt)) + 1}`);
}

export const isFirstRun = (runId: RunId): boolean => runId.endsWith('_1');

export function fileIdOf(number: number): FileId {
  return fileIdSchema.parse(`file_${String(number).padStart(4, '0')}`);
}
