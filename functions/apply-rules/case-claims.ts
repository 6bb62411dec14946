import { isDay } from '#shared/domain/calendar.ts';
import type { PersonPeriods } from '#shared/rules/period/person-periods.ts';
import { type ClaimDocument, fieldOf, fileOf, type ReportedRow, surelyYesNo, textOf } from './claim.ts';
import { reportedRows } from './reported-rows.ts';

/** What one person has sent for one report year, over all their mails. */
export type CaseClaims = {
  year: number;
  /** every form of the year */
  reports: ClaimDocument[];
  /** those of the newest mail that brought any: what the person says now */
  forms: ClaimDocument[];
  /** forms of this mail that are about another year */
  otherYears: ClaimDocument[];
  rows: ReportedRow[];
  certificates: ClaimDocument[];
  guidances: ClaimDocument[];
};

/** The year a report is about: as the form says; else the one most certificates fall in; else the one of the receipt. */
export function reportYearOf(claims: readonly ClaimDocument[], receivedDay: string, periods: PersonPeriods): number {
  const stated = claims
    .filter((claim) => claim.document.kind === 'ce-report' && claim.isThisMail)
    .map((claim) => Number(textOf(fieldOf(claim, 'reportingYear'))))
    .find((year) => Number.isInteger(year) && year >= 2000 && year <= 2100);
  if (stated !== undefined) return periods.yearStated(stated);
  const days = claims.map((claim) => textOf(fieldOf(claim, 'completedOn'))).filter((day) => day !== null);
  const years = days.filter(isDay).map((day) => periods.yearOfDay(day));
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? periods.yearOfDay(receivedDay);
}

/** The same file sent in two mails is one document of the case; this mail's copy is the one shown, a doubtful one the last. */
function once(claims: readonly ClaimDocument[]): ClaimDocument[] {
  const rank = (claim: ClaimDocument) => (claim.isThisMail ? 0 : claim.doubt === null ? 1 : 2);
  const byFile = new Map<string, ClaimDocument>();
  for (const claim of [...claims].sort((a, b) => rank(a) - rank(b))) {
    if (!byFile.has(fileOf(claim))) byFile.set(fileOf(claim), claim);
  }
  return [...byFile.values()];
}

export function caseClaimsOf(claims: readonly ClaimDocument[], year: number, periods: PersonPeriods): CaseClaims {
  const ofKind = (kind: string) => once(claims.filter((claim) => claim.document.kind === kind));
  const isOfYear = (report: ClaimDocument) => {
    const stated = textOf(fieldOf(report, 'reportingYear'));
    return stated === null || periods.yearStated(Number(stated)) === year;
  };
  const all = ofKind('ce-report');
  const reports = all.filter(isOfYear);
  const withRows = newestMail(reports.filter((report) => report.document.trainings.length > 0));
  return {
    year,
    reports,
    forms: newestMail(reports),
    otherYears: all.filter((report) => report.isThisMail && !isOfYear(report)),
    rows: reportedRows(withRows),
    certificates: ofKind('certificate'),
    guidances: ofKind('ceu-guidance'),
  };
}

/**
 * A corrected form replaces the one before it; several forms in one mail (pages, two lists) add up. Ids sort by time of
 * receipt. A form of a doubtful mail never replaces one of a mail that proved itself.
 */
function newestMail(reports: readonly ClaimDocument[]): ClaimDocument[] {
  const sure = reports.filter((report) => report.doubt === null);
  const able = sure.length > 0 ? sure : reports;
  const newest = able
    .map(({ submissionId }) => submissionId)
    .sort()
    .at(-1);
  return able.filter((report) => report.submissionId === newest);
}

export type Attestation = { ticked: boolean | undefined; signed: boolean | undefined };

/**
 * Yes when the forms of one mail are both ticked and signed: a tick on one form and a signature on another are not a
 * signed statement. Else what the newest forms say; undefined while it cannot be read.
 */
export function attestationOf({ reports, forms }: Pick<CaseClaims, 'reports' | 'forms'>): Attestation {
  const sure = reports.filter((report) => report.doubt === null);
  const mails = [...new Set(sure.map(({ submissionId }) => submissionId))];
  const whole = mails
    .map((mail) => attestedBy(sure.filter(({ submissionId }) => submissionId === mail)))
    .find(({ ticked, signed }) => ticked === true && signed === true);
  return whole ?? attestedBy(forms.filter((report) => report.doubt === null));
}

function attestedBy(forms: readonly ClaimDocument[]): Attestation {
  const over = (field: string) => {
    const answers = forms.map((report) => surelyYesNo(report, field));
    if (answers.includes(true)) return true;
    return answers.length > 0 && answers.every((answer) => answer === false) ? false : undefined;
  };
  return { ticked: over('attestationChecked'), signed: over('signaturePresent') };
}
