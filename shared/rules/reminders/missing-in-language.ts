import type { Missing } from '#shared/domain/finding.ts';
import type { Programme } from '../programme.ts';
import { saidOf } from '../vocabulary.ts';
import { localeOf } from './language.ts';

/** "3 hours of ethics and the report form" in one of the languages of the programme's reminders. */
export function missingInLanguage(programme: Programme, missing: readonly Missing[], language: string): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return list.format(missing.map((each) => oneInLanguage(programme, each, language)));
}

function oneInLanguage(programme: Programme, { fact, amount, inWords }: Missing, language: string): string {
  const english = saidOf(programme.vocabulary, fact)?.missing?.one ?? '';
  const words = programme.reminders?.words[language]?.[english];
  // a stored judgement may name what today's pages have no word for: then it is said as it was found
  if (words === undefined) return inWords;
  if (amount === null) return words.one;
  const said = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(Number(amount));
  return `${said} ${Number(amount) === 1 ? words.one : words.many}`;
}
