import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Asked, type Row, rounded, row } from './row.ts';

const root = join(import.meta.dirname, '../../..');
/** Mails of others, where they lie beside the repository; else our own. */
const others = {
  name: 'sample mails',
  mails: join(root, '../shared/samples'),
  truth: join(root, '../shared/samples/truth.jsonl'),
};
const own = {
  name: 'mails of test/fixtures',
  mails: join(root, 'test/fixtures/mail'),
  truth: join(root, 'test/fixtures/expected.jsonl'),
};

const truthSchema = z.object({ file: z.string(), outcome: z.array(z.string()) });
const resultSchema = z.looseObject({ file: z.string(), outcome: z.string() });

/** Whole mails through the machine of one office: what it decides alone, and what of that is wrong. */
export async function decisionRows({ tell }: Asked): Promise<Row[]> {
  const set = existsSync(others.truth) ? others : own;
  tell(`decisions: the ${set.name}`);
  const truths = linesOf(readFileSync(set.truth, 'utf8'), truthSchema);
  const results = new Map((await takenIn(set.mails)).map((one) => [one.file, one.outcome]));
  const ends = truths.map(({ file, outcome }) => ({ right: outcome, got: results.get(file) ?? 'lost' }));
  const mayPass = ends.filter(({ right }) => right.includes('accepted'));
  const passed = mayPass.filter(({ got }) => got === 'accepted');
  // a mail left to a person is decided by nobody yet
  const wrong = ends.filter(({ right, got }) => got !== 'needs-review' && !right.includes(got));
  const share = (passed.length / mayPass.length) * 100;
  return [
    row({
      ...{ id: 'cost.straight-through', what: `accepted without a person, of the ${set.name} that may be` },
      ours: { value: rounded(share, 1), unit: `% of ${mayPass.length}` },
    }),
    row({
      ...{ id: 'cost.wrong-decisions', what: `decided by the machine alone and wrong, ${set.name}`, promised: 'none' },
      ...{ ours: { value: wrong.length, unit: `of ${ends.length} mails` }, holds: wrong.length === 0 },
    }),
  ];
}

async function takenIn(mails: string) {
  const data = await mkdtemp(join(tmpdir(), 'bench-decisions-'));
  const registers = mails === own.mails ? join(root, 'test/fixtures') : mails;
  const [roster, approved] = [join(registers, 'roster.csv'), join(registers, 'approved-trainings.csv')];
  const files = readdirSync(mails).filter((name) => name.endsWith('.eml'));
  const flags = ['--json', '--roster', roster, '--approved', approved, '--data', data];
  const paths = files.sort().map((name) => join(mails, name));
  const intake = join(root, 'infra/local/intake.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [intake, ...flags, ...paths], {
    maxBuffer: 100_000_000,
  });
  await rm(data, { recursive: true, force: true });
  return linesOf(stdout, resultSchema);
}

const linesOf = <Line>(text: string, schema: z.ZodType<Line>): Line[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
