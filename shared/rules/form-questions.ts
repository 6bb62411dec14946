import type { FieldValue } from '#shared/domain/document.ts';
import type { FormQuestion } from './applications-page.ts';

export type OpenQuestions = {
  /** questions without an answer; null where too little of the form was seen to say */
  readonly count: number | null;
  /** those that may be named in a letter, in the programme's words */
  readonly named: readonly string[];
  readonly unnamed: number;
};

type Fields = Readonly<Record<string, FieldValue>>;

/** A place that was found on the form and holds nothing, or something. */
const isEmpty = (field: FieldValue | undefined) => field !== undefined && !isAnswered(field);
const isAnswered = (field: FieldValue | undefined) =>
  field !== undefined && field.value !== null && String(field.value).trim() !== '';

/**
 * Which questions of a form are open: those the reader found empty, and those of the programme's list that are. A question
 * of the list that the reader did not find at all leaves it open whether the form is complete; it is never called empty.
 */
export function openQuestions(questions: readonly FormQuestion[], credential: string, fields: Fields): OpenQuestions {
  const asked = questions.filter(({ credentials }) => credentials.includes(credential));
  const printed = printedOpen(fields);
  const byPrint = printed.map((words) =>
    asked.find((each) => !isAnswered(fields[each.field]) && isPrinted(each, words)),
  );
  const empty = asked.filter((question) => isEmpty(fields[question.field]) && !byPrint.includes(question));
  const known = [...new Set(byPrint.filter((question) => question !== undefined)), ...empty];
  const named = known.flatMap(({ inLetter }) => inLetter ?? []);
  const total = printed.length + empty.length;
  const isUnseen = asked.length === 0 || asked.some((question) => fields[question.field] === undefined);
  return { count: total === 0 && isUnseen ? null : total, named, unnamed: total - named.length };
}

/** The reader lists what is open by its printed words. */
function printedOpen(fields: Fields): string[] {
  const listed = fields.unansweredQuestions?.value;
  return typeof listed === 'string' ? listed.split('; ').filter((words) => words.trim() !== '') : [];
}

function isPrinted({ printed }: FormQuestion, words: string): boolean {
  const plain = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return printed.some((phrase) => plain.includes(` ${phrase.replace(/[^\p{L}\p{N}]+/gu, ' ')} `));
}
