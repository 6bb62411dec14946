import { yearOf } from '#shared/domain/calendar.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import type { FactName } from '#shared/rules/facts.ts';
import { judgeApplication } from '#shared/rules/judge-application.ts';
import { missingIn } from '#shared/rules/nearest-miss.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { judgeShadowApplication } from '#shared/rules/shadow.ts';
import { applicationFacts } from './application-facts.ts';
import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';

const applicationKinds: readonly string[] = ['training-application', 'family-training-application'];

/** What a rule found wanting, by the reasons that people know. */
const reasonFor: Partial<Record<FactName, ReasonCode>> = {
  'age on receipt': 'age-below-minimum',
  'education evidence attached': 'education-evidence-missing',
  'questions without answer': 'question-unanswered',
  'application signed': 'signature-missing',
};
const codes: ReadonlyMap<string, ReasonCode> = new Map(Object.entries(reasonFor));

/**
 * The findings about one person's application, for a person of the office: nothing is accepted or refused by them. Two
 * applications of one person are left alone, since nobody can say which is meant.
 */
export function judgeApplications(
  programme: Programme,
  claims: readonly ClaimDocument[],
  { unread, receivedDay }: { unread: number; receivedDay: string },
): { findings: Finding[]; shadow: Finding[]; concerns: Concern[] } {
  const [application, ...more] = claims.filter(
    (claim) => claim.isThisMail && applicationKinds.includes(claim.document.kind),
  );
  if (!application || more.length > 0) return { findings: [], shadow: [], concerns: [] };
  const facts = applicationFacts(programme, application, { claims, unread });
  const findings = judgeApplication(programme, facts, receivedDay);
  const shadow = judgeShadowApplication(programme, facts, { year: yearOf(receivedDay), asOf: receivedDay });
  const concerns = missingIn(programme, findings).flatMap(({ fact, rule }) => {
    const code = codes.get(fact);
    const why = findings.find((finding) => finding.rule === rule)?.why ?? '';
    return code === undefined ? [] : [concern(code, why, application)];
  });
  return { findings, shadow, concerns };
}
