import { daysBetween } from '#shared/domain/day-arithmetic.ts';
import { boundsAsFacts } from '../bounds.ts';
import type { Facts } from '../facts.ts';

/** One step of the table "When a report is late": what holds up to so many days after the due day. */
export type LateStep = {
  /** null: the last step, without an end */
  readonly upToDays: number | null;
  readonly step: string;
  readonly fee: string;
  readonly effect: string;
  readonly source: string;
};

export const inTime = 'in time';

type Asked = { readonly due: string | null; readonly reportDay: string | undefined; readonly today: string };

/** How late, and on which step. A report that is not complete is at least as late as today. */
export function lateFacts(steps: readonly LateStep[], { due, reportDay, today }: Asked): Facts {
  if (due === null) return {};
  if (reportDay === undefined) {
    const least = Math.max(0, daysBetween(due, today));
    return boundsAsFacts('days late', { least, most: null });
  }
  const days = Math.max(0, daysBetween(due, reportDay));
  const step = days === 0 ? inTime : steps.find((each) => each.upToDays === null || days <= each.upToDays)?.step;
  return { 'days late': days, ...(step === undefined ? {} : { 'late step': step }) };
}
