import { dayInLanguage } from '../reminders/language.ts';
import type { Sentence, Translation } from './translation.ts';

/**
 * One line of an answer in another language: by the line of the page that fits it and says the most itself. Null where no line fits;
 * the English is never handed back.
 */
export function sayIn(translation: Translation, language: string, text: string): string | null {
  if (text.length > lettersMax) return null;
  for (const { pattern, slots, said } of linesOf(translation.sentences)) {
    const found = pattern.exec(text);
    const values = found && valuesIn(translation, language, slots, found.slice(1));
    if (values) return said.replace(/\{([^{}]+)\}/g, (_whole, name: string) => values.get(name) ?? '');
  }
  return null;
}

/** No sentence of ours is longer, whatever it names; two names of a stranger are looked for in no more. */
const lettersMax = 4_000;

type Line = { pattern: RegExp; slots: readonly string[]; said: string; own: number };

/** What a slot may hold, by its name; what is not named here is a number. */
const kept = /^(?:other )?(?:title|file|name|place|address|rule)$/;
const dated = /^(?:other )?(?:day|period|year)$/;
const nested = /^(?:sentence|how|thing)$/;
const figure = String.raw`\d[\d.,]*(?:, \d+)*`;

const lines = new WeakMap<readonly Sentence[], readonly Line[]>();

/** Made once for a page; the line with the most words of its own comes first. */
function linesOf(sentences: readonly Sentence[]): readonly Line[] {
  const known = lines.get(sentences);
  if (known) return known;
  const made = sentences.map(lineOf).sort((one, other) => other.own - one.own);
  lines.set(sentences, made);
  return made;
}

function lineOf({ english, said }: Sentence): Line {
  const parts = english.split(/\{([^{}]+)\}/);
  const slots = parts.filter((_part, at) => at % 2 === 1);
  const words = parts.filter((_part, at) => at % 2 === 0);
  const pattern = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : shapeOf(part))).join('');
  return { pattern: new RegExp(`^${pattern}$`, 'su'), slots, said, own: words.join('').length };
}

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const shapeOf = (slot: string) =>
  kept.test(slot) || dated.test(slot) || nested.test(slot) ? '(.+?)' : `(${figure}(?: to ${figure}| or more)?)`;

/** Null where a slot holds what it may not. */
function valuesIn(
  translation: Translation,
  language: string,
  slots: readonly string[],
  found: readonly string[],
): Map<string, string> | null {
  const values = new Map<string, string>();
  for (const [at, slot] of slots.entries()) {
    const value = valueIn(translation, language, slot, found[at] ?? '');
    if (value === null) return null;
    values.set(slot, value);
  }
  return values;
}

function valueIn(translation: Translation, language: string, slot: string, found: string): string | null {
  if (kept.test(slot)) return found;
  if (dated.test(slot)) return daysIn(language, found);
  if (nested.test(slot)) return sayIn(translation, language, found);
  return amountIn(translation, language, found);
}

/** "3 to 8" and "8 or more" are words of the page too. */
function amountIn(translation: Translation, language: string, found: string): string | null {
  return /[a-z]/.test(found) ? sayIn(translation, language, found) : found;
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const months = Array.from({ length: 12 }, (_, at) => monthName.format(Date.UTC(2026, at, 1)));
const englishDay = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/;

/** A year, a day as figures, a day in English words, or from day to day. */
function daysIn(language: string, found: string): string | null {
  if (/^\d{4}(?:-\d{2}-\d{2})?$/.test(found)) return found.length === 4 ? found : dayInLanguage(found, language);
  const days = found.split(' to ').map((each) => dayOf(each));
  if (days.length > 2 || days.some((day) => day === null)) return null;
  return days.map((day) => dayInLanguage(day ?? '', language)).join(' – ');
}

function dayOf(written: string): string | null {
  const [, month = '', day = '', year = ''] = englishDay.exec(written) ?? [];
  const at = months.indexOf(month);
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
