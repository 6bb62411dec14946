import { createHash } from 'node:crypto';
import { StateMachine } from 'aws-local-stepfunctions';
import { z } from 'zod';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { MachineName } from '#shared/ports/workflow-runner.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { settleDefinition } from '#shared/workflow/settle.definition.ts';
import { machineSteps } from '#shared/workflow/steps.ts';
import { oneMachineDefinition } from './one-machine-definition.ts';

const definitions = { intake: intakeDefinition, settle: settleDefinition };
const keptSchema = z.object({ definition: z.record(z.string(), z.unknown()) });
const keyOf = (hash: string) => ({ pk: `MACHINE#${hash}`, sk: 'DEFINITION' });
const known: ReadonlySet<string> = new Set(machineSteps.map(({ state }) => state));

export const hashOf = (name: MachineName): string =>
  createHash('sha256').update(JSON.stringify(definitions[name])).digest('hex').slice(0, 16);

const today = new Map<MachineName, StateMachine>();

/** Made once: checking a definition takes half a second. What a run is given is its own. */
export function machineOfToday(name: MachineName): StateMachine {
  const machine = today.get(name) ?? new StateMachine(oneMachineDefinition(definitions[name]));
  today.set(name, machine);
  return machine;
}

/** The machines that this store has seen: a run ends by the one it began under, as an execution on AWS does. */
export function makeKeptDefinitions(records: RecordStore) {
  const kept = new Set<string>();
  const earlier = new Map<string, Promise<StateMachine | null>>();
  return {
    /** Before the first run of it begins. */
    async keep(name: MachineName): Promise<void> {
      const hash = hashOf(name);
      if (kept.has(hash)) return;
      await records.write([{ put: { ...keyOf(hash), body: { definition: definitions[name] } }, expect: 'absent' }]);
      kept.add(hash);
    },
    /** Null where it was never kept, or names a step that there is no more: then nothing is left but the one of today. */
    find(hash: string): Promise<StateMachine | null> {
      const found = earlier.get(hash) ?? machineKept(records, hash);
      earlier.set(hash, found);
      return found;
    },
  };
}

async function machineKept(records: RecordStore, hash: string): Promise<StateMachine | null> {
  const { data } = keptSchema.safeParse((await records.find(keyOf(hash)))?.body);
  if (data === undefined) return null;
  const asked = Array.from(JSON.stringify(data.definition).matchAll(/\$\{(\w+)\}/g), ([, step = '']) => step);
  if (!asked.every((step) => known.has(step))) return null;
  try {
    return new StateMachine(oneMachineDefinition(data.definition));
  } catch {
    // the interpreter of today may refuse what that of before took
    return null;
  }
}
