import { describe, expect, test } from 'vitest';
import {
  fileIdOf,
  fileIdSchema,
  isFirstRun,
  nextRunIdOf,
  runIdOf,
  runIdSchema,
  submissionIdSchema,
  submissionOfRun,
} from '#shared/domain/ids.ts';

const own = '0123456789abcdefghijklmnop';

describe('what is kept has an id', () => {
  test.each([`sub_${own}`, `sub_${'a'.repeat(20)}`, `sub_${'9'.repeat(32)}`])('%s is one of a mail', (id) => {
    expect(submissionIdSchema.safeParse(id).success).toBe(true);
  });

  test.each([own, `sub_${'a'.repeat(19)}`, `sub_${'a'.repeat(33)}`, `x sub_${own}`, `sub_${own} x`, `sub_${own}A`])(
    '%s is none of a mail',
    (id) => {
      expect(submissionIdSchema.safeParse(id).success).toBe(false);
    },
  );

  test('of a run: that of its mail, and its number', () => {
    expect(runIdOf(submissionIdSchema.parse(`sub_${own}`), 12)).toBe(`run_${own}_12`);
    for (const id of [
      `run_${own}`,
      `run_${own}_`,
      `run_${own}_12345`,
      `run_${own}_x`,
      `a run_${own}_1`,
      `run_${own}_1 x`,
    ])
      expect(runIdSchema.safeParse(id).success).toBe(false);
    for (const short of ['a'.repeat(19), 'a'.repeat(33), own.toUpperCase()])
      expect(runIdSchema.safeParse(`run_${short}_1`).success).toBe(false);
  });

  test('of the mail that a run is about', () => {
    const mail = submissionIdSchema.parse(`sub_${own}`);

    expect(submissionOfRun(runIdOf(mail, 12))).toBe(mail);
  });

  test('of the run after it: the same mail, the next number', () => {
    const first = runIdOf(submissionIdSchema.parse(`sub_${own}`), 1);

    expect(nextRunIdOf(first)).toBe(`run_${own}_2`);
    expect(nextRunIdOf(runIdOf(submissionIdSchema.parse(`sub_${own}`), 99))).toBe(`run_${own}_100`);
    expect([1, 2, 11, 21].map((number) => isFirstRun(runIdOf(submissionIdSchema.parse(`sub_${own}`), number)))).toEqual(
      [true, false, false, false],
    );
    expect(() => nextRunIdOf(runIdOf(submissionIdSchema.parse(`sub_${own}`), 9999))).toThrow();
  });

  test('of a file: its place in the mail', () => {
    expect([fileIdOf(1), fileIdOf(1234)]).toEqual(['file_0001', 'file_1234']);
    for (const id of ['file_1', 'file_12345', 'file_abcd', 'a file_0001', 'file_0001 x'])
      expect(fileIdSchema.safeParse(id).success).toBe(false);
  });
});
