import { resolutionActions } from '#shared/domain/resolution.ts';
import type { Problem } from '../markdown-page.ts';
import type { Programme } from '../programme.ts';
import { avoidedInSubject } from '../reminders/avoided-words.ts';
import { letterIdIn } from '../reminders/reminder-letter.ts';
import { wrongPlaceholders } from '../reminders/wrong-placeholders.ts';
import { periodLetterId, periodLetterValues } from './period-letter.ts';

/** A programme writes all letters about a period, in each of its languages, or none: a supervisor must not meet a gap. */
export function checkPeriodLetters(programme: Programme): Problem[] {
  const { letters, reminders } = programme;
  const firsts = resolutionActions.map(periodLetterId);
  if (!firsts.some((id) => Object.hasOwn(letters, id))) return [];
  const idsOf = (first: string) => (reminders?.languages ?? ['']).map((each) => idIn(programme, first, each));
  return firsts.flatMap((first) =>
    idsOf(first).flatMap((id) => {
      const page = `letters/${id}.md`;
      const letter = Object.hasOwn(letters, id) ? letters[id] : undefined;
      if (!letter?.text)
        return [{ page, line: 1, says: 'this letter about a period is missing, and others are there.' }];
      const avoided = avoidedInSubject(programme, letter.subject);
      return [
        ...wrongPlaceholders(programme, first, letter, periodLetterValues),
        ...avoided.map((word) => ({ page, line: 1, says: `"${word}" has no place in a subject.` })),
      ];
    }),
  );
}

const idIn = ({ reminders }: Programme, first: string, language: string) =>
  reminders === null ? first : letterIdIn(reminders, first, language);
