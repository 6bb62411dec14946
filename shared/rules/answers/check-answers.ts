import { reasonCodes } from '#shared/domain/reason.ts';
import { outcomes } from '#shared/domain/submission.ts';
import type { Problem } from '../markdown-page.ts';
import type { Programme } from '../programme.ts';
import { avoidedInSubject } from '../reminders/avoided-words.ts';
import { wrongPlaceholders } from '../reminders/wrong-placeholders.ts';
import { answerIdIn } from './answer-language.ts';
import { filledWordings } from './filled-wordings.ts';
import { sayIn } from './say-in.ts';

/**
 * What the answers need besides the outcomes: a mail that brought no paper, in its kinds, one that came too late, one about several people,
 * and several of one day.
 */
const lettersBesideOutcomes = [
  ...[
    'no-attachment',
    'locked-mail',
    'empty',
    'question',
    'past-deadline',
    'several-people',
    'sent-for-you',
    'together',
  ],
];
/** Outcomes that have no letter of their own name. */
const withoutLetter: readonly string[] = ['not-a-submission', 'split'];
/** What a person may begin with who decides that a mail is not ours. */
const letterOfWrongInbox = 'not-ours';
/** What somebody hears who wants to join a class. */
const letterToApplicants = 'applicant';

/** What may stand in braces in an answer. */
const answerValues = [
  ...['reference', 'earlier reference', 'received on', 'what arrived', 'what counts', 'what is missing', 'in short'],
  ...['how to fix', 'right address', 'deadline', 'what is complete', 'where it goes', 'please know'],
  ...['count', 'references', 'answers', 'inbox', 'people', 'complete', 'asked', 'waiting'],
];

/** Every answer has its page and every reason its words, in each language that the programme writes. */
export function checkAnswers(programme: Programme): Problem[] {
  // without an address nobody writes to the programme and nothing is answered
  if (programme.inbox === '') return [];
  const others = programme.reminders?.languages.slice(1) ?? [];
  return [...inFirstLanguage(programme), ...others.flatMap((language) => inLanguage(programme, language))];
}

function neededLetters({ applications }: Programme): string[] {
  return [
    ...outcomes.filter((outcome) => !withoutLetter.includes(outcome)),
    ...lettersBesideOutcomes,
    letterOfWrongInbox,
    ...(applications ? [letterToApplicants] : []),
  ];
}

const missingLetter = (id: string): Problem => ({
  page: `letters/${id}.md`,
  line: 1,
  says: 'this letter is missing.',
});

function inFirstLanguage(programme: Programme): Problem[] {
  const letters = neededLetters(programme).filter((id) => !programme.letters[id]?.text);
  const reasons = reasonCodes.filter((code) => programme.reasonWords[code] === undefined);
  return [
    ...letters.map(missingLetter),
    ...reasons.map((code) => ({
      page: 'letters/reasons.md',
      line: 1,
      says: `there are no words for the reason "${code}".`,
    })),
  ];
}

function inLanguage(programme: Programme, language: string): Problem[] {
  const letters = neededLetters(programme).flatMap((first): Problem[] => {
    const id = answerIdIn(programme, first, language);
    const letter = Object.hasOwn(programme.letters, id) ? programme.letters[id] : undefined;
    if (!letter?.text) return [missingLetter(id)];
    const avoided = avoidedInSubject(programme, letter.subject);
    return [
      ...wrongPlaceholders(programme, first, letter, answerValues),
      ...avoided.map((word) => ({ page: `letters/${id}.md`, line: 1, says: `"${word}" has no place in a subject.` })),
    ];
  });
  return [...letters, ...reasonsIn(programme, language), ...sentencesIn(programme, language)];
}

/** A reason that asks for something asks for it in each language. */
function reasonsIn({ reasonWords, translations }: Programme, language: string): Problem[] {
  const page = `letters/reasons.${language}.md`;
  return reasonCodes.flatMap((code) => {
    const [first, here] = [reasonWords[code], translations[language]?.reasonWords[code]];
    if (!here) return [{ page, line: 1, says: `there are no words for the reason "${code}".` }];
    const isAsked = (first?.fix ?? '') !== '';
    return isAsked === (here.fix !== '')
      ? []
      : [{ page, line: 1, says: `"${code}" says what to do in one language and not in the other.` }];
  });
}

/** What the pages of this programme put into an answer. */
function sentencesIn(programme: Programme, language: string): Problem[] {
  const translation = programme.translations[language] ?? { sentences: [], reasonWords: {} };
  return filledWordings(programme)
    .filter(({ filled }) => sayIn(translation, language, filled) === null)
    .map(({ written, page }) => ({
      page: `letters/sentences.${language}.md`,
      line: 1,
      says: `there is no line for "${written}" (${page}).`,
    }));
}
