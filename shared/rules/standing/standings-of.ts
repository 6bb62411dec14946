import type { CaseFile } from '#shared/domain/case-file.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import { missingOf } from '../nearest-miss.ts';
import { lastDayInTime, personPeriods, type ReportPeriod } from '../period/person-periods.ts';
import type { Programme } from '../programme.ts';
import { rosterFacts } from '../roster-facts.ts';
import { lastDayPasses, nextPeriodBegins } from './next-look-on.ts';
import { extended, standingOf, type YearOnRecord } from './standing.ts';

export type PersonKnown = {
  readonly programme: Programme;
  readonly specialist: Specialist;
  readonly rosterVersion: number;
  readonly caseFiles: readonly CaseFile[];
  /** how each mail of the case files came out; null: nobody knows yet */
  readonly outcomes: ReadonlyMap<SubmissionId, Outcome | null>;
  /** as they were judged before */
  readonly before: readonly PersonStanding[];
  /** where the programme lives */
  readonly today: string;
  /** stands in what changes as the time since when */
  readonly at: string;
};

/** Longer texts are for the page of the person, which has them from the papers themselves. */
const sentencesMax = 8;
const lettersMax = 400;

/**
 * How each period of a person stands: the one that today lies in, and every other that has papers or was judged before. An
 * earlier year of which nothing is on record and nothing was ever said here stays unsaid: nobody kept the programme's books here then.
 */
export function standingsOf(known: PersonKnown): PersonStanding[] {
  const { programme, specialist, caseFiles, before, today } = known;
  const periods = personPeriods(programme, rosterFacts(specialist));
  const present = periods.yearOfDay(today);
  const years = new Set([present, ...before.map(({ year }) => year), ...caseFiles.map(({ year }) => year)]);
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => standingIn(known, periods.in(year), year === present ? nextPeriodBegins(periods, today) : null));
}

function standingIn(known: PersonKnown, asRuled: ReportPeriod, nextBegins: string | null): PersonStanding {
  const { programme, specialist, rosterVersion, before, today, at } = known;
  const { year } = asRuled;
  const was = before.find((each) => each.year === year);
  const resolved = was?.resolved ?? null;
  const caseFile = known.caseFiles.find((each) => each.year === year) ?? null;
  const record = caseFile === null ? null : yearOnRecord(programme, caseFile, known.outcomes);
  const { word, why } = standingOf(asRuled, record, today, { resolved, status: specialist.status });
  const period = extended(asRuled, resolved);
  return {
    specialistId: specialist.specialistId,
    year,
    word,
    why: why.slice(0, sentencesMax).map((line) => line.slice(0, lettersMax).toWellFormed()),
    missing: word === 'met' ? [] : (record?.missing ?? []).map((each) => ({ ...each })),
    due: lastDayInTime(period),
    since: was?.word === word ? was.since : at,
    judgedBy: programme.book.sha256,
    rosterVersion,
    nextLookOn: [lastDayPasses(period, word, today), nextBegins].filter((day) => day !== null).sort()[0] ?? null,
    resolved,
  };
}

/** What is on record about a year, as the rules of a standing ask for it. */
export function yearOnRecord(
  programme: Programme | null,
  caseFile: CaseFile,
  outcomes: PersonKnown['outcomes'],
): YearOnRecord {
  const own = caseFile.submissions.filter((id) => outcomes.has(id)).map((id) => outcomes.get(id) ?? null);
  return {
    findings: caseFile.findings,
    missing: programme === null ? (caseFile.missing ?? []) : missingOf(programme, caseFile),
    waiting: own.filter((outcome) => outcome === 'needs-review' || outcome === null).length,
    accepted: own.filter((outcome) => outcome === 'accepted').length,
  };
}
