import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import type { Credit, CreditTraits, Evidence } from '#shared/domain/credit.ts';
import { parseHours } from '#shared/domain/hours.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { suggestTopic } from '#shared/rules/suggest-topic.ts';
import { type CheckContext, checkCertificate } from './check-certificate.ts';
import { type CreditPart, checkTopic } from './check-topic.ts';
import { citationFor } from './citation.ts';
import { type ClaimDocument, fieldOf, hoursOf, type Training, textOf } from './claim.ts';
import type { Concern } from './concern.ts';
import { concern } from './concern.ts';
import { creditTopics } from './credit-topics.ts';
import { traitsOf } from './credit-traits.ts';
import { titleOf } from './pair-trainings.ts';
import { softened } from './seen-papers.ts';

export type Assessed = { credits: Credit[]; concerns: Concern[]; isClinical: boolean };

type CreditContext = CheckContext & {
  programme: Programme;
  register: readonly ApprovedTraining[];
  choices?: readonly TopicChoice[];
  blockedBy: Concern[];
};

/** The credit lines of one training. A line is counted only when nothing at all speaks against it. */
export function creditsOf(training: Training, context: CreditContext): Assessed {
  const { programme, register } = context;
  const topic = checkTopic(training, programme, register);
  const { guidance } = training;
  const unread = guidance?.document.reasons.map((r) => concern(r.code, r.text, guidance, r.field)) ?? [];
  const printed = checkCertificate(training, { ...context, approvedTitle: topic.approved?.title });
  const own = softened([...printed, ...stillAsked(topic.concerns, printed), ...unread], training);
  const [first] = [...own, ...context.blockedBy];
  const parts = isUnitOpen(training)
    ? [{ bucket: null, hours: null }]
    : topic.parts.length > 0
      ? topic.parts
      : [{ bucket: null, hours: hoursOf(training.reported?.row.hours) }];
  const traits = traitsOf(training, {
    employer: context.employer ?? null,
    isListed: topic.approved !== undefined,
    isFormMissing: first?.code === 'missing-guidance-form',
  });
  const named = { title: topic.approved?.title ?? titleOf(training) ?? '', why: topic.why, traits };
  const credits = parts
    .map((part, i) => line(training, part, i, first, named, { programme, year: context.period.year }))
    .map((credit) => explained(programme, credit, parts.length > 1))
    .map((credit) => withSuggestion(programme, context.choices ?? [], credit));
  return { credits, concerns: own, isClinical: topic.isClinical };
}

/** A credit that counts says by which words it is about what it is about. */
function explained(programme: Programme, credit: Credit, isPart: boolean): Credit {
  const { why } = creditTopics(programme, credit, isPart);
  return credit.status !== 'counted' || why === '' ? credit : { ...credit, why: `${credit.why} ${why}` };
}

/** Beside what waits for a person stands what reviewers said of it before; nothing else of the credit is touched by it. */
function withSuggestion(programme: Programme, choices: readonly TopicChoice[], credit: Credit): Credit {
  if (credit.status !== 'undecided') return credit;
  const suggestion = suggestTopic(choices, credit, programme.timeZone);
  return suggestion === null ? credit : { ...credit, suggestion: suggestion.why };
}

/** No guidance form is asked for where it could not help: a training of another period counts with none. */
function stillAsked(ofTopic: readonly Concern[], ofCertificate: readonly Concern[]): Concern[] {
  const isOfAnother = ofCertificate.some(({ code }) => code === 'out-of-period');
  return ofTopic.filter(
    ({ code }) => !isOfAnother || (code !== 'missing-guidance-form' && code !== 'signature-missing'),
  );
}

/** Units that nobody has counted in hours yet: the form's own figure is no bound for them. */
function isUnitOpen({ certificate }: Training): boolean {
  const printed = textOf(fieldOf(certificate, 'hours'));
  return printed !== null && parseHours(printed) === null;
}

function line(
  training: Training,
  part: CreditPart | { bucket: null; hours: number | null },
  i: number,
  against: Concern | undefined,
  named: { title: string; why: string; traits: CreditTraits },
  { programme, year }: { programme: Programme; year: number },
): Credit {
  const { certificate, reported, guidance, copies } = training;
  const source = certificate ?? reported?.from;
  return {
    creditId: `${source ? `${source.document.sha256.slice(0, 16)}.${source.document.part}` : 'none'}#${reported?.at ?? 'x'}#${i}`,
    title: named.title,
    provider: textOf(fieldOf(certificate, 'provider')) ?? textOf(reported?.row.provider),
    completedOn: textOf(fieldOf(certificate, 'completedOn')) ?? textOf(reported?.row.completedOn),
    hours: part.hours,
    bucket: part.bucket,
    status: against ? 'undecided' : 'counted',
    code: against?.code ?? null,
    why: against?.detail ?? against?.why ?? named.why,
    citation: citationFor(programme, against?.code ?? null, year),
    evidence: [
      ...evidenceOf(certificate, 'certificate'),
      ...copies.flatMap((copy) => evidenceOf(copy, 'certificate')),
      ...evidenceOf(reported?.from ?? null, 'report-row'),
      ...evidenceOf(guidance, 'guidance'),
    ],
    traits: named.traits,
    fileSha256: [certificate, ...copies].filter((claim) => claim !== null).map((claim) => claim.document.sha256),
  };
}

function evidenceOf(claim: ClaimDocument | null, role: Evidence['role']): Evidence[] {
  return claim ? [{ submissionId: claim.submissionId, document: claim.at, role }] : [];
}
