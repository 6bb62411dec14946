import { describe, expect, test } from 'vitest';
import { isSameTitle, titleLikeness } from '#shared/domain/title-likeness.ts';

describe('two titles', () => {
  test.each([
    ['Ethics in Peer Support', 'ETHICS – in peer support.'],
    ['The Ethics of Support', 'Ethics of a Support'],
    ['Rights and Wrongs', 'Rights, Wrongs'],
    ['An Éthics Day', 'ethics day'],
    ['Well-being', 'Wellbeing'],
  ])('"%s" and "%s" are one training', (one, other) => {
    expect(isSameTitle(one, other)).toBe(true);
  });

  test.each([
    ['Ethics in Peer Support', 'Ethics in Support'],
    ['Support Peer', 'Peer Support'],
    ['', ''],
    ['The', 'And'],
    ['Ethics', ''],
  ])('"%s" and "%s" are not', (one, other) => {
    expect(isSameTitle(one, other)).toBe(false);
  });

  test.each([
    ['Ethics in Peer Support', 'Ethics in Peer Support', 1],
    ['Ethics, Peer Support', 'peer support: ethics', 1],
    ['Ethics in Peer Support', 'Ethics in Peer', 6 / 7],
    ['Boundaries', 'Ethics', 0],
    ['One one two', 'One three four', 1 / 3],
    ['Ethics,Peers', 'Ethics Peers', 1],
    ['Ethics b12', 'Ethics 12', 1 / 2],
    ['Ethics 12b', 'Ethics 12', 1 / 2],
    ['', '', 0],
    ['', 'Ethics', 0],
    ['Ethics', '', 0],
    ['Ethics Part 1', 'Ethics Part 2', 0],
    ['Ethics Part II', 'Ethics Part III', 0],
    ['Ethics Part II', 'Ethics Part 02', 4 / 6],
    ['Ethics Part XII', 'Ethics Part 12', 4 / 6],
    ['Ethics Part 1', 'Ethics Part', 4 / 5],
    ['Ethics Part', 'Ethics Part I', 4 / 5],
    ['Ethics 2, 2026', 'Ethics 22026', 0],
    ['Ethics 12b', 'Ethics 13b', 1 / 2],
    ['Ethics b12', 'Ethics b13', 1 / 2],
  ])('"%s" and "%s" share so much', (one, other, likeness) => {
    expect(titleLikeness(one, other)).toBeCloseTo(likeness, 10);
    expect(titleLikeness(other, one)).toBeCloseTo(likeness, 10);
  });

  test.each('i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((roman, at) => [roman, at + 1] as const))(
    'part %s is part %i',
    (roman, number) => {
      expect(titleLikeness(`Ethics ${roman}`, `Ethics ${number}`)).toBe(1 / 2);
      expect(titleLikeness(`Ethics ${roman}`, `Ethics ${number + 1}`)).toBe(0);
    },
  );
});
