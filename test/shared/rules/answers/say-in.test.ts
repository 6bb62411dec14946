import { describe, expect, test } from 'vitest';
import { readTranslations } from '#shared/rules/answers/read-translations.ts';
import { sayIn } from '#shared/rules/answers/say-in.ts';

const page = (rows: readonly string[]) =>
  ['## Any heading', '', '| we write | in es |', '| --- | --- |', ...rows].join('\n');
const rows = [
  '| {count} forms | {count} formularios |',
  '| "{title}" is late. | "{title}" llegó tarde. |',
  '| Due on {day}. | Para el {day}. |',
  '| Not within {period}. | No dentro de {period}. |',
  '| "{file}": {sentence} | "{file}": {sentence} |',
  '| {least} to {most} | de {least} a {most} |',
  '| {least} or more | {least} o más |',
];
const { read, problems } = readTranslations({ 'letters/sentences.es.md': page(rows) });
const es = read.es ?? { sentences: [], reasonWords: {} };
const say = (text: string) => sayIn(es, 'es', text);

describe('a sentence of an answer in another language', () => {
  test('keeps figures and names, and writes days as the language does', () => {
    expect(problems).toEqual([]);
    expect(say('3 forms')).toBe('3 formularios');
    expect(say('"Ethics and Due on Monday." is late.')).toBe('"Ethics and Due on Monday." llegó tarde.');
    expect(say('Due on December 31, 2026.')).toBe('Para el 31 de diciembre de 2026.');
    expect(say('Due on 2026-05-03.')).toBe('Para el 3 de mayo de 2026.');
    expect(say('Not within 2026.')).toBe('No dentro de 2026.');
    expect(say('Not within May 1, 2025 to April 30, 2026.')).toBe(
      'No dentro de 1 de mayo de 2025 – 30 de abril de 2026.',
    );
  });

  test('says a sentence inside another, and an amount that is known only from and to', () => {
    expect(say('"a.jpg": "b" is late.')).toBe('"a.jpg": "b" llegó tarde.');
    expect(say('3 to 8 forms')).toBe('de 3 a 8 formularios');
    expect(say('3 or more forms')).toBe('3 o más formularios');
  });

  test.each([
    'Something else.',
    'many forms',
    'Due on Monday.',
    'Due on May 2026.',
    '"a.jpg": Something else.',
    `"${'a'.repeat(5_000)}" is late.`,
    '',
  ])('is not made up where no line fits: %s', (text) => {
    expect(say(text)).toBeNull();
  });

  test.each([
    ['fills in something else', '| {count} forms | formularios |', 'do not fill in the same'],
    ['is empty', '| A form. | |', 'both languages'],
    ['stands there twice', '| {count} forms | {count} formularios |\n| {count} forms | x {count} |', 'twice'],
  ])('is refused where its line %s', (_how, row, says) => {
    const found = readTranslations({ 'letters/sentences.es.md': page([row]) }).problems;
    expect(found.map((each) => each.says).join()).toContain(says);
  });
});
