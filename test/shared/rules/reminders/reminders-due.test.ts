import { describe, expect, test } from 'vitest';
import { type ReminderQuestion, remindersDue } from '#shared/rules/reminders/reminders-due.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aPeriod, aReminderQuestion } from '#test/builders/a-reminder-question.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const programme = await programmeNamed('louisiana-rpss');
const ask = (own: Partial<ReminderQuestion> = {}) => remindersDue(aReminderQuestion(programme, own));
const standing = (word: string, year = 2026, missing: ReminderQuestion['standings'][number]['missing'] = []) => ({
  period: aPeriod(programme, year),
  word,
  missing,
});
const anHourOfEthics = { rule: 'LA-CE-02', fact: 'ethics hours', amount: '1.25', inWords: '1.25 hours of ethics' };
const theForm = { rule: 'LA-CE-10', fact: 'report form received', amount: null, inWords: 'the report form' };

describe('a reminder', () => {
  test('to who has sent nothing says all that the year asks, and by when', () => {
    const { due } = ask();
    expect(due).toMatchObject({ year: 2026, line: '90-days-before-due-day', letter: 'reminder-nothing-received' });
    expect(due?.subject).toBe('Your training hours for 2026');
    expect(due?.to).toBe('dana.fontenot@example.org');
    expect(due?.text).toContain('Your report is due by December 31, 2026.');
    expect(due?.text).toContain(
      'What we need: the report form, your signature under the ethics statement, 3 hours of ethics, and 7 hours of core skills.',
    );
  });

  test('to who is on the way says the least that is missing', () => {
    const { due } = ask({ standings: [standing('in-progress', 2026, [theForm, anHourOfEthics])] });
    expect(due?.letter).toBe('reminder-hours-missing');
    expect(due?.text).toContain('What is still missing: the report form and 1.25 hours of ethics.');
  });

  test('is in Spanish where the roster says that somebody asked for it, with its own words for days and amounts', () => {
    const person = aSpecialist({ language: 'es' });
    const { due } = ask({ person, standings: [standing('in-progress', 2026, [theForm, anHourOfEthics])] });
    expect(due?.language).toBe('es');
    expect(due?.subject).toBe('Sus horas de capacitación de 2026');
    expect(due?.text).toContain('La fecha límite es el 31 de diciembre de 2026.');
    expect(due?.text).toContain('el formulario de informe y 1.25 horas de ética');
  });

  test.each([undefined, null, 'en', 'vi'])('is in English where the roster says %s', (language) => {
    expect(ask({ person: aSpecialist(language === undefined ? {} : { language }) }).due?.language).toBe('en');
  });

  test.each(['met', 'in-review', 'inactive', 'not-yet-due', 'cannot-tell'])('goes to nobody who is %s', (word) => {
    const { due, held, lookAgainOn } = ask({ standings: [standing(word)] });
    expect({ due, held, lookAgainOn }).toEqual({ due: null, held: null, lookAgainOn: null });
  });

  test.each(['inactive', 'Suspended', ''])('goes to nobody whom the roster calls "%s"', (status) => {
    expect(ask({ person: aSpecialist({ status }) }).due).toBeNull();
  });

  test('goes to nobody who holds a credential of somebody else', () => {
    expect(ask({ person: aSpecialist({ credentialType: 'CPRSS' }) }).due).toBeNull();
  });

  test('cannot go where the roster has no address, or the one there takes no mail, and says so', () => {
    expect(ask({ person: aSpecialist({ email: null }) })).toMatchObject({ due: null, held: 'no-address' });
    expect(ask({ isStopped: true })).toMatchObject({ due: null, held: 'address-stopped' });
  });

  test('does not go twice, not even in another standing', () => {
    const written = [{ year: 2026, line: '90-days-before-due-day' }];
    expect(ask({ written }).due).toBeNull();
    expect(ask({ written, standings: [standing('in-progress')] }).due).toBeNull();
    expect(ask({ written: [{ year: 2025, line: '90-days-before-due-day' }] }).due).not.toBeNull();
  });

  test('does not go where another letter goes that day, and is looked at again on the next open day', () => {
    expect(ask({ isMailedToday: true })).toMatchObject({ due: null, held: null, lookAgainOn: '2026-10-05' });
  });

  test('of the earlier of two years comes first, the other on another day', () => {
    const both = {
      today: '2027-01-15',
      standings: [standing('nothing-received', 2027), standing('past-deadline-unresolved', 2026)],
    };
    expect(ask(both)).toMatchObject({
      due: { year: 2026, letter: 'reminder-after-due-day' },
      lookAgainOn: '2027-01-19',
    });
    const written = [{ year: 2026, line: '12-days-after-due-day' }];
    expect(ask({ ...both, today: '2027-01-19', written }).due).toMatchObject({
      year: 2027,
      letter: 'reminder-welcome',
    });
  });

  test('names the day after today on which to look again', () => {
    expect(ask({ today: '2026-10-02' }).lookAgainOn).toBe('2026-11-02');
    expect(
      ask({ today: '2026-12-31', written: [{ year: 2026, line: '1-day-before-due-day' }] }).lookAgainOn,
    ).toBeNull();
  });

  test('goes to nobody where the programme has no page of reminders', () => {
    expect(remindersDue(aReminderQuestion({ ...programme, reminders: null })).due).toBeNull();
  });
});

describe('the day of a reminder', () => {
  const dayOf = (line: string, own: Partial<ReminderQuestion> = {}) => {
    const days: string[] = [];
    const from = Date.parse('2026-01-01T00:00:00Z');
    for (let ahead = 0; ahead < 800; ahead += 1) {
      const today = new Date(from + ahead * 86_400_000).toISOString().slice(0, 10);
      if (ask({ ...own, today }).due?.line === line) days.push(today);
    }
    return [days[0], days.at(-1)];
  };

  test.each([
    ['january-15', '2026-01-15', '2026-01-20'],
    ['90-days-before-due-day', '2026-10-02', '2026-10-07'],
    // Sunday, November 1: summer time ends on that day too
    ['60-days-before-due-day', '2026-11-02', '2026-11-06'],
    ['30-days-before-due-day', '2026-12-01', '2026-12-04'],
    ['14-days-before-due-day', '2026-12-17', '2026-12-22'],
    // December 24 and 25 are quiet, then comes a weekend
    ['7-days-before-due-day', '2026-12-28', '2026-12-29'],
    ['1-day-before-due-day', '2026-12-30', '2026-12-31'],
  ])('%s is from %s until %s', (line, first, last) => {
    expect(dayOf(line)).toEqual([first, last]);
  });

  test('after the due day is past holidays and weekends too', () => {
    const late = { standings: [standing('past-deadline-unresolved')] };
    expect(dayOf('12-days-after-due-day', late)).toEqual(['2027-01-12', '2027-01-15']);
  });

  test('that no open day is left for before the due day falls away: nobody is told to hurry when it is over', () => {
    // December 30 and 31 of 2028 are a weekend
    const standings = [standing('nothing-received', 2028)];
    const says = ['2028-12-29', '2028-12-30', '2028-12-31', '2029-01-01', '2029-01-02'].map(
      (today) => ask({ today, standings, written: [{ year: 2028, line: '7-days-before-due-day' }] }).due,
    );
    expect(says).toEqual([null, null, null, null, null]);
  });

  test('in a leap year counts February 29', () => {
    const period = {
      ...aPeriod(programme, 2026),
      span: { start: '2027-03-01', lastDay: '2028-02-29' },
      due: '2028-02-29',
    };
    const standings = [{ period, word: 'nothing-received', missing: [] }];
    expect(ask({ standings, today: '2028-02-15' }).due?.line).toBe('14-days-before-due-day');
    expect(ask({ standings, today: '2028-02-28' }).due?.line).toBe('1-day-before-due-day');
    expect(ask({ standings, today: '2028-02-22' }).due?.text).toContain('February 29, 2028');
  });

  test('where a night was missed is a later one, until the next letter has its turn', () => {
    expect(ask({ today: '2026-10-06' }).due?.line).toBe('90-days-before-due-day');
    expect(ask({ today: '2026-10-08' }).due).toBeNull();
  });
});
