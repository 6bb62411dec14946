import { dayIn, dayInWords, yearOf } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonPeriods, ReportPeriod } from '../period/person-periods.ts';
import { personPeriods, spanInWords } from '../period/person-periods.ts';
import { credentialOf, type Programme } from '../programme.ts';
import { rosterFacts } from '../roster-facts.ts';
import type { Standing } from './standing.ts';

export type ActiveAnswer = {
  readonly day: string;
  readonly answer: 'active' | 'not-active' | 'cannot-tell';
  /** sentences, in the order in which they led to the answer */
  readonly reasons: readonly string[];
  /** the report year that the answer hangs on; null when it hangs on none */
  readonly decidingYear: number | null;
  /** the answers of the rules about that year */
  readonly findings: readonly Finding[];
  /** what nobody can look up, since the programme's pages do not say it */
  readonly notPublished: readonly string[];
};

/** `standing` is null for a year that has nothing on record. */
export type JudgedYear = { readonly caseFile: CaseFile; readonly standing: Standing };

export type ActiveQuestion = {
  readonly programme: Programme;
  readonly specialist: Specialist;
  readonly years: readonly JudgedYear[];
  readonly day: string;
  /** where the programme lives */
  readonly today: string;
};

type Part = Pick<ActiveAnswer, 'answer' | 'reasons' | 'decidingYear' | 'findings'>;

/**
 * Whether somebody was active on a day, by the roster and what is on record: the last report that was due before that day
 * decides. "Not active" is said only before the first day, or where the office itself wrote it; a missed report is told as
 * it is, since what follows from it is a named person's to say.
 */
export function activeOn(question: ActiveQuestion): ActiveAnswer {
  const { programme, specialist, day } = question;
  const periods = personPeriods(programme, rosterFacts(specialist));
  const part = byRoster(question, periods) ?? byReports(question, periods);
  return { day, ...part, notPublished: notPublishedIn(programme, periods, yearOf(day)) };
}

function byRoster({ programme, specialist, day, today }: ActiveQuestion, periods: PersonPeriods): Part | null {
  if (day > today) return cannotTell(`${dayInWords(day)} is not over: nobody can say yet what will be then.`);
  if (credentialOf(programme, specialist.credentialType) === null)
    return cannotTell('The credential on the roster is none of this programme.');
  const since = firstDayOf(specialist, periods, yearOf(day));
  if (since === null) return cannotTell('The day of recognition is not on the roster.');
  if (day < since) {
    const why = `The roster gives ${dayInWords(since)} as the first day. ${dayInWords(day)} is before it.`;
    return { answer: 'not-active', reasons: [why], decidingYear: null, findings: [] };
  }
  const status = specialist.status.trim().toLowerCase();
  if (status === 'active') return null;
  if (status === 'inactive' && day === today)
    return { ...cannotTell('The office itself wrote "inactive" on the roster.'), answer: 'not-active' };
  return cannotTell('The roster does not say "active" today, and not since when that is so.');
}

/** From the day that periods are counted from; where they hang on no day of the person, from either that is known. */
function firstDayOf(specialist: Specialist, periods: PersonPeriods, year: number): string | null {
  const { initialTrainingDate: trained, certifiedOn: certified = null } = specialist;
  const { countedFrom } = periods.in(year);
  if (countedFrom === 'first training day') return trained;
  return countedFrom === 'certification day' ? certified : (certified ?? trained);
}

function byReports(question: ActiveQuestion, periods: PersonPeriods): Part {
  const { years, day, specialist } = question;
  const since = firstDayOf(specialist, periods, yearOf(day)) ?? day;
  const period = lastDueBefore(periods, day, yearOf(since));
  if (period === null) return active([`No report was due before ${dayInWords(day)}.`], null, []);
  const { year } = period;
  if (!period.isRuled) return cannotTell(`The programme's pages do not go back to ${year}.`, year);
  if (period.kind === 'not due' || period.kind === 'waived')
    return active([`No report was due for ${year}, the last period before that day.`], year, []);
  if (period.span === null || period.kind === null)
    return cannotTell(`Which days the period of ${year} has is not known.`, year);
  const earlier = unmetBefore(years, year);
  if (earlier !== undefined) {
    const why = `The report for ${earlier} is on record and not met. What follows from it for later years is a named person's to say.`;
    return cannotTell(why, earlier, findingsOf(years, earlier));
  }
  return byYear(question, period);
}

/** The report that decides: the last one whose last day in time is before the day asked about. */
function lastDueBefore(periods: PersonPeriods, day: string, fromYear: number): ReportPeriod | null {
  for (let year = yearOf(day); year >= fromYear; year -= 1) {
    const period = periods.in(year);
    const last = period.due ?? period.span?.lastDay ?? (period.isRuled ? null : `${year}-12-31`);
    if (period.kind !== 'none' && (last === null || last < day)) return period;
  }
  return null;
}

function unmetBefore(years: readonly JudgedYear[], year: number): number | undefined {
  const isUnmet = ({ standing }: JudgedYear) => standing.word !== 'met' && standing.word !== 'not-yet-due';
  return years.find((each) => each.caseFile.year < year && isUnmet(each))?.caseFile.year;
}

function byYear({ years, day, programme }: ActiveQuestion, period: ReportPeriod): Part {
  const { year, span } = period;
  const which = span === null ? String(year) : spanInWords(span);
  const found = years.find(({ caseFile }) => caseFile.year === year);
  if (found === undefined)
    return cannotTell(`The report for ${which} decides, and nothing about it is on record here.`, year);
  const findings = findingsOf(years, year);
  if (found.standing.word !== 'met') {
    const why = `The report for ${which} decides, and it is not on record as met.`;
    return { ...cannotTell(why, year, findings), reasons: [why, ...found.standing.why] };
  }
  const ruledOn = ({ override }: Finding) => dayIn(programme.timeZone, override?.at ?? '');
  const late = findings.find((finding) => isSetAside(finding) && ruledOn(finding) > day);
  if (late) {
    const why = `A person said on ${dayInWords(ruledOn(late))} that ${late.rule} is met. Whether that reaches back to ${dayInWords(day)} is not written anywhere.`;
    return cannotTell(why, year, findings);
  }
  const first = years.every(({ caseFile }) => caseFile.year >= year);
  const rest = first ? [`What was due before ${which} is not on record here; the roster says "active".`] : [];
  return active(
    [`The report for ${which} was the last one due before that day, and it is met.`, ...rest],
    year,
    findings,
  );
}

/** A person of the office said "met" where the rule itself did not. */
function isSetAside({ override }: Finding): boolean {
  return override !== undefined && override.verdictByRule !== 'met';
}

function findingsOf(years: readonly JudgedYear[], year: number): Finding[] {
  const findings = years.find(({ caseFile }) => caseFile.year === year)?.caseFile.findings ?? [];
  return findings.filter(({ verdict }) => verdict !== 'does-not-apply');
}

function notPublishedIn({ period }: Programme, periods: PersonPeriods, year: number): string[] {
  const { due, span } = periods.in(year);
  return [
    ...(period.lateSteps.length === 0
      ? ['a grace period, what follows from a late report and from when, and a way back after a missed one']
      : []),
    ...(due === null && span !== null ? ['by when a report is due'] : []),
    ...(span === null ? ['how long a period is'] : []),
  ];
}

const active = (reasons: string[], decidingYear: number | null, findings: Finding[]): Part => {
  return { answer: 'active', reasons, decidingYear, findings };
};

function cannotTell(why: string, decidingYear: number | null = null, findings: Finding[] = []): Part {
  return { answer: 'cannot-tell', reasons: [why], decidingYear, findings };
}
