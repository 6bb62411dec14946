import { describe, expect, test } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { resolutionActions } from '#shared/domain/resolution.ts';
import { checkPeriodLetters } from '#shared/rules/period-letters/check-period-letters.ts';
import { draftPeriodLetter } from '#shared/rules/period-letters/period-letter.ts';
import type { Letter, Programme } from '#shared/rules/programme.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aPeriod } from '#test/builders/a-reminder-question.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { easeOfSpanish, gradeOfEnglish } from '#test/builders/reading-ease.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const missing = [
  { rule: 'LA-CE-02', fact: 'ethics hours', amount: '3', inWords: '3 hours of ethics' },
  { rule: 'LA-CE-01', fact: 'report form', amount: null, inWords: 'the report form' },
];
const drafted = resolutionActions.flatMap((action) =>
  ['en', 'es'].map((language) => {
    const until = action === 'extended' ? '2027-03-31' : null;
    const asked = { action, until, missing, person: aSpecialist({ language }), period: aPeriod(louisiana, 2026) };
    return { action, language, draft: draftPeriodLetter(louisiana, asked) };
  }),
);
const english = drafted.filter(({ language }) => language === 'en');
const spanish = drafted.filter(({ language }) => language === 'es');

describe('the letters about what a person decided of a period', () => {
  test.each(english)('$action is read with ease after eight years of school', ({ draft }) => {
    expect(gradeOfEnglish(draft?.text ?? 'Notwithstanding.')).toBeLessThan(8);
  });

  test.each(spanish)('$action is as easy in Spanish', ({ draft }) => {
    expect(draft?.language).toBe('es');
    expect(easeOfSpanish(draft?.text ?? '')).toBeGreaterThan(60);
  });

  test.each(drafted)(
    '$action in $language bears no name, and its subject tells nothing of who the person is',
    ({ draft }) => {
      expect(draft?.text).not.toMatch(/fontenot|[{}]/i);
      expect(draft?.subject).not.toMatch(
        /peer|support|specialist|recover|recuper|mental|health|salud|active|activ|RPSS/i,
      );
    },
  );

  test.each(drafted)(
    '$action in $language says that a person decided, or until when there is time, and whom to ask',
    ({ draft }) => {
      expect(draft?.text).toMatch(/of our office|de nuestra oficina|March 31, 2027|31 de marzo de 2027/);
      expect(draft?.text).toMatch(/A person will read it|Lo leerá una persona/);
    },
  );

  test('say what is missing only where something is', () => {
    const asked = { action: 'inactive' as const, until: null, person: aSpecialist(), period: aPeriod(louisiana, 2026) };
    expect(draftPeriodLetter(louisiana, { ...asked, missing })?.text).toContain(
      '3 hours of ethics and the report form',
    );
    expect(draftPeriodLetter(louisiana, { ...asked, missing: [] })?.text).not.toContain('missing');
  });

  test('say on each page that the words are ours and wait for the owner', async () => {
    const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
    const own = Object.entries(pages).filter(([path]) => path.startsWith('letters/period-'));
    expect(own).toHaveLength(8);
    for (const [, text] of own) expect(text).toMatch(/ours and a placeholder[\s\S]*The owner confirms it/);
  });

  test('are none in a programme that writes none: the supervisor finds the words', () => {
    const programme = { ...louisiana, letters: {} };
    const asked = {
      action: 'closed' as const,
      until: null,
      missing,
      person: aSpecialist(),
      period: aPeriod(louisiana, 2026),
    };
    expect(draftPeriodLetter(programme, asked)).toBeNull();
    expect(checkPeriodLetters(programme)).toEqual([]);
  });
});

describe('the check of a programme', () => {
  const withLetter = (id: string, own: Partial<Letter> | null): Programme => {
    const { [id]: letter, ...others } = louisiana.letters;
    if (!letter) throw new Error(`there is no letter ${id}`);
    return { ...louisiana, letters: own === null ? others : { ...others, [id]: { ...letter, ...own } } };
  };
  test.each([
    ['that one of them is missing', withLetter('period-lifted.es', null), 'missing'],
    ['a word that others must not read', withLetter('period-closed', { subject: 'Your recovery work' }), '"recover"'],
    ['a value that nobody fills in', withLetter('period-closed', { text: 'Dear {name}, for {period}' }), '{name}'],
    ['a translation that says less', withLetter('period-extended.es', { text: 'Más tiempo.' }), '{until}'],
  ])('finds %s', (_what, programme, says) => {
    expect(
      checkPeriodLetters(programme)
        .map((each) => each.says)
        .join(' '),
    ).toContain(says);
  });
});
