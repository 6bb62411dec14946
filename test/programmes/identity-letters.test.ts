import { describe, expect, test } from 'vitest';
import { checkIdentityLetter, identityLetter, identityLetterId } from '#shared/rules/identity-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { easeOfSpanish, gradeOfEnglish } from '#test/builders/reading-ease.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const asked = { code: '7K3M9-Q2P4T', until: '2026-12-04', newDomain: '@elsewhere.example' };
const inLanguage = (language: string, newDomain = asked.newDomain) =>
  identityLetter(louisiana, aSpecialist({ language }), { ...asked, newDomain });

describe('the question whether a change of name or address is wished', () => {
  test('is read with ease after eight years of school, and in Spanish', () => {
    expect(gradeOfEnglish(inLanguage('en')?.text ?? 'Notwithstanding.')).toBeLessThan(8);
    expect(inLanguage('es')?.language).toBe('es');
    expect(easeOfSpanish(inLanguage('es')?.text ?? '')).toBeGreaterThan(60);
  });

  test.each(['en', 'es'])('bears in %s no name and no word that others should not read', (language) => {
    const letter = inLanguage(language);

    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(
      /dana|fontenot|peer|support|specialist|recover|recuper|mental|health|salud|RPSS|credential|[{}]/i,
    );
    expect(letter?.text).toMatch(/A person will read it|Lo leerá una persona/);
  });

  test('says nothing of an address where a name is to change', () => {
    expect(inLanguage('en')?.text).toContain('@elsewhere.example');
    expect(inLanguage('en', '')?.text).not.toContain('new address');
  });

  test('is refused where a language of it is missing, or a brace is not known', () => {
    const page = louisiana.letters[identityLetterId];
    if (!page) throw new Error('there is no such page');
    const { [`${identityLetterId}.es`]: _spanish, ...letters } = louisiana.letters;
    const odd = { ...louisiana.letters, [identityLetterId]: { ...page, text: `${page.text} {name}` } };

    expect(checkIdentityLetter(louisiana)).toEqual([]);
    expect(checkIdentityLetter({ ...louisiana, letters })[0]?.page).toBe('letters/identity-change.es.md');
    expect(checkIdentityLetter({ ...louisiana, letters: odd })[0]?.says).toContain('{name} is not known');
  });
});
