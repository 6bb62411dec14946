import type { Credit } from '#shared/domain/credit.ts';
import type { FactValue } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import { type Bounds, boundsAsFacts } from '#shared/rules/bounds.ts';
import type { FactName } from '#shared/rules/facts.ts';
import { isPast, type ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { attestationOf, type CaseClaims } from './case-claims.ts';
import type { Training } from './claim.ts';

export type FactsInput = {
  person: Specialist;
  credential: string | null;
  period: ReportPeriod;
  claims: CaseClaims;
  trainings: readonly Training[];
  credits: readonly Credit[];
  /** undecided trainings whose title names clinical work */
  clinical: number;
  /** files of these mails that nobody has read yet */
  unread: number;
  /** hours that the period before leaves over, from and to; undefined where the programme's page says it */
  carried: Bounds | undefined;
  /** the day the mail was received where the programme lives, or the day on which all had been there already */
  reportDay: string;
  /** the day its Date header gives; undefined when unreadable */
  mailDated: string | undefined;
};

const sum = (credits: readonly Credit[]) => credits.reduce((total, credit) => total + (credit.hours ?? 0), 0);

/** Everything the rule pages may ask about one person in one report year. */
export function caseFacts(input: FactsInput): Partial<Record<FactName, FactValue>> {
  const { person, credential, claims, trainings, credits, unread, reportDay, mailDated } = input;
  const counted = credits.filter((credit) => credit.status === 'counted');
  const open = credits.filter((credit) => credit.status === 'undecided');
  // what a person ruled on is settled: a line that they left out stands against nothing any more
  const withCode = (code: ReasonCode) => credits.filter((credit) => credit.code === code && !credit.ruling).length;
  return {
    credential: credential ?? undefined,
    ...rosterFacts(person),
    'counted hours': sum(counted),
    'ethics hours': sum(counted.filter((credit) => credit.bucket === 'ethics')),
    'core hours': sum(counted.filter((credit) => credit.bucket === 'core')),
    'hours in review': open.some((credit) => credit.hours === null) ? undefined : sum(open),
    'documents in review': unread,
    'report form received': claims.reports.length > 0 ? true : unread > 0 ? undefined : false,
    'attestation signed': attestationSigned(claims, unread),
    'report day': completedOn(input, reportDay),
    'mail dated': mailDated,
    'reported by e-mail': true,
    ...(input.carried ? boundsAsFacts('hours carried over', input.carried) : {}),
    'trainings reported': claims.rows.length > 0 ? claims.rows.length : trainings.length,
    'trainings without certificate': withoutCertificate(trainings, unread),
    'trainings without guidance form': withCode('missing-guidance-form'),
    'named excluded trainings': withCode('excluded-training'),
    'possible mandatory trainings': withCode('possible-mandatory-training'),
    'clinical trainings': input.clinical,
    'trainings with unclear topic': withCode('topic-unclear'),
    'trainings outside the year': withCode('out-of-period'),
  };
}

/** The day the last needed paper was here: not known while one is missing, unless it is too late already. */
function completedOn({ claims, period, trainings, unread }: FactsInput, reportDay: string): string | undefined {
  const isComplete =
    claims.reports.length > 0 &&
    trainings.every((training) => training.certificate !== null) &&
    attestationSigned(claims, unread) === true;
  return isComplete || isPast(period, reportDay) ? reportDay : undefined;
}

function attestationSigned(claims: CaseClaims, unread: number): boolean | undefined {
  const { ticked, signed } = attestationOf(claims);
  if (ticked === true && signed === true) return true;
  if (claims.reports.length === 0) return unread > 0 ? undefined : false;
  return ticked === undefined || signed === undefined ? undefined : false;
}

/** Each unread page may be one of the missing certificates, so only what goes beyond them is known to be missing. */
function withoutCertificate(trainings: readonly Training[], unread: number): number | undefined {
  const missing = trainings.filter((training) => training.certificate === null).length;
  if (missing === 0) return 0;
  return missing > unread ? missing : undefined;
}
