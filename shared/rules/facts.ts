import type { FactValue } from '#shared/domain/finding.ts';
import { applicationFacts } from './application-facts.ts';
import type { CodeFact } from './vocabulary.ts';

/**
 * What code works out. Facts of a programme's own pages (measures, what only people know) come beside these. All are
 * about one person in one report year, or about one application.
 */
export const factCatalogue = {
  credential: {
    kind: 'word',
    from: 'The credential on the roster, by the word of the programme page.',
    inWords: 'which credential you hold',
  },
  'training year': {
    kind: 'year',
    from: 'The year in which the initial training was completed, from the roster.',
    inWords: 'when you finished your first training',
  },
  'report year': {
    kind: 'year',
    from: 'The year the report is about; given by whoever asks.',
    inWords: 'which year the report is about',
  },
  today: {
    kind: 'day',
    from: 'The day for which the question is asked, in the time zone of the programme.',
    inWords: 'the day of the check',
  },
  'last day of report year': {
    kind: 'day',
    from: 'December 31 of the report year where the year is the calendar year.',
    inWords: 'the last day of the report year',
  },
  'counted hours': {
    kind: 'hours',
    from: 'Sum of all counted credits of the year; undecided and not-counted credits add nothing.',
    inWords: 'your hours in total',
    missing: { one: 'hour', many: 'hours' },
  },
  'ethics hours': {
    kind: 'hours',
    from: 'Sum of the counted credits in the ethics bucket.',
    inWords: 'your hours in ethics',
    missing: { one: 'hour of ethics', many: 'hours of ethics' },
  },
  'core hours': {
    kind: 'hours',
    from: 'Sum of the counted credits in the core bucket.',
    inWords: 'your hours in the core skills of peer support',
    missing: { one: 'hour of core skills', many: 'hours of core skills' },
  },
  'core hours with ethics surplus': {
    kind: 'hours',
    from: 'Core hours and the ethics hours above the ethics minimum of the year; worked out here when not given.',
    inWords: 'your core hours with extra ethics hours added',
  },
  'hours in review': {
    kind: 'hours',
    from: 'Sum of the hours of undecided credits; an undecided credit without readable hours makes it unknown.',
    inWords: 'the hours that a person still has to check',
  },
  'documents in review': {
    kind: 'count',
    from: 'Number of documents that are not read, or read but not decided.',
    inWords: 'the documents that a person still has to check',
  },
  'report form received': {
    kind: 'yes-no',
    from: 'Yes when a report form of this person for the year has come in.',
    inWords: 'whether your report form is here',
    missing: { one: 'the report form', many: 'the report form' },
  },
  'attestation signed': {
    kind: 'yes-no',
    from: 'Yes when the ethics statement on the form is ticked and signed; unknown while the form is unread.',
    inWords: 'whether the ethics statement is signed',
    missing: { one: 'your signature under the ethics statement', many: 'your signature under the ethics statement' },
  },
  'report day': {
    kind: 'day',
    from: 'The day the last needed document was received, by our clock, in the time zone of the programme.',
    inWords: 'the day all needed papers were here',
  },
  'mail dated': {
    kind: 'day',
    from: 'The day of the Date header of that mail in the time zone of the programme; evidence only.',
    inWords: 'the day your e-mail was written',
  },
  'reported by e-mail': {
    kind: 'yes-no',
    from: 'Yes when the report came to the inbox of the programme.',
    inWords: 'how your report reached us',
  },
  'trainings reported': {
    kind: 'count',
    from: 'Number of trainings on the report form, or on certificates where there is no form.',
    inWords: 'the trainings on your report form',
    missing: { one: 'training', many: 'trainings' },
  },
  'trainings without certificate': {
    kind: 'count',
    from: 'Number of reported trainings that no certificate of this person fits.',
    inWords: 'which trainings have a certificate',
    missing: { one: 'certificate', many: 'certificates' },
  },
  'trainings without guidance form': {
    kind: 'count',
    from: 'Number of trainings that are neither approved beforehand nor come with their guidance form.',
    inWords: 'which trainings need a guidance form',
    missing: { one: 'guidance form', many: 'guidance forms' },
  },
  'named excluded trainings': {
    kind: 'count',
    from: 'Number of reported trainings of a kind that the programme names as not accepted.',
    inWords: 'whether a training is of a kind that is not accepted',
  },
  'possible mandatory trainings': {
    kind: 'count',
    from: 'Number of reported trainings that look like a training required by an employer and are undecided.',
    inWords: 'whether a training was required by your job',
  },
  'clinical trainings': {
    kind: 'count',
    from: 'Number of undecided trainings whose title names clinical work outside the role of a peer.',
    inWords: 'whether a training fits the role of a peer',
  },
  'trainings with unclear topic': {
    kind: 'count',
    from: 'Number of undecided trainings whose title fits no topic list, or more than one.',
    inWords: 'what a training was about',
  },
  'trainings outside the year': {
    kind: 'count',
    from: 'Number of reported trainings finished before or after the report year.',
    inWords: 'when each training was finished',
  },
  'first training day': {
    kind: 'day',
    from: 'The day the initial training was completed, from the roster.',
    inWords: 'when you finished your first training',
  },
  'certification day': {
    kind: 'day',
    from: 'The day the credential was given, from the roster; not known where the roster does not say it.',
    inWords: 'the day you were certified',
  },
  'kind of period': {
    kind: 'word',
    from: 'From period.md: regular, provisional, waived, not due, or none when no period ends in the report year.',
    inWords: 'which period your report is for',
  },
  'period start': {
    kind: 'day',
    from: 'The first day of the period that ends in the report year, from period.md.',
    inWords: 'when your period began',
  },
  'period last day': {
    kind: 'day',
    from: 'The last day of the period that ends in the report year, from period.md.',
    inWords: 'when your period ends',
  },
  'due day': {
    kind: 'day',
    from: 'The last day on which the report is in time, from period.md.',
    inWords: 'by when your report is due',
  },
  'window opens': {
    kind: 'day',
    from: 'The first day on which a report is taken, from period.md.',
    inWords: 'from when a report is taken',
  },
  'window closes': {
    kind: 'day',
    from: 'The last day on which a late report is taken, from period.md.',
    inWords: 'until when a late report is taken',
  },
  'days late': {
    kind: 'count',
    from: 'Days from the due day to the report day; 0 in time. Without a report: at least the days until today.',
    inWords: 'how late the report is',
  },
  'late step': {
    kind: 'word',
    from: 'The step of the table "When a report is late" in period.md; "in time" when it is not late.',
    inWords: 'how late the report is',
  },
  'hours carried over': {
    kind: 'hours',
    from: 'Hours left over from the period before; 0 where the programme allows none.',
    inWords: 'the hours left over from before',
  },
  'trainings without approval': {
    kind: 'count',
    from: 'Trainings that do not have the approval which credits.md asks for.',
    inWords: 'whether each training was approved',
    missing: { one: 'approval of a training', many: 'approvals of trainings' },
  },
  'trainings without evidence': {
    kind: 'count',
    from: 'Trainings for which no paper came that credits.md accepts.',
    inWords: 'which trainings have a paper that proves them',
    missing: { one: 'paper that proves a training', many: 'papers that prove trainings' },
  },
  'repeated trainings': {
    kind: 'count',
    from: 'Trainings that came again in the same period, where credits.md does not count them twice.',
    inWords: 'whether a training was counted before',
  },
  ...applicationFacts,
} as const satisfies Record<string, CodeFact>;

export type FactName = keyof typeof factCatalogue;
export type Facts = Readonly<Record<string, FactValue>>;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(factCatalogue, name);
}
