import type { Credit } from '#shared/domain/credit.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { parseHours } from '#shared/domain/hours.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { Typed } from './typed-case.ts';

type Part<Item> = Item & { person: number; applicationId?: string | undefined };

const ofCredit = ['counts', 'bucket', 'hours', 'code', 'reason', 'topic', 'because'] as const;

/** What each control of a ruling is called. */
export const rulingName = {
  credit: ({ creditId }: Pick<Credit, 'creditId'>, what: (typeof ofCredit)[number]) => `credit.${creditId}.${what}`,
  rule: ({ rule, person, year, applicationId }: Part<Pick<Finding, 'rule' | 'year'>>, what: 'verdict' | 'reason') =>
    `rule.${applicationId ?? person}.${rule}.${year}.${what}`,
  doubt: ({ code, document }: Pick<Reason, 'code' | 'document'>, what: 'settled' | 'reason') =>
    `doubt.${code}.${document ?? 'all'}.${what}`,
};

/** Every control of a ruling that a page of this judgement has. */
export function namesOfRulings({
  credits,
  findings,
  reasons,
}: Pick<Judgement, 'credits' | 'findings' | 'reasons'>): ReadonlySet<string> {
  return new Set([
    ...credits.flatMap((credit) => ofCredit.map((what) => rulingName.credit(credit, what))),
    ...findings.flatMap((one) => [rulingName.rule(one, 'verdict'), rulingName.rule(one, 'reason')]),
    ...reasons.flatMap((one) => [rulingName.doubt(one, 'settled'), rulingName.doubt(one, 'reason')]),
  ]);
}

/**
 * What a person rules on, as they typed it, for the desk to check; null where an amount of hours is none. `judgement` is
 * the case as it stands without these rulings.
 */
export function rulingsIn(typed: Typed, judgement: Judgement | null): object | null {
  if (judgement === null) return { credits: [], overrides: [], doubts: [] };
  const text = (name: string) => typed.get(name)?.trim() ?? '';
  const ruled = judgement.credits.filter((credit) => text(rulingName.credit(credit, 'counts')) !== '');
  const credits = ruled.map((credit) => creditRuling(credit, text));
  if (credits.some(({ hours }) => hours === 'none')) return null;
  return {
    credits,
    overrides: judgement.findings.flatMap((finding) => override(finding, judgement, text)),
    doubts: judgement.reasons.flatMap((reason) => settled(reason, text)),
  };
}

type Text = (name: string) => string;

function creditRuling(credit: Credit, text: Text) {
  const of = (what: Parameters<typeof rulingName.credit>[1]) => text(rulingName.credit(credit, what));
  const counts = of('counts') === 'yes';
  const typedHours = of('hours');
  return {
    ...{ creditId: credit.creditId, title: credit.title, counts, reason: of('reason') },
    bucket: of('bucket') === '' ? null : of('bucket'),
    hours: typedHours === '' ? null : (parseHours(typedHours) ?? ('none' as const)),
    code: counts ? null : of('code') || 'needs-human-decision',
  };
}

function override(finding: Part<Finding>, { people }: Judgement, text: Text): object[] {
  const verdict = text(rulingName.rule(finding, 'verdict'));
  const { rule, year, applicationId } = finding;
  // what is about an application names that one, whoever its applicant is
  const specialistId = applicationId === undefined ? (people[finding.person]?.specialistId ?? null) : null;
  if (verdict === '' || (specialistId === null && applicationId === undefined)) return [];
  const reason = text(rulingName.rule(finding, 'reason'));
  return [{ rule, year, specialistId, applicationId, verdict, reason }];
}

function settled(reason: Reason, text: Text): object[] {
  if (text(rulingName.doubt(reason, 'settled')) !== 'yes') return [];
  return [{ code: reason.code, document: reason.document ?? null, reason: text(rulingName.doubt(reason, 'reason')) }];
}
