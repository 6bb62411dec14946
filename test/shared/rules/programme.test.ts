import { describe, expect, it } from 'vitest';
import { credentialOf, everyRule, isAboutApplications, rulesIn } from '#shared/rules/programme.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();

describe('a credential as somebody wrote it', () => {
  it.each(programmes)('is found by word, meaning and every other name in $folder', ({ programme }) => {
    for (const { word, meaning, aliases } of programme.credentials) {
      for (const name of [word, meaning, ...aliases]) expect(credentialOf(programme, name)).not.toBeNull();
      for (const name of [word, ` ${word.toLowerCase()}. `, meaning.toUpperCase(), `${meaning}!`])
        expect(credentialOf(programme, name)).toBe(word);
    }
  });

  it.each(programmes)('is nobody’s when $folder does not have it', ({ programme }) => {
    for (const written of ['', 'XYZ', 'specialist of nothing', `${programme.credentials[0]?.word}X`])
      expect(credentialOf(programme, written)).toBeNull();
  });
});

describe('the pages that hold', () => {
  const [first] = programmes.flatMap(({ programme }) => programme.rules);
  const held = (from: number | null, until: number | null) =>
    [2024, 2025, 2026, 2027].filter(
      (year) => first && rulesIn([{ ...first, holds: { from, until } }], year).length > 0,
    );

  it('are those whose years hold that one, both ends with them', () => {
    expect(held(null, null)).toEqual([2024, 2025, 2026, 2027]);
    expect(held(2025, 2026)).toEqual([2025, 2026]);
    expect(held(2026, null)).toEqual([2026, 2027]);
    expect(held(null, 2025)).toEqual([2024, 2025]);
  });

  it('are about applications in the folder of eligibility only', () => {
    for (const { programme } of programmes) {
      expect(programme.eligibility.every(({ page }) => isAboutApplications(page))).toBe(true);
      expect(programme.rules.some(({ page }) => isAboutApplications(page))).toBe(false);
      expect(everyRule(programme)).toEqual([...programme.rules, ...programme.eligibility, ...programme.shadow]);
    }
    expect(isAboutApplications('continuing-education/eligibility/a.rule.md')).toBe(false);
  });
});
