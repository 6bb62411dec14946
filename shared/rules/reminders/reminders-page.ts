import type { Moment } from './moment.ts';
import type { QuietDay } from './quiet-days.ts';

/** Who may be written to at all. Nobody is who has met all, waits for us, is not active, or of whom we cannot tell. */
export const remindedStandings = [
  'nothing-received',
  'in-progress',
  'documents-incomplete',
  'past-deadline-unresolved',
] as const;
export type RemindedStanding = (typeof remindedStandings)[number];

/** One line of the schedule. Lines of one moment have one id: who had that letter in one standing gets no second in another. */
export type ReminderLine = {
  readonly id: string;
  readonly moment: Moment;
  readonly standings: readonly RemindedStanding[];
  /** the letter's page without folder, ending and language */
  readonly letter: string;
  readonly line: number;
};

/** A word that has no place in these letters: in a subject others may see, or anywhere since it would say what no machine decides. */
export type AvoidedWord = { readonly word: string; readonly where: 'subject' | 'anywhere'; readonly line: number };

/** The page letters/reminders.md. */
export type RemindersPage = {
  /** the first is that of the letters without an ending */
  readonly languages: readonly string[];
  /** "9:00" where the programme lives */
  readonly goOutFrom: string;
  /** a letter that could not go on its day goes until so many days later */
  readonly lateDaysMost: number;
  readonly quietDays: readonly QuietDay[];
  readonly lines: readonly ReminderLine[];
  readonly avoided: readonly AvoidedWord[];
  /** what is missing, by language and by the English word for one of it */
  readonly words: Readonly<Record<string, Readonly<Record<string, { readonly one: string; readonly many: string }>>>>;
};
