import type { StateMachine } from 'aws-local-stepfunctions';
import { z } from 'zod';

/** The interpreter checks the definition itself; here it only gets the type it asks for. */
const definitionSchema = z.custom<ConstructorParameters<typeof StateMachine>[0]>((value) => typeof value === 'object');

/**
 * A Lambda has its processor to itself. Here all steps share a few, so the same work may take so many times as long; what a file may
 * cost is bounded by the child that opens it, and these times only end what hangs.
 */
const timesAsLong = 6;

const taskSchema = z.looseObject({ Type: z.literal('Task'), TimeoutSeconds: z.number() });

/** A machine as this computer runs it. The interpreter wants ARNs; the handlers given at each run are called instead of any Lambda. */
export function oneMachineDefinition(definition: object) {
  const arn = (_whole: string, name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
  const patient = (_key: string, value: unknown) => {
    const task = taskSchema.safeParse(value);
    return task.success ? { ...task.data, TimeoutSeconds: task.data.TimeoutSeconds * timesAsLong } : value;
  };
  return definitionSchema.parse(JSON.parse(JSON.stringify(definition).replace(/\$\{(\w+)\}/g, arn), patient));
}
