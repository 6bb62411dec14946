import type { Specialist } from '#shared/domain/person.ts';
import type { Programme } from '../programme.ts';
import { languageFor, letterIdIn } from '../reminders/reminder-letter.ts';
import { isClearlySpanish } from './mail-language.ts';

/** That of the letters without an ending. */
export const firstLanguage = ({ reminders }: Programme): string => reminders?.languages[0] ?? 'en';

/** What is known of a reader. `asked`: whose address on file it is; empty for a stranger. */
export type Reader = { asked: readonly Specialist[]; wrote: { subject: string; bodyText: string } | null };

/**
 * The language of an answer: the one that the person asked for on the roster, as for reminders; else Spanish where the mail itself
 * surely is. The first language of the programme where nobody can tell, or where it writes no other.
 */
export function answerLanguage(programme: Programme, { asked, wrote }: Reader): string {
  const { reminders } = programme;
  const first = firstLanguage(programme);
  if (reminders === null) return first;
  const wished = asked.filter(({ language }) => language !== null && language !== undefined && language !== '');
  const [one, ...others] = new Set(wished.map((person) => languageFor(reminders, person)));
  if (one !== undefined && others.length === 0) return one;
  const isSpanish = reminders.languages.includes('es') && wrote !== null && isClearlySpanish(wordsIn(wrote));
  return isSpanish ? 'es' : first;
}

/** A subject may be another's, or the name of a form: it is read only where it is all there is. */
const wordsIn = ({ subject, bodyText }: { subject: string; bodyText: string }): string =>
  bodyText.trim() === '' ? subject : bodyText;

export function answerIdIn({ reminders }: Programme, letter: string, language: string): string {
  return reminders === null ? letter : letterIdIn(reminders, letter, language);
}
