import { covered, writtenNumber } from '#shared/domain/private-number.ts';
import type { FileReading, PageReading, Word } from '#shared/domain/reading.ts';
import { type PageEvidence, weighPage } from './page-kind/page-evidence.ts';

/**
 * A reading without what nobody needs of it: of a private page no word is kept, of other pages no Social Security number.
 * Done before the reading is stored, so that no later step and no screen can show them. The file itself stays as it came.
 */
export function withholdPrivate(reading: FileReading): FileReading {
  const pages: PageReading[] = [];
  for (const page of reading.pages) {
    const evidence = weighPage(page);
    const isPrivate = evidence.isSensitive || (pages.at(-1)?.isWithheld === true && isRest(page, evidence));
    pages.push(isPrivate ? withoutWords(page) : coverNumbers(page));
  }
  return { ...reading, pages };
}

/** The second page of a clinic's letter has no title, and nothing that was asked for. */
const isRest = ({ medium }: PageReading, { kind, opens, isBlank }: PageEvidence) =>
  kind === 'other' && !opens && !isBlank && medium !== 'unread';

/** Alone it cannot be told from the rest of a private paper: only with the page before it. */
export function mayBeRest(page: PageReading): boolean {
  return page.isWithheld !== true && isRest(page, weighPage(page));
}

function withoutWords(page: PageReading): PageReading {
  return { ...page, words: [], checkMarks: [], rules: [], ink: [], formFields: [], isWithheld: true };
}

const label = /^\W*(?:ssn?|s\.s\.n\.?|ss#|soc|social|security|seguro)\W*$/i;
/** "Ethics and Social Media  1.25": hours, no part of a number. */
const amount = /^\d{1,2}\.\d{1,2}$/;
/** Words behind "SSN:" on its line that may be the number. */
const behindLabel = 4;

function coverNumbers(page: PageReading): PageReading {
  const words = page.words.map((word, at) => coverWord(word, page.words.slice(Math.max(0, at - behindLabel), at)));
  const formFields = page.formFields.map((field) => ({
    ...field,
    value: field.value?.replace(writtenNumber, covered) ?? null,
  }));
  return { ...page, words, formFields };
}

function coverWord(word: Word, before: readonly Word[]): Word {
  const isLabelled = before.some((one) => label.test(one.text) && isLevel(one, word));
  const isNumber = isLabelled && /^\W*\d[\d\s.–-]{2,}\W*$/.test(word.text) && !amount.test(word.text);
  const text = isNumber ? covered : word.text.replace(writtenNumber, covered);
  return text === word.text ? word : { ...word, text };
}

const isLevel = (one: Word, other: Word) => Math.abs(one.box[1] - other.box[1]) < Math.max(one.box[3], other.box[3]);

/** A number was covered on this page. */
export function hasCovered({ words, formFields }: PageReading): boolean {
  return (
    words.some(({ text }) => text.includes(covered)) ||
    formFields.some(({ value }) => value?.includes(covered) === true)
  );
}
