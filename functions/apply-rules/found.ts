import { missingIn } from '#shared/rules/nearest-miss.ts';
import type { LawBook, PersonJudgement } from './judge-person.ts';

/** What is kept of one person's year, with what it needs still and the pages that say so. */
export function found({ findings, shadow, carriedHours }: PersonJudgement, law: LawBook) {
  const carried = carriedHours === undefined ? {} : { carriedHours };
  return { findings, shadow, ...carried, missing: missingIn(law.programme, findings), judgedBy: judgedBy(law) };
}

export function judgedBy({ programme }: LawBook) {
  return { programme: programme.id, sha256: programme.book.sha256 };
}
