import type { HoursHundredths } from '#shared/domain/hours.ts';

/** What a programme does with hours above the need; null: nothing is published. */
export type CarryOver = {
  readonly isAllowed: boolean | null;
  /** null: no limit, where it is allowed */
  readonly atMost: HoursHundredths | null;
  /** for how many periods hours are kept */
  readonly keptFor: number | null;
  /** hours of a missed period may be made up afterwards */
  readonly makeUp: boolean | null;
};

/** Hours that the period before leaves over: 0 where none are allowed, not known where nothing is published. */
export function carriedOver(
  rule: CarryOver,
  had: HoursHundredths,
  needed: HoursHundredths,
): HoursHundredths | undefined {
  if (rule.isAllowed === null) return undefined;
  if (!rule.isAllowed || rule.keptFor === 0) return 0;
  const over = Math.max(0, had - needed);
  return rule.atMost === null ? over : Math.min(over, rule.atMost);
}
