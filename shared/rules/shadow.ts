import { dayIn, isDay } from '#shared/domain/calendar.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { decide, type WhenAsked } from './decide.ts';
import type { Facts } from './facts.ts';
import { completeApplication } from './judge-application.ts';
import { completeFacts } from './judge-year.ts';
import { isAboutApplications, type Programme, type Rule, rulesIn } from './programme.ts';

/**
 * The pages that run in shadow, judged by the facts of a person's year. What they find is kept beside the live findings for
 * people to look at: it moves no outcome, no letter, no standing and no request.
 */
export function judgeShadow(programme: Programme, facts: Facts, when: WhenAsked): Finding[] {
  const rules = inShadow(programme, when).filter(({ page }) => !isAboutApplications(page));
  const complete = completeFacts(programme, facts, when);
  return rules.map((rule) => decide(rule, complete, when));
}

/** The same for an application. */
export function judgeShadowApplication(programme: Programme, facts: Facts, when: WhenAsked): Finding[] {
  const rules = inShadow(programme, when).filter(({ page }) => isAboutApplications(page));
  const complete = completeApplication(programme, { ...facts, 'received on': when.asOf });
  return rules.map((rule) => decide(rule, complete, when));
}

/** A page is tried out from its day on. */
function inShadow(programme: Programme, { year, asOf }: WhenAsked): Rule[] {
  const today = isDay(asOf) ? asOf : dayIn(programme.timeZone, asOf);
  return rulesIn(programme.shadow, year).filter(({ shadowSince }) => shadowSince !== null && shadowSince <= today);
}
