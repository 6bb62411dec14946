import type { Missing } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { ResolutionAction } from '#shared/domain/resolution.ts';
import { fillLetter } from '../letters.ts';
import type { ReportPeriod } from '../period/person-periods.ts';
import type { Programme } from '../programme.ts';
import { dayInLanguage } from '../reminders/language.ts';
import { missingInLanguage } from '../reminders/missing-in-language.ts';
import { languageFor, letterIdIn, periodInLanguage, type ReminderText } from '../reminders/reminder-letter.ts';

/** What may stand in braces on such a page. `until` is the new last day; empty where no time was given. */
export const periodLetterValues = ['period', 'until', 'in short', 'inbox'] as const;

/** The page of the letter about one decision, in the first language. */
export const periodLetterId = (action: ResolutionAction): string => `period-${action}`;

type Decided = {
  action: ResolutionAction;
  /** the new last day; null where no time is given */
  until: string | null;
  period: ReportPeriod;
  missing: readonly Missing[];
  person: Specialist;
};

/**
 * The office's own words to somebody about whose period a person decided, in the language of their reminders. Null: the programme
 * writes no such letter, and the person who decides has to find the words.
 */
export function draftPeriodLetter(programme: Programme, decided: Decided): ReminderText | null {
  const { action, until, period, missing, person } = decided;
  const { reminders, inbox, letters } = programme;
  const language = reminders === null ? 'en' : languageFor(reminders, person);
  const first = periodLetterId(action);
  const id = reminders === null ? first : letterIdIn(reminders, first, language);
  if (!Object.hasOwn(letters, id)) return null;
  const values: Readonly<Record<(typeof periodLetterValues)[number], string>> = {
    period: periodInLanguage(period, language),
    until: until === null ? '' : dayInLanguage(until, language),
    'in short': missingInLanguage(programme, missing, language),
    inbox,
  };
  return { language, ...fillLetter(programme, id, values) };
}
