import { describe, expect, test } from 'vitest';
import { fillLetter } from '#shared/rules/letters.ts';
import { remindersDue } from '#shared/rules/reminders/reminders-due.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aPeriod, aReminderQuestion } from '#test/builders/a-reminder-question.ts';
import { allProgrammes } from '#test/builders/programmes.ts';
import { easeOfSpanish, gradeOfEnglish } from '#test/builders/reading-ease.ts';

const all = (await allProgrammes()).filter(({ programme }) => programme.reminders !== null);
const pages = all.flatMap(({ folder, programme }) => {
  const named = new Set(programme.reminders?.lines.map(({ letter }) => letter));
  return Object.values(programme.letters)
    .filter(({ id }) => named.has(id.replace(/\.[a-z]{2}$/, '')))
    .map((letter) => {
      const isSpanish = letter.id.endsWith('.es');
      const values = isSpanish
        ? { period: '2026', deadline: '31 de diciembre de 2026', 'in short': 'el formulario y 3 horas de ética' }
        : { period: '2026', deadline: 'December 31, 2026', 'in short': 'the report form and 3 hours of ethics' };
      return { folder, programme, id: letter.id, isSpanish, ...fillLetter(programme, letter.id, values) };
    });
});
const english = pages.filter(({ isSpanish }) => !isSpanish);
const spanish = pages.filter(({ isSpanish }) => isSpanish);

describe('the measure of plain words', () => {
  test('tells a plain sentence from one of an office', () => {
    expect(gradeOfEnglish('Send the form. We will read it. You can send it by mail.')).toBeLessThan(3);
    expect(
      gradeOfEnglish(
        'Notwithstanding the aforementioned provisions, documentation substantiating participation in continuing educational activities necessitates submission to the administering organization.',
      ),
    ).toBeGreaterThan(18);
    expect(easeOfSpanish('Envíe el papel. Lo leemos hoy. No falta más.')).toBeGreaterThan(80);
    expect(
      easeOfSpanish(
        'Independientemente de las disposiciones anteriormente mencionadas, la documentación correspondiente a la participación en actividades educativas deberá remitirse a la organización administradora.',
      ),
    ).toBeLessThan(30);
  });
});

describe('the letters that remind', () => {
  test('are there in both languages', () => {
    expect(english.length).toBe(5);
    expect(spanish.map(({ id }) => id)).toEqual(english.map(({ id }) => `${id}.es`));
  });

  test.each(english)('$id is read with ease after eight years of school', ({ text }) => {
    expect(gradeOfEnglish(text)).toBeLessThan(8);
  });

  test.each(spanish)('$id is as easy in Spanish', ({ text }) => {
    expect(easeOfSpanish(text)).toBeGreaterThan(60);
  });

  test.each(pages)('$id says how to stop them and that a person sees to it', ({ text, isSpanish }) => {
    expect(text).toContain(isSpanish ? 'ALTO' : 'STOP');
    expect(text).toContain(isSpanish ? 'Una persona se ocupará' : 'A person will see to it.');
  });

  test.each(pages)('$id bears no name, and its subject says nothing of who the person is', ({ subject, text }) => {
    expect(text).not.toMatch(/fontenot/i);
    expect(subject).not.toMatch(/peer|support|specialist|recover|recuper|mental|health|salud|office|oficina|RPSS/i);
  });

  test.each(pages)('$id says nothing of what a machine does not decide', ({ text }) => {
    expect(text).not.toMatch(
      /status|active|inactiv|lose|losing|revoke|suspend|terminat|expire|penalt|estado|activ[oa]|perder|suspend/i,
    );
  });

  test('of a late report says that it can still be sent, to everybody on this roster', () => {
    for (const { programme } of all) {
      const standings = [{ period: aPeriod(programme, 2026), word: 'past-deadline-unresolved', missing: [] }];
      const asked = { standings, today: '2027-01-12' };
      for (const language of ['en', 'es']) {
        const { due } = remindersDue(aReminderQuestion(programme, { ...asked, person: aSpecialist({ language }) }));
        expect(due?.text).toMatch(/You can still send your papers|Todavía puede enviar sus papeles/);
        // nothing is known to be missing: then nothing is said to be
        expect(due?.text).not.toMatch(/still missing|todavía falta/);
      }
    }
  });
});
