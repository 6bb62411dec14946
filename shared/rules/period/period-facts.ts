import type { Facts } from '../facts.ts';
import type { Programme } from '../programme.ts';
import { type Period, type PeriodRule, periodIn } from './period.ts';

/** The period of the programme that ends in a report year, counted from the day that its page names. */
export function periodOf(programme: Programme, facts: Facts, year: number): Period | null {
  const rule = periodRuleIn(programme.period.periods, year);
  if (!rule) return null;
  const since = rule.countedFrom === null ? undefined : facts[rule.countedFrom];
  return periodIn(rule, year, typeof since === 'string' ? since : undefined);
}

/** The section "From …" in force for a report year. */
export function periodRuleIn(periods: readonly PeriodRule[], year: number): PeriodRule | undefined {
  return periods.filter((each) => each.fromYear <= year).at(-1);
}

export function periodFacts(programme: Programme, facts: Facts, year: number): Facts {
  const period = periodOf(programme, facts, year);
  return {
    'kind of period': period?.kind ?? undefined,
    'period start': period?.start ?? undefined,
    'period last day': period?.lastDay ?? undefined,
    'due day': period?.due ?? undefined,
    'window opens': period?.windowOpens ?? undefined,
    'window closes': period?.windowCloses ?? undefined,
  };
}
