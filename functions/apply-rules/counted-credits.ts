import type { Bucket, Credit } from '#shared/domain/credit.ts';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import type { Programme } from '#shared/rules/programme.ts';

/**
 * The credit lines of a person's year as a programme's measures see them. What no paper says (how a training was
 * held, who gave it) is not known, so a measure that asks it says from where to where it lies.
 */
export function countedCredits(programme: Programme, credits: readonly Credit[]): CountedCredit[] {
  const words = topicsAsked(programme);
  return credits.map((credit) => ({
    title: credit.title,
    paper: credit.fileSha256[0] ?? null,
    hours: credit.hours,
    status: credit.status,
    isConfirmed: false,
    completedOn: credit.completedOn,
    topics: topicsOf(credit.bucket, words),
    mode: credit.traits?.mode ?? null,
    provider: credit.provider,
    providerClass: null,
    isInService: credit.traits?.isInService ?? null,
    isSelfPresented: null,
    approval: credit.traits?.approval ?? null,
    evidence: credit.evidence.some(({ role }) => role === 'certificate') ? ['certificate'] : [],
  }));
}

/** The topics that the programme's own page asks for. */
function topicsAsked({ counting }: Programme): ReadonlySet<string> {
  const selectors = [...counting.measures, ...counting.exclusions].map(({ where }) => where);
  return new Set(selectors.flat().flatMap(({ attribute, values }) => (attribute === 'topic' ? values : [])));
}

/**
 * What the register says of a training, in the programme's own words. A programme that does not use the word and has others
 * may mean any of them: "core" only says that it is not ethics, and "ethics" may be "law and ethics". Then it is not known.
 */
function topicsOf(bucket: Bucket | null, asked: ReadonlySet<string>): readonly string[] | null {
  if (bucket === null) return null;
  const others = [...asked].filter((topic) => topic !== 'ethics' && topic !== 'core');
  return asked.has(bucket) || others.length === 0 ? [bucket] : null;
}
