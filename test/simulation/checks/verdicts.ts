import { resolvedOn, type YearLived } from '../run-year.ts';
import { isTooLate, type YearTruth, yearTruth } from '../truth.ts';
import type { Check } from './check.ts';

/** How the programme's own sentence calls a year when all is over. */
export function wordOf(truth: YearTruth, year: number): 'met' | 'past-deadline' | 'not-yet-due' | 'inactive' {
  if (!truth.isDue) return 'not-yet-due';
  // two named people of the simulated office said so of those who sent nothing
  if (!truth.hasSent) return 'inactive';
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

/** Nobody is called inactive on any evening before a named person said so, and only those of whom it was said after it. */
export function onlyPeopleMakeInactive({ days, resolved, standings, wish }: YearLived): Check {
  const said = new Set(resolved.inactive);
  const tooSoon = days.filter(({ day, inactive }) => inactive > 0 && day < resolvedOn(wish.year));
  const called = [...standings].filter(([, { word }]) => word === 'inactive').map(([id]) => id);
  return {
    says: 'nobody is inactive by the machine: only who was named by one person and confirmed by another',
    looked: days.length,
    broken: [
      ...tooSoon.map(({ day }) => `${day}: somebody was inactive before a person said so`),
      ...called.filter((id) => !said.has(id)).map((id) => `${id} is inactive, and nobody said so`),
      ...resolved.refused,
    ],
  };
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
