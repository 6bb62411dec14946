import type { ReasonCode } from '#shared/domain/reason.ts';
import type { FactName } from '#shared/rules/facts.ts';
import { type Programme, rulesIn } from '#shared/rules/programme.ts';

/** The fact that a reason bears on: the rule that asks for this fact is the one to cite. */
const factOf: Partial<Record<ReasonCode, FactName>> = {
  'missing-report': 'report form received',
  'missing-certificate': 'trainings without certificate',
  'missing-guidance-form': 'trainings without guidance form',
  'attestation-unsigned': 'attestation signed',
  'signature-missing': 'attestation signed',
  'excluded-training': 'named excluded trainings',
  'possible-mandatory-training': 'possible mandatory trainings',
  'topic-unclear': 'trainings with unclear topic',
  'out-of-period': 'trainings outside the year',
  'past-deadline': 'report day',
};

/** The programme's own source for a credit that counts (null) or for what stands in its way. */
export function citationFor(programme: Programme, code: ReasonCode | null, year: number): string {
  const fact = code === null ? 'counted hours' : factOf[code];
  const rules = rulesIn(programme.rules, year);
  const rule = rules.find(({ metWhen }) => metWhen.some((clause) => clause.fact === fact));
  return rule?.citation ?? rules[0]?.citation ?? programme.name;
}
