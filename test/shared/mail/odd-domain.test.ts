import { describe, expect, test } from 'vitest';
import { wordsOfTwoAlphabets } from '#shared/domain/two-alphabets.ts';
import { inLetters, isOddAddress } from '#shared/mail/odd-domain.ts';

describe('an address in letters of two alphabets', () => {
  test.each([
    ['dana@example.org', 'dana@example.org'],
    // as the registries write them
    ['dana@xn--mnchen-3ya.de', 'dana@m\u00fcnchen.de'],
    ['dana@xn--bcher-kva.example', 'dana@b\u00fccher.example'],
    ['dana@xn--80ak6aa92e.com', 'dana@\u0430\u0440\u0440\u04cf\u0435.com'],
    ['dana@mail.xn--e1afmkfd.xn--p1ai', 'dana@mail.\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444'],
    ['dana@xn--maana-pta.com', 'dana@ma\u00f1ana.com'],
    ['dana@xn--a-!.com', 'dana@xn--a-!.com'],
    [`dana@xn--${'9'.repeat(60)}.com`, `dana@xn--${'9'.repeat(60)}.com`],
  ])('%s is read as %s', (written, read) => {
    expect(inLetters(written)).toBe(read);
  });

  test.each([
    ['a Cyrillic letter among Latin ones', 'Dana <dana@ex\u0430mple.org>', true],
    ['nothing but Cyrillic letters that look Latin', 'dana@\u0430\u0440\u0440\u04cf\u0435.com', true],
    ['the same, as it is written in a header', 'dana@xn--80ak6aa92e.com', true],
    ['a Greek letter before the @', 'd\u03b1na@example.org', true],
    ['letters with marks, all Latin', 'jos\u00e9@m\u00fcnchen.de', false],
    [
      'a word that is plainly of another alphabet',
      'dana@mail.\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
      false,
    ],
    ['plain letters', 'Dana <dana@example.org>', false],
  ])('%s', (_what, header, isOdd) => {
    expect(isOddAddress(header)).toBe(isOdd);
  });

  test('is told by its words: a name in its own alphabet is none', () => {
    expect(wordsOfTwoAlphabets('D\u0430na Fontenot')).toEqual(['D\u0430na']);
    expect(wordsOfTwoAlphabets('\u0410\u043d\u043d\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430')).toEqual([]);
    expect(wordsOfTwoAlphabets('Dana Fontenot, José Núñez')).toEqual([]);
  });
});
