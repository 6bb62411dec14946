import type { YearLived } from '../run-year.ts';
import { isTooLate, type YearTruth, yearTruth } from '../truth.ts';
import type { Check } from './check.ts';

/** How the programme's own sentence calls a year when all is over. */
export function wordOf(truth: YearTruth, year: number): 'met' | 'past-deadline' | 'not-yet-due' {
  if (!truth.isDue) return 'not-yet-due';
  return truth.isWhole && !isTooLate(truth, year) ? 'met' : 'past-deadline';
}

/** Everybody stands as the simulation's own sums say, to the hundredth of an hour. */
export function everyVerdict({ people, mails, standings, wish }: YearLived): Check {
  const broken = people.flatMap((person) => {
    const truth = yearTruth(person, wish.year, mails.mailsOf(person.specialistId));
    const kept = standings.get(person.specialistId);
    const word = wordOf(truth, wish.year);
    const isWord = kept?.word.startsWith(word) ?? false;
    const hours = truth.isDue ? `${truth.ethics}+${truth.core}` : '0+0';
    const isHours = `${kept?.ethics ?? 0}+${kept?.core ?? 0}` === hours;
    if (isWord && isHours) return [];
    return [
      `${person.specialistId}: by its papers ${word} with ${hours}; kept as ${kept?.word} with ${kept?.ethics}+${kept?.core}. ${kept?.why.join(' ')}`,
    ];
  });
  return { says: 'everybody stands as the papers say, to the hundredth of an hour', looked: people.length, broken };
}

/** Nobody read that their year is whole before it was. */
export function nobodyToldTooEarly({ toldComplete, mails, wish }: YearLived): Check {
  const broken = toldComplete.flatMap(({ taken, at }) => {
    const { mails: until } = mails.knownOf(taken.mail, Date.parse(at));
    const short = taken.mail.intent.people.filter((person) => !yearTruth(person, wish.year, until).isWhole);
    return short.map(({ specialistId }) => `${taken.mail.intent.key}: ${specialistId} was told at ${at}`);
  });
  return { says: 'nobody was told that all is in before it was', looked: toldComplete.length, broken };
}
