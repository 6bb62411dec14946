/** Figures and days as they are written here, whichever the language: 1.25, not 1,25. */
const locales: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-US' };
export const localeOf = (language: string): string => locales[language] ?? language;

const days = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: making one takes longer than writing the letter. */
function dayFormat(language: string): Intl.DateTimeFormat {
  const known = days.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  days.set(language, made);
  return made;
}

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** "31 de diciembre de 2026" */
export const dayInLanguage = (day: string, language: string): string => dayFormat(language).format(asDate(day));

export function spanInLanguage(start: string, lastDay: string, language: string): string {
  return dayFormat(language).formatRange(asDate(start), asDate(lastDay));
}
