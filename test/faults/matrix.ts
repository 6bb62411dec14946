import { seeded } from '#test/fixtures/make/seeded.ts';
import { differences } from './end-state.ts';
import type { Scenario } from './memory.ts';
import { type FaultKind, type FaultPlan, killings, passingFaults } from './one-fault.ts';
import { effects } from './through.ts';
import { type Laid, layOut, type Tried, tryOnce } from './try-scenario.ts';

/**
 * What is tried: every call of every port that a scenario makes, from its first to its last, times every kind of fault that passes;
 * and every effect, times a process that ends just before or just after it.
 */
export type Cell = FaultPlan & { scenario: Scenario; call: string };
export type Broken = { cell: Cell; says: string[] };
export type Plain = { laid: Laid; without: Tried };

export async function playPlain(scenario: Scenario): Promise<Plain> {
  const laid = await layOut(scenario);
  return { laid, without: await tryOnce(laid, null) };
}

export function cellsOf({ laid, without }: Plain): Cell[] {
  return without.calls.flatMap((call, at) =>
    kindsFor(call).map((kind) => ({ scenario: laid.scenario, at, kind, call })),
  );
}

function kindsFor(call: string): readonly FaultKind[] {
  return effects.has(call.split(' ')[1] ?? '') ? [...passingFaults, ...killings] : passingFaults;
}

/** Null where the end is the same as without the fault. */
export async function tryCell(
  { laid, without }: Plain,
  cell: Cell,
  atDeath?: Parameters<typeof tryOnce>[2],
): Promise<Broken | null> {
  const tried = await tryOnce(laid, cell, atDeath).catch((fault: unknown) => String(fault));
  if (typeof tried === 'string') return { cell, says: [`it did not come to its end: ${tried}`] };
  const says = differences(without.end, tried.end);
  if (tried.auditFaults > 0) says.push(`the audit trail has ${tried.auditFaults} faults`);
  return says.length > 0 ? { cell, says } : null;
}

/** So many of them, drawn by the seed: each kind of fault and each step as often as chance has it. */
export function drawn(cells: readonly Cell[], count: number, seed: string): Cell[] {
  const dice = seeded(seed);
  const left = [...cells];
  return Array.from({ length: Math.min(count, cells.length) }, () =>
    left.splice(Math.floor(dice() * left.length), 1),
  ).flat();
}

export function inWords({ cell, says }: Broken): string {
  const { scenario, at, kind, call } = cell;
  return [`${scenario.name}: call ${at} (${call}) ${kind}`, ...says.slice(0, 6).map((line) => `    ${line}`)].join(
    '\n',
  );
}
