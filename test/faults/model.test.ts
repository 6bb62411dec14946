import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { anEvolvingOffice, type EvolvingOffice } from './an-evolving-office.ts';
import { tickingClock } from './an-office-process.ts';
import { layOut, newFolder, removeAll } from './try-scenario.ts';

/** What should be there: each mail as often as it was delivered, and how often a person decided about it. */
type Model = { delivered: Map<string, number>; decided: Set<string> };

/** MODEL_RUNS=2000 tries so many sequences; without it, what fits twenty seconds. MODEL_SEED repeats them. */
const numRuns = Number(process.env.MODEL_RUNS ?? 80);
const seed = Number(process.env.MODEL_SEED ?? 1);
const from = '2026-12-01T15:00:00.000Z';
const mails = ['10-certificate-missing', '19-governmental-ethics', '28-out-of-office', '13-password-protected-pdf'];
const forPerson = '19-governmental-ethics';

type Doing = fc.AsyncCommand<Model, EvolvingOffice>;

class Deliver implements Doing {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  check = () => true;
  async run(model: Model, office: EvolvingOffice): Promise<void> {
    await office.deliver(this.name);
    model.delivered.set(this.name, (model.delivered.get(this.name) ?? 0) + 1);
    await agree(model, office);
  }
  toString = () => `deliver ${this.name}`;
}

class Decide implements Doing {
  check = ({ delivered, decided }: Model) => delivered.has(forPerson) && !decided.has(forPerson);
  async run(model: Model, office: EvolvingOffice): Promise<void> {
    const open = (await office.onRecord()).find(({ submission }) => submission.outcome === 'needs-review');
    if (open === undefined) throw new Error('nothing waits for a person');
    const { submission, version } = open;
    await office.decide(submission.submissionId, version);
    model.decided.add(forPerson);
    await agree(model, office);
  }
  toString = () => 'decide';
}

class ClaimAndLeave implements Doing {
  check = ({ delivered }: Model) => delivered.has(forPerson);
  async run(model: Model, office: EvolvingOffice): Promise<void> {
    const [first] = await office.onRecord();
    if (first) await office.claim(first.submission.submissionId);
    await agree(model, office);
  }
  toString = () => 'claim and leave';
}

class Jump implements Doing {
  readonly hours: number;
  constructor(hours: number) {
    this.hours = hours;
  }
  check = () => true;
  async run(model: Model, office: EvolvingOffice): Promise<void> {
    await office.jump(this.hours);
    await agree(model, office);
  }
  toString = () => `${this.hours} hours pass`;
}

/** The process that comes now dies at its n-th call, whatever it does then. */
class KillLater implements Doing {
  readonly at: number;
  readonly kind: 'killed-before' | 'killed-after';
  constructor(at: number, kind: 'killed-before' | 'killed-after') {
    this.at = at;
    this.kind = kind;
  }
  check = () => true;
  async run(model: Model, office: EvolvingOffice): Promise<void> {
    office.restart({ at: this.at, kind: this.kind });
    await agree(model, office);
  }
  toString = () => `restart, ${this.kind} call ${this.at}`;
}

/** The store says what the model says. A mail that was taken but whose 250 was lost may stand there as one repeat more. */
async function agree({ delivered, decided }: Model, office: EvolvingOffice): Promise<void> {
  const all = await office.onRecord();
  const firsts = all.filter(({ submission }) => submission.duplicateOf === null);
  expect(firsts).toHaveLength(delivered.size);
  expect(firsts.filter(({ submission }) => submission.outcome === null || submission.filedAt === null)).toEqual([]);
  const times = [...delivered.values()].reduce((sum, one) => sum + one, 0);
  expect(all.length).toBeGreaterThanOrEqual(times);
  const decisions = all.flatMap((one) => one.decisions);
  expect(decisions).toHaveLength(decided.size);
  expect(decisions.filter(({ state, settledAt }) => state !== 'in-effect' || settledAt === null)).toEqual([]);
}

const commands = [
  fc.constantFrom(...mails).map((name) => new Deliver(name)),
  fc.constant(new Decide()),
  fc.constant(new ClaimAndLeave()),
  fc.constantFrom(1, 12, 30).map((hours) => new Jump(hours)),
  fc
    .record({
      at: fc.integer({ min: 0, max: 200 }),
      kind: fc.constantFrom('killed-before' as const, 'killed-after' as const),
    })
    .map(({ at, kind }) => new KillLater(at, kind)),
];

let laid: Awaited<ReturnType<typeof layOut>>;
beforeAll(async () => {
  laid = await layOut({ name: 'an empty office', from, play: async () => undefined });
});
afterAll(removeAll);

describe(`an office to which anything happens in any order (${numRuns} sequences, seed ${seed})`, () => {
  test(
    'is what a few words say it should be, and its audit trail and ledger hold',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(commands, { maxCommands: 10 }), async (sequence) => {
          const folder = newFolder();
          await cp(laid.folder, folder, { recursive: true });
          const outside = { folder, letters: [], clock: tickingClock(from) };
          const office = anEvolvingOffice(outside);
          const model: Model = { delivered: new Map(), decided: new Set() };
          try {
            await fc.asyncModelRun(() => ({ model, real: office }), sequence);
            await holds(office, folder);
          } finally {
            await office.close();
          }
        }),
        { numRuns, seed },
      );
    },
    numRuns * 10_000 + 60_000,
  );
});

async function holds(office: EvolvingOffice, folder: string): Promise<void> {
  const { records, files, heads } = office.own();
  const { faults } = await verifyAudit({ records, heads, alsoIn: auditPartitions(join(folder, 'records.sqlite')) });
  expect(faults).toEqual([]);
  const ledger = await makeProveLedger({ records, files, clock: { now: () => '2027-01-15T12:00:00.000Z' } })({
    months: ['2026-12', '2027-01'],
    withStore: true,
  });
  expect(ledger.faults).toEqual([]);
  expect(isConserved(ledger)).toBe(true);
}
