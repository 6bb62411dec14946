import { expect, test } from 'vitest';
import { z } from 'zod';
import { oneMachineDefinition } from '#infra/local/one-machine-definition.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';

const secondsSchema = z.looseObject({ TimeoutSeconds: z.number() });

/** Where a step stands in its machine, and how long the machine waits for it. */
function waits(machine: unknown, path = ''): [string, number][] {
  if (typeof machine !== 'object' || machine === null) return [];
  const own = secondsSchema.safeParse(machine);
  const here: [string, number][] = own.success && path !== '' ? [[path, own.data.TimeoutSeconds]] : [];
  return [...here, ...Object.entries(machine).flatMap(([name, inner]) => waits(inner, `${path}/${name}`))];
}

test.each([
  ['intake', intakeDefinition],
  ['sweep', sweepDefinition],
])('each step of the %s has more time where all steps share a few processors', (_name, definition) => {
  const onAws = waits(definition);
  const here = new Map(waits(oneMachineDefinition(definition)));

  expect(onAws.length).toBeGreaterThan(2);
  expect(onAws.filter(([step, seconds]) => (here.get(step) ?? 0) < seconds * 5)).toEqual([]);
});

test('a mail as a whole keeps its hours: nobody waits longer for an answer because the machine is slow', () => {
  const { TimeoutSeconds } = secondsSchema.parse(oneMachineDefinition(intakeDefinition));
  expect(TimeoutSeconds).toBe(intakeDefinition.TimeoutSeconds);
});
