import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const shared = '../shared';
const samples = join(shared, 'samples');
const isHere = existsSync(join(samples, 'truth.jsonl'));
if (!isHere) console.log('SKIPPED: the samples beside the repository are not here, so nothing is scored against them');

const summarySchema = z.looseObject({
  results: z.number(),
  wrongAutoDecisions: z.number(),
  documentKindAccuracy: z.number(),
  fieldAccuracy: z.number(),
  rowRecall: z.number(),
  rowPrecision: z.number(),
  confidentErrors: z.number(),
  leaks: z.number(),
  lostSubmissions: z.number(),
  replyAccuracy: z.number(),
});
const truthSchema = z.looseObject({ documents: z.array(z.looseObject({ medium: z.string() })) });
const resultSchema = z.looseObject({
  file: z.string(),
  outcome: z.string(),
  replies: z.array(z.unknown()),
  credits: z.array(z.looseObject({ status: z.string() })),
});

const folder = mkdtempSync(join(tmpdir(), 'samples-'));

function intake(results: string, data: string): z.infer<typeof resultSchema>[] {
  const mails = readdirSync(samples)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  const registers = ['--roster', join(samples, 'roster.csv'), '--approved', join(samples, 'approved-trainings.csv')];
  const args = [
    'infra/local/intake.ts',
    '--json',
    ...registers,
    '--data',
    data,
    ...mails.map((name) => join(samples, name)),
  ];
  const out = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  writeFileSync(results, out);
  return out
    .trim()
    .split('\n')
    .map((line) => resultSchema.parse(JSON.parse(line)));
}

function score(truth: string, results: string) {
  const out = execFileSync(process.execPath, [join(shared, 'score.mjs'), truth, results, '--json'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return summarySchema.parse(z.looseObject({ summary: z.unknown() }).parse(JSON.parse(out)).summary);
}

/** The truth with only the documents that this product reads so far: form fields and digital pages. */
function digitalTruth(): string {
  const path = join(folder, 'digital.jsonl');
  const lines = readFileSync(join(samples, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const truth = truthSchema.parse(JSON.parse(line));
      return JSON.stringify({
        ...truth,
        documents: truth.documents.filter(({ medium }) => ['acroform', 'digital'].includes(medium)),
      });
    });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

describe.skipIf(!isHere)('the samples of the programme', () => {
  let first: z.infer<typeof resultSchema>[] = [];
  let again: z.infer<typeof resultSchema>[] = [];
  const results = join(folder, 'results.jsonl');

  beforeAll(() => {
    first = intake(results, join(folder, 'data'));
    again = intake(join(folder, 'again.jsonl'), join(folder, 'data'));
  }, 400_000);

  test('no automatic decision is wrong, nothing is lost and nothing private is repeated', () => {
    const summary = score(join(samples, 'truth.jsonl'), results);
    expect(summary).toMatchObject({
      wrongAutoDecisions: 0,
      lostSubmissions: 0,
      leaks: 0,
      replyAccuracy: 1,
      confidentErrors: 0,
    });
    expect(summary.results).toBe(first.length);
  });

  test('forms and digital pages are read right', () => {
    const summary = score(digitalTruth(), results);
    expect(summary.documentKindAccuracy).toBeGreaterThanOrEqual(0.98);
    expect(summary.fieldAccuracy).toBeGreaterThanOrEqual(0.97);
    expect(summary.rowRecall).toBeGreaterThanOrEqual(0.97);
    expect(summary.rowPrecision).toBeGreaterThanOrEqual(0.97);
  });

  test('every mail reaches an outcome', () => {
    expect(first.every(({ outcome }) => outcome.length > 0)).toBe(true);
  });

  test('the same folder a second time brings no second credit and no second answer', () => {
    expect(again.map(({ outcome }) => outcome)).toEqual(first.map(() => 'duplicate'));
    expect(again.flatMap(({ replies, credits }) => [...replies, ...credits])).toEqual([]);
  });
});
