import type { CaseFile } from '#shared/domain/case-file.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { caseClaimsOf, reportYearOf } from './case-claims.ts';
import { found } from './found.ts';
import type { MailPapers, PersonPapers } from './judge-mail.ts';
import { judgePerson, type LawBook } from './judge-person.ts';
import { ledgerBefore } from './ledger-before.ts';
import { inProgrammeUnits } from './programme-units.ts';

type Ledger = { caseFile: CaseFile; version: number | null };

/** The years of people who turned out to have nothing to do with a mail, judged anew without it. */
export async function releasedLedgers(papers: MailPapers, receivedDay: string, law: LawBook): Promise<Ledger[]> {
  const ledgers: Ledger[] = [];
  for (const person of papers.released) {
    const ledger = await releasedLedger(person, papers, receivedDay, law);
    if (ledger) ledgers.push(ledger);
  }
  return ledgers;
}

async function releasedLedger(
  person: PersonPapers,
  { submission }: MailPapers,
  receivedDay: string,
  law: LawBook,
): Promise<Ledger | null> {
  const { specialist, claims, earlier } = person;
  if (!specialist) return null;
  const periods = personPeriods(law.programme, rosterFacts(specialist));
  const year = reportYearOf(claims, receivedDay, periods);
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
