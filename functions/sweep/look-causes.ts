import type { LookCause } from '#shared/domain/person-standing.ts';
import { isFullLookDay } from '#shared/domain/segment.ts';
import type { VersionedSpecialist } from '#shared/records/roster-records.ts';
import type { SweepHook, Walked } from './sweep-hook.ts';

type Met = {
  walked: Walked;
  rosterVersion: VersionedSpecialist['version'];
  isTouched: boolean;
  rulesSha256: string;
  hooks: readonly SweepHook[];
};

/** These alone explain no difference: whoever finds one has found a touch that was missed. */
const routine: ReadonlySet<LookCause> = new Set(['turn-of-full-look', 'asked-by-hook']);
export const isRoutine = (causes: readonly LookCause[]): boolean => causes.every((cause) => routine.has(cause));

/** Why this person's papers are read tonight; nothing, for nearly everybody on nearly every night. */
export function lookCausesOf({ walked, rosterVersion, isTouched, rulesSha256, hooks }: Met): LookCause[] {
  const { specialist, standings, today } = walked;
  const causes: LookCause[] = [];
  if (standings.length === 0) causes.push('first-standing');
  if (isTouched) causes.push('touched');
  if (standings.some((each) => each.rosterVersion !== rosterVersion)) causes.push('roster-changed');
  if (standings.some(({ judgedBy }) => judgedBy !== rulesSha256)) causes.push('rules-changed');
  if (standings.some(({ nextLookOn }) => nextLookOn !== null && nextLookOn <= today)) causes.push('day-has-come');
  if (hooks.some((hook) => hook.asks(walked))) causes.push('asked-by-hook');
  if (isFullLookDay(specialist.specialistId, today)) causes.push('turn-of-full-look');
  return causes;
}
