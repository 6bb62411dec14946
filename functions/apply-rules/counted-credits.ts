import type { Credit } from '#shared/domain/credit.ts';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { creditTopics } from './credit-topics.ts';

/**
 * The credit lines of a person's year as a programme's measures see them. What no paper says (how a training was
 * held, who gave it) is not known, so a measure that asks it says from where to where it lies.
 */
export function countedCredits(programme: Programme, credits: readonly Credit[]): CountedCredit[] {
  return credits.map((credit) => ({
    title: credit.title,
    paper: credit.fileSha256[0] ?? null,
    hours: credit.hours,
    status: credit.status,
    isConfirmed: false,
    completedOn: credit.completedOn,
    topics: creditTopics(programme, credit, isPartOfTraining(credit, credits)).topics,
    mode: credit.traits?.mode ?? null,
    provider: credit.provider,
    providerClass: null,
    isInService: credit.traits?.isInService ?? null,
    isSelfPresented: null,
    approval: credit.traits?.approval ?? null,
    evidence: credit.evidence.some(({ role }) => role === 'certificate') ? ['certificate'] : [],
  }));
}

/** Whether a credit is one of several into which a training was divided: their ids differ in the last number. */
function isPartOfTraining(credit: Credit, credits: readonly Credit[]): boolean {
  const trainingOf = ({ creditId }: Credit) => creditId.slice(0, creditId.lastIndexOf('#'));
  return credits.some((other) => other.creditId !== credit.creditId && trainingOf(other) === trainingOf(credit));
}
