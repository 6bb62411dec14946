import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { faultInLines, plainHandler } from '#shared/telemetry/without-words.ts';
import { sourceFiles } from '#test/laws/source-files.ts';

const canary = 'Zarnowski, 504-555-0173, zarnowski@example.org';

/** What libraries and we throw, with words of a paper in every place that an error has for words. */
const faults: readonly [string, string, () => unknown][] = [
  ['our own fault', 'GiveUp', () => new GiveUp(canary, { cause: new Error(canary) })],
  ['what may work later', 'TryAgain', () => new TryAgain(canary)],
  ['an error of a library', 'TypeError', () => Object.assign(new TypeError(canary), { detail: { text: canary } })],
  ['several at once', 'AggregateError', () => new AggregateError([new Error(canary)], canary)],
  [
    'what zod says of a shape',
    'ZodError',
    () =>
      z
        .object({ a: z.enum(['x']) })
        .strict()
        .safeParse({ [canary]: canary }).error,
  ],
  ['a text', 'Error', () => canary],
  ['an error named by a stranger', 'Error', () => Object.assign(new Error('x'), { name: canary })],
  ['words over several lines', 'Error', () => new Error(`a\n    at ${canary}\n${canary}`)],
];

describe('a fault that leaves a Lambda', () => {
  it.each(faults)('keeps its name for the machines and none of its words: %s', async (_what, name, make) => {
    const handler = plainHandler(async () => {
      throw make();
    });
    const fault = await handler().catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({ name });
    // what the runtime of Lambda writes: all own fields, the stack and the cause
    expect(inspect(fault, { depth: null, showHidden: true })).not.toMatch(/zarnowski|0173/i);
  });

  it('still says where it happened', async () => {
    const handler = plainHandler(async () => JSON.parse('{'));
    expect(await handler().catch((fault: Error) => fault.stack)).toContain('without-words.test.ts');
  });

  it('goes through here in every Lambda', () => {
    const lambdas = sourceFiles().filter((file) => file.endsWith('.lambda.ts'));
    expect(lambdas.length).toBeGreaterThan(20);
    for (const file of lambdas)
      expect([file, readFileSync(file, 'utf8')]).toEqual([
        file,
        expect.stringMatching(/export const handler = (plainHandler|streamedAnswers)\(/),
      ]);
    // one that answers piece by piece goes through here inside
    const streamed = readFileSync('shared/adapters/aws/streamed-answers.ts', 'utf8');
    expect(streamed).toMatch(/runtime\.streamifyResponse\(\s*plainHandler\(/);
  });
});

describe('a fault that a command ends with', () => {
  it('is our own sentence, which says what to do', () => {
    expect(faultInLines(new GiveUp('Give a folder with --data.'))).toBe('Give a folder with --data.');
  });

  it.each(faults.slice(2))('is otherwise a name and a place: %s', (_what, name, make) => {
    const lines = faultInLines(make());
    expect(lines.startsWith(`${name}: its words are left out`)).toBe(true);
    expect(lines).not.toMatch(/zarnowski|0173/i);
  });

  it('is written so by every command', () => {
    const commands = sourceFiles().filter((file) => /^infra\/local\/.*\.ts$/.test(file));
    for (const file of commands)
      expect([file, readFileSync(file, 'utf8')]).toEqual([
        file,
        expect.not.stringMatching(/console\.error\(fault\b|: fault\)/),
      ]);
  });
});
