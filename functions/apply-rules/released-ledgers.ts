import type { CaseFile } from '#shared/domain/case-file.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { caseClaimsOf } from './case-claims.ts';
import { found } from './found.ts';
import type { MailPapers, PersonPapers } from './judge-mail.ts';
import { judgePerson, type LawBook } from './judge-person.ts';
import { ledgerBefore } from './ledger-before.ts';
import { inProgrammeUnits } from './programme-units.ts';

type Ledger = { caseFile: CaseFile; version: number | null };

/**
 * The years that turned out to have nothing to do with a mail, judged anew without it: of other people, or another year of
 * the same person. `judged`: the ledgers in which it stands now.
 */
export async function releasedLedgers(papers: MailPapers, judged: readonly Ledger[], law: LawBook): Promise<Ledger[]> {
  const ledgers: Ledger[] = [];
  const isJudged = (id: string | undefined, year: number) =>
    judged.some(({ caseFile }) => caseFile.specialistId === id && caseFile.year === year);
  for (const person of [...papers.people, ...papers.released]) {
    for (const year of person.standsIn ?? []) {
      if (isJudged(person.specialist?.specialistId, year)) continue;
      const ledger = await releasedLedger(person, papers, year, law);
      if (ledger) ledgers.push(ledger);
    }
  }
  return ledgers;
}

async function releasedLedger(
  person: PersonPapers,
  { submission }: MailPapers,
  year: number,
  law: LawBook,
): Promise<Ledger | null> {
  const { specialist, earlier } = person;
  if (!specialist) return null;
  const periods = personPeriods(law.programme, rosterFacts(specialist));
  const { caseFile, version, ...others } = await earlier(year);
  if (!caseFile?.submissions.includes(submission.submissionId)) return null;
  const submissions = caseFile.submissions.filter((id) => id !== submission.submissionId);
  const { specialistId } = specialist;
  if (others.receivedAt === null) {
    return { caseFile: { specialistId, year, submissions, credits: [], findings: [], shadow: [] }, version };
  }
  const received = { at: others.receivedAt, headerDate: null };
  const inUnits = others.claims.map((claim) => inProgrammeUnits(claim, law.programme));
  const own = { person: specialist, periods, claims: caseClaimsOf(inUnits, year, periods), rulings: others.rulings };
  const before = await ledgerBefore(person, year, periods, law);
  const result = judgePerson({ ...own, blockedBy: [], unread: 0, received, completeSince: null, before }, law);
  return { caseFile: { ...found(result, law), credits: result.credits, specialistId, year, submissions }, version };
}
