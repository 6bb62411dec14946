import type { Problem } from '../markdown-page.ts';
import { personPeriods, type ReportPeriod } from '../period/person-periods.ts';
import { everyRule, type Letter, type Programme } from '../programme.ts';
import { saidOf } from '../vocabulary.ts';
import { avoidedInSubject, begins } from './avoided-words.ts';
import { dayOfMoment } from './moment.ts';
import { openDayFrom, weekdays } from './quiet-days.ts';
import { letterIdIn, reminderValues } from './reminder-letter.ts';
import type { ReminderLine, RemindersPage } from './reminders-page.ts';
import { wrongPlaceholders } from './wrong-placeholders.ts';

const page = 'letters/reminders.md';

/** What is wrong with the schedule and its letters, found before one of them goes out. */
export function checkReminders(programme: Programme): Problem[] {
  const { reminders, inbox } = programme;
  if (reminders === null) return [];
  return [
    ...(inbox === '' ? [on(1, 'programme.md names no inbox: nobody could answer these letters.')] : []),
    ...doubleLines(reminders),
    ...reminders.lines.flatMap((line) => neverReached(programme, line)),
    ...noDayLeft(reminders),
    ...lettersOf(programme, reminders),
    ...missingWords(programme, reminders),
    ...tooFewAvoided(reminders),
  ];
}

const on = (line: number, says: string): Problem => ({ page, line, says });

function doubleLines({ lines }: RemindersPage): Problem[] {
  return lines.flatMap((line, at) => {
    const earlier = lines.slice(0, at).filter(({ id }) => id === line.id);
    const again = line.standings.filter((word) => earlier.some(({ standings }) => standings.includes(word)));
    return again.map((word) => on(line.line, `two letters are meant for "${word}" at the same time. Take one out.`));
  });
}

/** Before the due day nobody is past it; after it nobody is still on the way. */
function neverReached(programme: Programme, line: ReminderLine): Problem[] {
  const period = somePeriod(programme);
  const { moment, standings } = line;
  if (moment.is === 'from the due day' && isDueUnpublished(programme))
    return [on(line.line, 'period.md does not say by when a report is due, so this letter never goes out.')];
  const day = period === null ? null : dayOfMoment(moment, period);
  if (period !== null && day === null && moment.is === 'date')
    return [on(line.line, 'this date lies in no period, so this letter never goes out.')];
  const isAfter = isAfterDue(line, period, day);
  const wrong = standings.filter((word) => (word === 'past-deadline-unresolved') !== isAfter);
  return wrong.map((word) =>
    on(line.line, `nobody is "${word}" ${isAfter ? 'after' : 'before'} the due day, so this letter never goes out.`),
  );
}

function isAfterDue({ moment }: ReminderLine, period: ReportPeriod | null, day: string | null): boolean {
  if (moment.is === 'from the due day') return moment.days > 0;
  const end = period?.due ?? period?.span?.lastDay ?? null;
  return day !== null && end !== null && day > end;
}

const isDueUnpublished = ({ period }: Programme) => period.periods.every(({ due }) => due === null);

/** One that is the same for everybody, or that of somebody made up. */
function somePeriod(programme: Programme): ReportPeriod | null {
  const since = `${programme.rulesSince}-03-10`;
  const roster = { 'first training day': since, 'certification day': since, 'training year': programme.rulesSince };
  const periods = personPeriods(programme, roster);
  const years = Array.from({ length: 8 }, (_, ahead) => programme.rulesSince + 1 + ahead);
  return years.map((year) => periods.in(year)).find(({ kind, span }) => kind === 'regular' && span !== null) ?? null;
}

function noDayLeft({ quietDays }: RemindersPage): Problem[] {
  const closed = quietDays.flatMap((each) => (each.is === 'weekday' ? [each.weekday] : []));
  const isClosed = new Set(closed).size === weekdays.length || openDayFrom(quietDays, '2026-01-01') === null;
  return isClosed ? [on(1, 'every day is quiet: no letter would ever go out.')] : [];
}

function lettersOf(programme: Programme, reminders: RemindersPage): Problem[] {
  const named = [...new Map(reminders.lines.map((line) => [line.letter, line])).values()];
  return named.flatMap(({ letter, line }) =>
    reminders.languages.flatMap((language) => {
      const id = letterIdIn(reminders, letter, language);
      const found = Object.hasOwn(programme.letters, id) ? programme.letters[id] : undefined;
      if (!found?.text) return [on(line, `the letter letters/${id}.md is missing.`)];
      return [
        ...wrongPlaceholders(programme, letter, found, reminderValues),
        ...avoidedIn(programme, reminders, found),
      ];
    }),
  );
}

function avoidedIn(programme: Programme, reminders: RemindersPage, { id, subject, text }: Letter): Problem[] {
  const says = (what: string) => ({ page: `letters/${id}.md`, line: 1, says: what });
  const inText = reminders.avoided.filter(({ where }) => where === 'anywhere').map(({ word }) => word);
  return [
    ...avoidedInSubject(programme, subject).map((word) => says(`"${word}" has no place in a subject.`)),
    ...inText.filter((word) => begins(text, word)).map((word) => says(`"${word}" has no place in a reminder.`)),
  ];
}

/** Whatever a rule may find missing has its words in every language. */
function missingWords(programme: Programme, { languages, words }: RemindersPage): Problem[] {
  const facts = everyRule(programme)
    .filter(({ page: path }) => path.startsWith('continuing-education/'))
    .flatMap(({ metWhen }) => metWhen.map(({ fact }) => fact));
  const wanted = [...new Set(facts)].flatMap((fact) => saidOf(programme.vocabulary, fact)?.missing?.one ?? []);
  return languages.slice(1).flatMap((language) => {
    const known = words[language] ?? {};
    const without = wanted.filter((one) => !Object.hasOwn(known, one));
    return without.map((one) => on(1, `"Words in ${language}" needs a line for "${one}".`));
  });
}

function tooFewAvoided({ avoided }: RemindersPage): Problem[] {
  const isThere = (where: string) => avoided.some((each) => each.where === where);
  return [
    ...(isThere('subject') ? [] : [on(1, 'name under "Words to avoid" what may not stand in a subject.')]),
    ...(isThere('anywhere') ? [] : [on(1, 'name under "Words to avoid" what no letter may say.')]),
  ];
}
