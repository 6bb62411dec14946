import type { CaseFile } from '#shared/domain/case-file.ts';
import type { PersonPeriods } from '#shared/rules/period/person-periods.ts';
import type { PersonPapers } from './judge-mail.ts';
import type { LawBook } from './judge-person.ts';

/** The ledger of the period before, where a programme carries hours over from it; null where there is none. */
export async function ledgerBefore(
  { earlier }: PersonPapers,
  year: number,
  periods: PersonPeriods,
  { programme }: LawBook,
): Promise<CaseFile | null> {
  const before = periods.yearBefore(year);
  if (programme.period.carryOver.isAllowed !== true || before === null) return null;
  return (await earlier(before)).caseFile;
}
