import type { Missing } from '#shared/domain/finding.ts';
import type { Programme } from '../programme.ts';
import { saidOf } from '../vocabulary.ts';
import { localeOf } from './language.ts';

/** "3 hours of ethics and the report form" in one of the languages of the programme's reminders. */
export function missingInLanguage(programme: Programme, missing: readonly Missing[], language: string): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return list.format(missing.map((each) => oneInLanguage(programme, each, language)));
}

/** Whether the pages have a word for each in that language. */
export function canBeSaidIn(programme: Programme, missing: readonly Missing[], language: string): boolean {
  return missing.every((each) => wordsFor(programme, each, language) !== undefined);
}

function wordsFor({ vocabulary, reminders }: Programme, { fact }: Missing, language: string) {
  return reminders?.words[language]?.[saidOf(vocabulary, fact)?.missing?.one ?? ''];
}

function oneInLanguage(programme: Programme, missing: Missing, language: string): string {
  const { amount, inWords } = missing;
  const words = wordsFor(programme, missing, language);
  // a stored judgement may name what today's pages have no word for: then it is said as it was found
  if (words === undefined) return inWords;
  if (amount === null) return words.one;
  const said = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(Number(amount));
  return `${said} ${Number(amount) === 1 ? words.one : words.many}`;
}
