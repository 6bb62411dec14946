import { yearOf } from '#shared/domain/calendar.ts';
import type { Programme } from '../programme.ts';
import { periodIn } from './period.ts';
import { periodRuleIn } from './period-facts.ts';

/**
 * The next day until which reports may come, from the programme's page of the period. Null where it is not published, or
 * where each person has a day of their own.
 */
export function nextDue(programme: Programme, today: string): string | null {
  const year = yearOf(today);
  for (const each of [year - 1, year, year + 1]) {
    const rule = periodRuleIn(programme.period.periods, each);
    if (!rule || rule.basis === 'anniversary' || rule.basis === 'end of month') continue;
    const { due } = periodIn(rule, each, undefined);
    if (due !== null && due >= today) return due;
  }
  return null;
}
