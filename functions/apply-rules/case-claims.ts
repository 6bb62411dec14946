import { yearOf } from '#shared/domain/calendar.ts';
import { type ClaimDocument, fieldOf, fileOf, type ReportedRow, textOf, yesNoOf } from './claim.ts';

/** What one person has sent for one report year, over all their mails. */
export type CaseClaims = {
  year: number;
  reports: ClaimDocument[];
  rows: ReportedRow[];
  certificates: ClaimDocument[];
  guidances: ClaimDocument[];
};

/** The year a report is about: as the form says; else the year most certificates fall in; else the year of receipt. */
export function reportYearOf(claims: readonly ClaimDocument[], receivedYear: number): number {
  const stated = claims
    .filter((claim) => claim.document.kind === 'ce-report' && claim.isThisMail)
    .map((claim) => Number(textOf(fieldOf(claim, 'reportingYear'))))
    .find((year) => Number.isInteger(year) && year >= 2000 && year <= 2100);
  if (stated !== undefined) return stated;
  const days = claims.map((claim) => textOf(fieldOf(claim, 'completedOn'))).filter((day) => day !== null);
  const counts = new Map<number, number>();
  for (const day of days) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? receivedYear;
}

/** The same file sent in two mails is one document of the case; this mail's copy is the one shown. */
function once(claims: readonly ClaimDocument[]): ClaimDocument[] {
  const sorted = [...claims].sort((a, b) => Number(b.isThisMail) - Number(a.isThisMail));
  return [...new Map(sorted.reverse().map((claim) => [fileOf(claim), claim])).values()].reverse();
}

export function caseClaimsOf(claims: readonly ClaimDocument[], year: number): CaseClaims {
  const ofKind = (kind: string) => once(claims.filter((claim) => claim.document.kind === kind));
  const reports = ofKind('ce-report').filter((report) => {
    const stated = textOf(fieldOf(report, 'reportingYear'));
    return stated === null || Number(stated) === year;
  });
  return {
    year,
    reports,
    rows: latestRows(reports),
    certificates: ofKind('certificate'),
    guidances: ofKind('ceu-guidance'),
  };
}

/** A corrected form replaces the one before it; several forms in one mail (pages, two lists) add up. */
function latestRows(reports: readonly ClaimDocument[]): ReportedRow[] {
  const inThisMail = reports.filter((report) => report.isThisMail);
  const latestMail = inThisMail[0]?.submissionId ?? reports.at(-1)?.submissionId;
  return reports
    .filter((report) => report.submissionId === latestMail)
    .flatMap((report) => report.document.trainings.map((row) => ({ row, from: report })));
}

/** Yes when any form of the year is ticked and signed; no when all say no; undefined while one cannot be read. */
export function attestationOf(reports: readonly ClaimDocument[]): {
  ticked: boolean | undefined;
  signed: boolean | undefined;
} {
  const over = (field: string) => {
    const answers = reports.map((report) => yesNoOf(fieldOf(report, field)));
    if (answers.includes(true)) return true;
    return answers.length > 0 && answers.every((answer) => answer === false) ? false : undefined;
  };
  return { ticked: over('attestationChecked'), signed: over('signaturePresent') };
}
