import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import type { Credit, Evidence } from '#shared/domain/credit.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type CheckContext, checkCertificate } from './check-certificate.ts';
import { type CreditPart, checkTopic } from './check-topic.ts';
import { citationFor } from './citation.ts';
import { type ClaimDocument, fieldOf, hoursOf, type Training, textOf } from './claim.ts';
import type { Concern } from './concern.ts';
import { concern } from './concern.ts';
import { titleOf } from './pair-trainings.ts';
import { softened } from './seen-papers.ts';

export type Assessed = { credits: Credit[]; concerns: Concern[]; isClinical: boolean };

/** The credit lines of one training. A line is counted only when nothing at all speaks against it. */
export function creditsOf(
  training: Training,
  context: CheckContext & { programme: Programme; register: readonly ApprovedTraining[]; blockedBy: Concern[] },
): Assessed {
  const topic = checkTopic(training, context.programme, context.register);
  const { guidance } = training;
  const unread = guidance?.document.reasons.map((r) => concern(r.code, r.text, guidance, r.field)) ?? [];
  const own = softened(
    [...checkCertificate(training, { ...context, approvedTitle: topic.approved?.title }), ...topic.concerns, ...unread],
    training,
  );
  const [first] = [...own, ...context.blockedBy];
  const parts = topic.parts.length > 0 ? topic.parts : [{ bucket: null, hours: hoursOf(training.reported?.row.hours) }];
  const named = { title: topic.approved?.title ?? titleOf(training) ?? '', why: topic.why };
  const credits = parts.map((part, i) => line(training, part, i, first, named, context.programme));
  return { credits, concerns: own, isClinical: topic.isClinical };
}

function line(
  training: Training,
  part: CreditPart | { bucket: null; hours: number | null },
  i: number,
  against: Concern | undefined,
  named: { title: string; why: string },
  programme: Programme,
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
    why: against?.why ?? named.why,
    citation: citationFor(programme, against?.code ?? null),
    evidence: [
      ...evidenceOf(certificate, 'certificate'),
      ...copies.flatMap((copy) => evidenceOf(copy, 'certificate')),
      ...evidenceOf(reported?.from ?? null, 'report-row'),
      ...evidenceOf(guidance, 'guidance'),
    ],
    fileSha256: [certificate, ...copies].filter((claim) => claim !== null).map((claim) => claim.document.sha256),
  };
}

function evidenceOf(claim: ClaimDocument | null, role: Evidence['role']): Evidence[] {
  return claim ? [{ submissionId: claim.submissionId, document: claim.at, role }] : [];
}
