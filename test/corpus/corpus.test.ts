import { describe, expect, test } from 'vitest';
import { documentKinds } from '#shared/domain/document.ts';
import { type CaptureName, captureOf, captures, media } from './make/captures.ts';
import { chanceOf } from './make/chance.ts';
import { hoursWritten, hourWritings, rangeInWords, written } from './make/content/written.ts';
import { escaped, penOf } from './make/drawing/pen.ts';
import type { Layout } from './make/paper.ts';
import { planCorpus } from './make/plan.ts';
import { isSame, paired } from './same-value.ts';

const plan = planCorpus();
const drawn = plan.flatMap((one) =>
  one.capture === 'docx' ? [] : [{ ...one, paper: draw(one.layout, one.capture, one.seed) }],
);

function draw(layout: Layout, capture: CaptureName, seed: string) {
  const chance = chanceOf(seed);
  return layout.draw(chance, penOf(chance, captureOf(capture).pen));
}

describe('the generated corpus', () => {
  test('has at least 240 documents of every kind, in every medium and every capture', () => {
    const documents = drawn.flatMap(({ paper }) => paper.documents);
    expect(documents.length).toBeGreaterThanOrEqual(240);
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(documentKinds));
    expect(new Set(drawn.map(({ capture }) => capture))).toEqual(new Set(Object.keys(captures)));
    const found = drawn.map(({ capture }) => captureOf(capture).medium);
    expect(new Set([...found, 'docx'])).toEqual(new Set(media));
  });

  test('holds back about half, and no layout is on both sides', () => {
    const held = plan.filter(({ layout }) => layout.split === 'held');
    expect(held.length / plan.length).toBeGreaterThan(0.4);
    expect(held.length / plan.length).toBeLessThan(0.6);
    const sides = Map.groupBy(plan, ({ layout }) => layout.name);
    for (const files of sides.values()) expect(new Set(files.map(({ layout }) => layout.split)).size).toBe(1);
  });

  test('names every file once, and draws the same page from the same seed', () => {
    expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
    for (const { layout, capture, seed, paper } of drawn.slice(0, 60))
      expect(draw(layout, capture, seed)).toEqual(paper);
  });

  test('prints what its truth says: every name, title and provider of a typed page stands in its markup', () => {
    const textFields = ['attendeeName', 'legalName', 'holderName', 'courseTitle', 'provider', 'email', 'institution'];
    for (const { name, capture, paper } of drawn) {
      if (captureOf(capture).pen !== 'print') continue;
      const markup = paper.sheets.map(({ body }) => body).join('');
      const texts = paper.documents.flatMap(({ fields, trainings }) => [
        ...textFields.flatMap((field) => (typeof fields[field] === 'string' ? [fields[field]] : [])),
        ...trainings.flatMap(({ title, provider }) => [title, provider]),
      ]);
      for (const text of texts) expect(markup.includes(escaped(text)), `${text} on ${name}`).toBe(true);
    }
  });
});

describe('what is written', () => {
  test.each(Object.keys(hourWritings) as (keyof typeof hourWritings)[])(
    'an hour and a half as %s says so',
    (writing) => {
      const said = {
        minutes: '90 minutes',
        ceuBoth: '0.15 CEU (1.5 contact hours)',
        inWords: 'one and one half (1.5) contact hours',
      };
      const expected = Object.hasOwn(said, writing) ? said[writing as keyof typeof said] : '1.5 ';
      expect(hoursWritten('1.5', writing)).toContain(expected);
    },
  );

  test('a quarter of an hour is never rounded away', () => {
    expect(hoursWritten('1.25', 'point')).toBe('1.25 hours');
    expect(hoursWritten('0.25', 'inWords')).toBe('one quarter (0.25) contact hours');
    expect(hoursWritten('0.5', 'ceus')).toBe('0.5 contact hours');
  });

  test('days and ranges are those of the truth', () => {
    expect(written('2026-03-02', 'ordinal')).toBe('the 2nd day of March, 2026');
    expect(written('2026-03-12', 'short')).toBe('3/12/26');
    expect(rangeInWords('2026-06-30', '2026-07-01')).toBe('June 30 - July 1, 2026');
    expect(rangeInWords('2025-12-31', '2026-01-02')).toBe('December 31, 2025 - January 2, 2026');
  });
});

describe('two values are the same', () => {
  test('as the programme scores them', () => {
    expect(isSame('legalName', 'Joaquín T. Ortego', 'ORTEGO, Joaquin T')).toBe(true);
    expect(isSame('hours', '1.5', '1.50')).toBe(true);
    expect(isSame('hours', '1.5', '15')).toBe(false);
    expect(isSame('completedOn', '2026-03-04', '2026-04-03')).toBe(false);
    expect(isSame('employer', null, undefined)).toBe(true);
    expect(isSame('attestationChecked', false, undefined)).toBe(false);
    expect(isSame('phone', '225-555-0110', '(225) 555 0110')).toBe(true);
  });

  test('a pair is never given twice', () => {
    const pairs = paired(['a', 'ab'], ['ab'], (left, right) => (right.startsWith(left) ? left.length : 0));
    expect([...pairs]).toEqual([['ab', 'ab']]);
  });
});
