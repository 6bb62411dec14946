import { dayIn, isDay } from '#shared/domain/calendar.ts';
import type { FactValue, Finding } from '#shared/domain/finding.ts';
import type { HoursHundredths } from '#shared/domain/hours.ts';
import { unlessTold } from './conditions.ts';
import { decide, type WhenAsked } from './decide.ts';
import type { FactName, Facts } from './facts.ts';
import { lateFacts } from './period/late.ts';
import { periodFacts } from './period/period-facts.ts';
import { type Programme, rulesIn } from './programme.ts';
import { amountFor } from './weigh-clause.ts';

/** Every rule that holds in the report year, for one person, in the order of the rules' ids. */
export function judgeYear(programme: Programme, facts: Facts, when: WhenAsked): Finding[] {
  const complete = completeFacts(programme, facts, when);
  return rulesIn(programme.rules, when.year).map((rule) => decide(rule, complete, when));
}

/** Adds what follows from the question, the pages and the other facts, unless it was handed in. */
export function completeFacts(programme: Programme, facts: Facts, when: WhenAsked): Facts {
  const today = isDay(when.asOf) ? when.asOf : dayIn(programme.timeZone, when.asOf);
  // one object that is filled: it is made for every person of a year, and copies would cost more than the judging
  const all: Record<string, FactValue> = {
    'report year': when.year,
    'last day of report year': `${when.year}-12-31`,
    today,
    'core hours with ethics surplus': coreWithSurplus(programme, facts, when.year),
  };
  if (programme.period.carryOver.isAllowed === false) all['hours carried over'] = 0;
  Object.assign(all, unlessTold(programme.conditions.stated), periodFacts(programme, facts, when.year));
  // what was handed in stands above what follows from the pages
  for (const name of Object.keys(facts)) if (facts[name] !== undefined) all[name] = facts[name];
  const [due, reportDay] = [all['due day'], all['report day']];
  const late = lateFacts(programme.period.lateSteps, {
    due: typeof due === 'string' ? due : null,
    reportDay: typeof reportDay === 'string' ? reportDay : undefined,
    today: typeof all.today === 'string' ? all.today : today,
  });
  for (const name of Object.keys(late)) all[name] = facts[name] ?? late[name];
  return all;
}

/** Core hours and the ethics hours above the minimum of that year; unknown when one of the three is. */
function coreWithSurplus(programme: Programme, facts: Facts, year: number): FactValue {
  const [core, ethics] = [facts['core hours'], facts['ethics hours']];
  const minimum = minimumOf(programme, 'ethics hours', year);
  if (typeof core !== 'number' || typeof ethics !== 'number' || minimum === undefined) return undefined;
  return core + Math.max(0, ethics - minimum);
}

/** The least amount that some rule of the programme asks of a fact in a report year, e.g. of `ethics hours`. */
export function minimumOf(programme: Programme, fact: FactName, year: number): HoursHundredths | undefined {
  for (const rule of rulesIn(programme.rules, year)) {
    for (const clause of rule.metWhen) {
      const { operand } = clause;
      if (clause.fact !== fact || clause.comparison !== 'is at least' || operand.is !== 'amount') continue;
      const amount = rule.amounts.find((each) => each.name === operand.name);
      return (amount && amountFor(amount, year)?.value) ?? undefined;
    }
  }
  return undefined;
}
