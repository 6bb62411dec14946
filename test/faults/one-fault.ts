import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { TryAgain } from '#shared/domain/faults.ts';
import type { Through } from './through.ts';

/**
 * fails: an error before the effect. answer-lost: the effect, then an error, as when a time limit is met. twice: done two times, as a
 * library that tries again by itself does. late: others come first. killed-before, killed-after: the process ends there, and nothing
 * of it runs again.
 */
export const passingFaults = ['fails', 'answer-lost', 'twice', 'late'] as const;
export const killings = ['killed-before', 'killed-after'] as const;
export type FaultKind = (typeof passingFaults)[number] | (typeof killings)[number];

/** The call with this number, from 0, meets the fault. */
export type FaultPlan = { at: number; kind: FaultKind };

const lateMilliseconds = 5;
const whoAsks = new AsyncLocalStorage<string>();
/** Calls made inside are said to be of this step. */
export const asStep = <Result>(step: string, work: () => Promise<Result>): Promise<Result> => whoAsks.run(step, work);

export type Faults = ReturnType<typeof faultsBy>;

/** A layer around all ports of one process. `calls` says of each call whose it was and what: "OpenMail records.write". */
export function faultsBy(plan: FaultPlan | null) {
  const calls: string[] = [];
  const died = Promise.withResolvers<'died'>();
  let isDead = false;
  let isOn = true;

  function die(): Promise<never> {
    isDead = true;
    died.resolve('died');
    return never();
  }

  const through: Through = (call, work) => {
    if (isDead) return never();
    if (!isOn) return work();
    const kind = plan?.at === calls.length ? plan.kind : 'none';
    calls.push(`${whoAsks.getStore() ?? 'Host'} ${call}`);
    return kind === 'none' ? done(work) : withFault(kind, work);
  };

  async function withFault<Result>(kind: FaultKind, work: () => Promise<Result>): Promise<Result> {
    if (kind === 'fails') throw new TryAgain('a fault was put in');
    if (kind === 'killed-before') return die();
    if (kind === 'late') await pause(lateMilliseconds);
    if (kind === 'twice') await work();
    const result = await done(work);
    if (kind === 'answer-lost') throw new TryAgain('a fault was put in after the effect');
    return kind === 'killed-after' ? die() : result;
  }

  /** Never answered when the process was killed while it was under way. */
  async function done<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = await work();
    return isDead ? never() : result;
  }

  return {
    through,
    calls,
    died: died.promise,
    isDead: () => isDead,
    wasMet: () => plan !== null && calls.length > plan.at,
    /** what comes now is no part of what is tried */
    switchOff: () => {
      isOn = false;
    },
  };
}

const never = () => new Promise<never>(() => {});
