import type { Missing } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { fillLetter } from '../letters.ts';
import { type ReportPeriod, spanInWords } from '../period/person-periods.ts';
import type { Programme } from '../programme.ts';
import { dayInLanguage, spanInLanguage } from './language.ts';
import { missingInLanguage } from './missing-in-language.ts';
import type { ReminderLine, RemindersPage } from './reminders-page.ts';

export type ReminderText = { readonly language: string; readonly subject: string; readonly text: string };

/** The language of a person's letters: theirs where the programme writes it, else the first of its page. */
export function languageFor({ languages }: RemindersPage, { language }: Specialist): string {
  const [first = 'en'] = languages;
  return languages.find((each) => each === language) ?? first;
}

/** The page of a letter in a language: the first language has no ending. */
export function letterIdIn({ languages }: RemindersPage, letter: string, language: string): string {
  return language === languages[0] ? letter : `${letter}.${language}`;
}

/** What may stand in braces on the page of such a letter. No day is counted in words that another day would make wrong. */
export const reminderValues = ['period', 'deadline', 'in short', 'inbox'] as const;

export function fillReminder(
  programme: Programme,
  page: RemindersPage,
  {
    line,
    language,
    period,
    missing,
  }: {
    line: ReminderLine;
    language: string;
    period: ReportPeriod;
    missing: readonly Missing[];
  },
): ReminderText {
  const values: Readonly<Record<(typeof reminderValues)[number], string>> = {
    period: periodInLanguage(period, language),
    deadline: period.due === null ? '' : dayInLanguage(period.due, language),
    'in short': missingInLanguage(programme, missing, language),
    inbox: programme.inbox,
  };
  return { language, ...fillLetter(programme, letterIdIn(page, line.letter, language), values) };
}

/** "2026", or from day to day */
export function periodInLanguage({ span, year }: ReportPeriod, language: string): string {
  if (span === null) return String(year);
  const inWords = spanInWords(span);
  if (/^\d{4}$/.test(inWords)) return inWords;
  return spanInLanguage(span.start, span.lastDay, language);
}
