import type { Specialist } from '#shared/domain/person.ts';
import { fillLetter } from './letters.ts';
import type { Problem } from './markdown-page.ts';
import type { Programme } from './programme.ts';
import { avoidedInSubject } from './reminders/avoided-words.ts';
import { dayInLanguage } from './reminders/language.ts';
import { languageFor, letterIdIn, type ReminderText } from './reminders/reminder-letter.ts';
import { wrongPlaceholders } from './reminders/wrong-placeholders.ts';

export const identityLetterId = 'identity-change';

/** What may stand in braces. `new domain` is what follows the @ of a new address; empty where the name is to change. */
const identityLetterValues = ['code', 'until', 'new domain', 'inbox'] as const;

/** The question to the address on file, in the language of the person's letters; null where the programme has no words for it. */
export function identityLetter(
  programme: Programme,
  person: Specialist,
  { code, until, newDomain }: { code: string; until: string; newDomain: string },
): ReminderText | null {
  const { reminders, inbox, letters } = programme;
  const language = reminders === null ? 'en' : languageFor(reminders, person);
  const id = reminders === null ? identityLetterId : letterIdIn(reminders, identityLetterId, language);
  if (!Object.hasOwn(letters, id)) return null;
  const values: Readonly<Record<(typeof identityLetterValues)[number], string>> = {
    code,
    until: dayInLanguage(until, language),
    'new domain': newDomain,
    inbox,
  };
  return { language, ...fillLetter(programme, id, values) };
}

/** In each of the programme's languages or in none, and without a word in the subject that others should not read. */
export function checkIdentityLetter(programme: Programme): Problem[] {
  const { letters, reminders } = programme;
  if (!Object.hasOwn(letters, identityLetterId)) return [];
  const ids =
    reminders === null
      ? [identityLetterId]
      : reminders.languages.map((each) => letterIdIn(reminders, identityLetterId, each));
  return ids.flatMap((id): Problem[] => {
    const letter = Object.hasOwn(letters, id) ? letters[id] : undefined;
    const page = `letters/${id}.md`;
    if (!letter?.text) return [{ page, line: 1, says: 'this letter is missing in a language of the programme.' }];
    const avoided = avoidedInSubject(programme, letter.subject);
    return [
      ...wrongPlaceholders(programme, identityLetterId, letter, identityLetterValues),
      ...avoided.map((word) => ({ page, line: 1, says: `"${word}" has no place in a subject.` })),
    ];
  });
}
