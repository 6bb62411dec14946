import type { Person } from '#test/fixtures/make/people.ts';
import type { Course, Took } from './world/courses.ts';
import { localDay } from './world/local-time.ts';
import type { SentMail } from './world/write-mail.ts';

/**
 * What is true of somebody's year by the papers that were sent: added up here from what people did, by the sentence of the
 * programme and nothing of the product. Hours are whole hundredths.
 */
export type YearTruth = {
  readonly isDue: boolean;
  readonly ethics: number;
  readonly core: number;
  /** nothing lacks, whenever it came */
  readonly isWhole: boolean;
  /** the instant at which nothing lacked any more */
  readonly wholeAt: string | null;
  readonly isInTime: boolean;
  /** something of them was received */
  readonly hasSent: boolean;
};

/** A late report is taken all the same when it came within these days: what the director of the made-up office said once. */
export const graceDays = 5;

/** `mails` in the order in which they came, as far as they have come. */
export function yearTruth(person: Person, year: number, mails: readonly SentMail[]): YearTruth {
  const own = mails.filter(({ papers }) =>
    papers.some(({ states }) => 'of' in states && states.of === person.specialistId),
  );
  const isDue = Number(person.initialTrainingDate.slice(0, 4)) < year;
  const whole = own.findIndex((_mail, i) => lacks(person, year, own.slice(0, i + 1)).length === 0);
  const at = whole < 0 ? null : (own[whole]?.at ?? null);
  const sums = hoursOf(person, year, own);
  const isWhole = isDue && at !== null;
  return {
    isDue,
    ...sums,
    isWhole,
    wholeAt: at,
    isInTime: isWhole && at !== null && localDay(at) <= `${year}-12-31`,
    hasSent: own.length > 0,
  };
}

/** So late that nobody has said it may count. */
export const isTooLate = ({ isWhole, wholeAt }: YearTruth, year: number): boolean =>
  isWhole && wholeAt !== null && localDay(wholeAt) > `${year + 1}-01-${String(graceDays).padStart(2, '0')}`;

/** What lacks, in the office's words. Empty: nothing. */
export function lacks(person: Person, year: number, mails: readonly SentMail[]): string[] {
  const { ethics, core } = hoursOf(person, year, mails);
  const report = newestReport(person, mails);
  const certified = certifiedTo(person, mails);
  const missing = (report?.lists ?? []).filter((took) => !certified.some((each) => isSame(each, took)));
  return [
    ...(report === null ? ['the report form'] : []),
    ...(report !== null && !report.isSigned ? ['the signature'] : []),
    ...missing.map(({ course }) => `the certificate of ${course.title}`),
    ...(ethics < 300 ? ['hours of ethics'] : []),
    ...(core < 700 ? ['hours of core skills'] : []),
    ...(ethics + core < 1000 ? ['hours'] : []),
  ];
}

/** Hours that are proved, listed, of the year, of the right kind, and approved beforehand or explained on the form for it. */
export function hoursOf(person: Person, year: number, mails: readonly SentMail[]): { ethics: number; core: number } {
  const lists = newestReport(person, mails)?.lists ?? [];
  const counting = certifiedTo(person, mails).filter(
    (took) => lists.some((each) => isSame(each, took)) && mayCount(took, year) && isCleared(took, person, mails),
  );
  const once = counting.filter((took, i) => counting.findIndex((other) => isSame(other, took)) === i);
  const ethics = once.reduce((sum, { course }) => sum + ethicsOf(course), 0);
  return { ethics, core: once.reduce((sum, { course }) => sum + hundredths(course.hours), 0) - ethics };
}

export const hundredths = (hours: string) => Math.round(Number(hours) * 100);
export const ethicsOf = (course: Course) => hundredths(course.ethicsHours);
export const isSame = (one: Took, other: Took) => one.course.title === other.course.title && one.on === other.on;
export const mayCount = ({ course, on }: Took, year: number) => !course.isForJob && on.startsWith(String(year));

function newestReport(person: Person, mails: readonly SentMail[]) {
  const reports = mails.flatMap(({ papers }) =>
    papers.flatMap(({ states }) => (states.what === 'report' && states.of === person.specialistId ? [states] : [])),
  );
  return reports.at(-1) ?? null;
}

function certifiedTo({ specialistId }: Person, mails: readonly SentMail[]): Took[] {
  return mails.flatMap(({ papers }) =>
    papers.flatMap(({ states, isClosed }) =>
      states.what === 'certificate' && states.of === specialistId && !isClosed ? [states.took] : [],
    ),
  );
}

export function isCleared(took: Took, { specialistId }: Person, mails: readonly SentMail[]): boolean {
  return (
    took.course.approved ||
    mails.some(({ papers }) =>
      papers.some(
        ({ states }) => states.what === 'guidance' && states.of === specialistId && isSame(states.took, took),
      ),
    )
  );
}
