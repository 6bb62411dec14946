import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures');

const truthSchema = z.object({
  file: z.string(),
  outcome: z.array(z.string()),
  reasons: z.object({ must: z.array(z.union([z.string(), z.array(z.string())])), mustNot: z.array(z.string()) }),
  people: z.array(z.object({ specialistId: z.string().nullable() })),
  credits: z.array(z.object({ titles: z.array(z.string()), hours: z.string(), status: z.array(z.string()) })),
  replies: z.object({ expect: z.enum(['any', 'none']) }),
  mustNotAppear: z.array(z.string()).default([]),
});
const resultSchema = z.looseObject({
  file: z.string(),
  outcome: z.string(),
  reasons: z.array(z.object({ code: z.string() })),
  people: z.array(z.object({ specialistId: z.string().nullable() })),
  credits: z.array(z.object({ title: z.string(), hours: z.string().nullable(), status: z.string() })),
  replies: z.array(z.object({ to: z.string(), text: z.string() })),
});
type Result = z.infer<typeof resultSchema>;

function jsonLines<Line>(text: string, schema: z.ZodType<Line>): Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

const truths = jsonLines(readFileSync(join(fixtures, 'expected.jsonl'), 'utf8'), truthSchema);

describe('the sample mails, taken in one after the other', () => {
  const results = new Map<string, Result>();

  beforeAll(async () => {
    const registers = [
      '--roster',
      join(fixtures, 'roster.csv'),
      '--approved',
      join(fixtures, 'approved-trainings.csv'),
    ];
    const mails = truths.map((truth) => join(fixtures, 'mail', truth.file));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['infra/local/intake.ts', '--json', ...registers, ...mails],
      {
        cwd: root,
        maxBuffer: 50_000_000,
      },
    );
    for (const result of jsonLines(stdout, resultSchema)) results.set(result.file, result);
  }, 180_000);

  const resultOf = (file: string): Result => {
    const result = results.get(file);
    if (!result) throw new Error(`no result for ${file}`);
    return result;
  };

  test.each(truths)('$file comes to a right outcome for the right reasons', ({ file, outcome, reasons }) => {
    const result = resultOf(file);
    const codes = result.reasons.map((reason) => reason.code);
    expect(outcome, codes.join(', ')).toContain(result.outcome);
    for (const must of reasons.must) expect(codes).toEqual(expect.arrayContaining([oneOf(must, codes)]));
    expect(codes.filter((code) => reasons.mustNot.includes(code))).toEqual([]);
  });

  test.each(truths)('$file has no hours counted that should not be', ({ file, credits }) => {
    for (const counted of resultOf(file).credits.filter((credit) => credit.status === 'counted')) {
      const truth = credits.find((credit) => credit.titles.includes(counted.title));
      expect(truth?.status, counted.title).toContain('counted');
      expect(Number(counted.hours)).toBeLessThanOrEqual(Number(truth?.hours));
    }
  });

  test.each(truths)('$file is linked to nobody else', ({ file, people }) => {
    const known = people.map((person) => person.specialistId);
    const named = resultOf(file).people.flatMap((person) => person.specialistId ?? []);
    if (people.length > 0) expect(known).toEqual(expect.arrayContaining(named));
  });

  test('automatic mail gets no answer', () => {
    const silent = truths.filter((truth) => truth.replies.expect === 'none').map((truth) => resultOf(truth.file));
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.flatMap((result) => result.replies)).toEqual([]);
  });

  test('what a treatment letter says stands in no result', () => {
    const guarded = truths.filter((truth) => truth.mustNotAppear.length > 0);
    expect(guarded.length).toBeGreaterThan(0);
    for (const { file, mustNotAppear } of guarded) {
      const said = JSON.stringify(resultOf(file)).toLowerCase();
      expect(mustNotAppear.filter((word) => said.includes(word))).toEqual([]);
    }
  });

  test('a colleague whose certificate came along is not named to the sender', () => {
    const colleague = results.get('21-colleagues-certificate.eml');
    expect(colleague?.replies.map((reply) => reply.text).join('\n')).not.toContain('Rachal');
  });
});

/** The one of the alternatives that was given; else the first, so that the failure names it. */
function oneOf(must: string | string[], codes: string[]): string | undefined {
  const alternatives = typeof must === 'string' ? [must] : must;
  return alternatives.find((code) => codes.includes(code)) ?? alternatives[0];
}
