import type { Credit } from '#shared/domain/credit.ts';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';

/**
 * The credit lines of a person's year as a programme's measures see them. What no paper says yet (how a training was
 * held, whether it was in-service) is not known, so a measure that asks it says from where to where it lies.
 */
export function countedCredits(credits: readonly Credit[]): CountedCredit[] {
  return credits.map((credit) => ({
    title: credit.title,
    paper: credit.fileSha256[0] ?? null,
    hours: credit.hours,
    status: credit.status,
    isConfirmed: false,
    completedOn: credit.completedOn,
    topics: credit.bucket === null ? null : [credit.bucket],
    mode: null,
    provider: credit.provider,
    providerClass: null,
    isInService: null,
    isSelfPresented: null,
    approval: credit.code === 'missing-guidance-form' ? 'none' : null,
    evidence: credit.evidence.some(({ role }) => role === 'certificate') ? ['certificate'] : [],
  }));
}
