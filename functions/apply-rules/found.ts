import { missingIn } from '#shared/rules/nearest-miss.ts';
import type { LawBook, PersonJudgement } from './judge-person.ts';

/** What is kept of one person's year, with what it needs still and the pages that say so. */
export function found({ findings, shadow }: PersonJudgement, law: LawBook) {
  return { findings, shadow, missing: missingIn(law.programme, findings), judgedBy: judgedBy(law) };
}

export function judgedBy({ programme }: LawBook) {
  return { programme: programme.id, sha256: programme.book.sha256 };
}
