import type { Answer } from '#shared/domain/answer.ts';
import { answerIdIn, firstLanguage } from '#shared/rules/answers/answer-language.ts';
import { fillLetter } from '#shared/rules/letters.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { localeOf } from '#shared/rules/reminders/language.ts';

/** An answer with the reference of the mail that it is about. */
export type Told = { answer: Answer; reference: string };

/**
 * One letter for several answers to one address, the newest first. A year is judged whole each time, so of two that tell the same year
 * only the newer is told, unless the older says what is wrong with a file of its own mail.
 */
export function toldTogether(programme: Programme, told: readonly Told[]): string {
  const sections = told.filter((one, at) => !told.slice(at + 1).some((newer) => tells(newer.answer, one.answer)));
  const texts = sections.toReversed().map(withoutGreeting);
  const distinct = texts.filter((text, at) => texts.findIndex((other) => isSame(other, text)) === at);
  const references = told.map(({ reference }) => reference);
  // as the newest was written; each keeps the language that its own mail was answered in
  const language = told.at(-1)?.answer.language ?? firstLanguage(programme);
  return fillLetter(programme, answerIdIn(programme, 'together', language), {
    count: String(told.length),
    references: new Intl.ListFormat(localeOf(language)).format(references),
    answers: distinct.map(({ text }) => text).join('\n\n* * *\n\n'),
  }).text;
}

type Section = { text: string; reference: string };

function tells(newer: Answer, { about = [], ofFiles = [] }: Answer): boolean {
  const isSameYear = about.length > 0 && about.every((each) => newer.about?.includes(each));
  return isSameYear && ofFiles.every((each) => newer.ofFiles?.includes(each));
}

/** The letter around it greets already. */
function withoutGreeting({ answer, reference }: Told): Section {
  return { text: answer.text.replace(/^[^\n]{1,40}[,:]\n\n/, '').trim(), reference };
}

/** Word for word the same but for the reference. */
const isSame = (one: Section, other: Section) =>
  one.text.replaceAll(one.reference, '') === other.text.replaceAll(other.reference, '');
