import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machineSteps } from '#shared/workflow/steps.ts';
import { differences } from './end-state.ts';
import { cellsOf, drawn, inWords, type Plain, playPlain, tryCell } from './matrix.ts';
import { scenarios } from './scenarios.ts';
import { removeAll } from './try-scenario.ts';

/**
 * A seeded share of the matrix. `npm run fault-matrix` tries all of it; FAULT_SEED draws other ones.
 */
const seed = process.env.FAULT_SEED ?? '1';
const each = 8;

afterAll(removeAll);

const plains = new Map<string, Plain>();
beforeAll(async () => {
  for (const scenario of scenarios) plains.set(scenario.name, await playPlain(scenario));
});

describe(`with one fault in any call of any port (seed ${seed})`, () => {
  test.each(scenarios.map(({ name }) => name))('%s: ends as without it', async (name) => {
    const plain = plains.get(name);
    if (plain === undefined) throw new Error('it was not played');
    expect(plain.without.auditFaults).toBe(0);
    const broken: string[] = [];
    for (const cell of drawn(cellsOf(plain), each, `${seed} ${name}`)) {
      const found = await tryCell(plain, cell);
      if (found !== null) broken.push(inWords(found));
    }
    expect(broken).toEqual([]);
  });
});

describe('the matrix of faults', () => {
  test('goes through every step of the intake and of what follows a decision, and through the night', () => {
    const met = new Set([...plains.values()].flatMap(({ without }) => without.calls.map((call) => call.split(' ')[0])));
    const steps = machineSteps.map(({ state }) => state);
    const others = ['Receive', 'Journal', 'Desk', 'Sweep', 'SealAudit', 'SendLetters'];
    expect([...steps, ...others].filter((step) => !met.has(step))).toEqual([]);
  });

  test('calls every port that a step has', () => {
    const met = new Set(
      [...plains.values()].flatMap(({ without }) => without.calls.map((call) => /\w+(?=\.)/.exec(call)?.[0])),
    );
    const ports = [
      'records',
      'files',
      'mailOpener',
      'documentReader',
      'textReader',
      'secondReader',
      'mailSender',
      'heads',
      'mailVerifier',
      'scanner',
      'runner',
    ];
    expect(ports.filter((port) => !met.has(port))).toEqual([]);
  });

  test('tells apart what ended otherwise', () => {
    const [one, other] = [...plains.values()];
    expect(differences(one?.without.end ?? none, other?.without.end ?? none).length).toBeGreaterThan(10);
  });
});

const none = { rows: [], files: [], letters: [], sends: 0 };
