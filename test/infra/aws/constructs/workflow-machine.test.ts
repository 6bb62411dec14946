import { existsSync } from 'node:fs';
import validate from 'asl-validator';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { intakeSteps, machineSteps } from '#shared/workflow/steps.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

const machineSchema = z.object({
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })),
});
const nameSchema = z.object({ ErrorEquals: z.array(z.string()), Next: z.string().optional() });
const retrierSchema = nameSchema.extend({
  MaxAttempts: z.number(),
  IntervalSeconds: z.number(),
  BackoffRate: z.number().default(2),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.literal('FULL'),
});
const taskSchema = z.object({
  Type: z.literal('Task'),
  Resource: z.string(),
  TimeoutSeconds: z.number().positive(),
  Retry: z.array(retrierSchema).min(1),
  Catch: z.array(nameSchema).min(1),
});
type Retrier = z.infer<typeof retrierSchema>;
const statesSchema = z.record(z.string(), z.looseObject({ Type: z.string() }));
const definitionSchema = z.looseObject({ TimeoutSeconds: z.number(), States: statesSchema });

/** Every state, also those inside a Map. */
function statesIn(value: unknown): [string, { Type: string }][] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'States' in value ? Object.entries(statesSchema.parse(value.States)) : [];
  return [...own, ...Object.values(value).flatMap(statesIn)];
}

const template = Template.fromStack(aDeployment().intake);

/** Its logical id begins with the name that it has in the stack. */
function machineNamed(name: string) {
  const machines = Object.entries(resourcesOf(template, 'AWS::StepFunctions::StateMachine'));
  return machineSchema.parse(machines.find(([id]) => id.startsWith(name))?.[1].Properties);
}

const settleStates = ['ApplyRules', 'FileSubmission', 'SetAside', 'SettleDecision', 'TellSender'];

describe.each([
  ['IntakeMachine', intakeSteps.map(({ state }) => state).sort(), 'OpenMail'],
  ['SettleMachine', settleStates, 'SettleDecision'],
])('the %s as it is deployed', (name, itsStates, first) => {
  const machine = machineNamed(name);
  const lambdas = resourcesOf(template, 'AWS::Lambda::Function');
  const withArns = machine.DefinitionString.replace(
    /\$\{(\w+)\}/g,
    (_all, state) => `arn:aws:lambda:us-east-1:000000000000:function:${state}`,
  );
  const definition = () => definitionSchema.parse(JSON.parse(withArns));
  const tasks = statesIn(definition()).filter(([, state]) => state.Type === 'Task');

  it('is one that Step Functions accepts', () => {
    const answer = validate(definition());

    expect(answer.errorsText()).toBe('');
    expect(answer.isValid).toBe(true);
  });

  it('would not be accepted with a state that leads nowhere', () => {
    const broken = definition();
    broken.States[first] = { ...broken.States[first], Type: 'Task', Next: 'Nowhere' };

    expect(validate(broken).isValid).toBe(false);
  });

  it('would not be accepted with a task that names no Lambda', () => {
    const broken = definition();
    broken.States.TellSender = { Type: 'Task', Next: 'FileSubmission' };

    expect(validate(broken).isValid).toBe(false);
  });

  it('has a Lambda for every task and a task for every step', () => {
    // an item of a mail is worked on by the same steps, in states of other names
    const steps = tasks.map(([, state]) => taskSchema.parse(state).Resource.split(':').at(-1) ?? '');
    const states = [...new Set(steps)].sort();

    expect(states).toEqual(itsStates);
    expect(Object.keys(machine.DefinitionSubstitutions).sort()).toEqual(states);
    for (const { state, folder } of machineSteps.filter((step) => itsStates.includes(step.state))) {
      const [logicalId] = machine.DefinitionSubstitutions[state]?.['Fn::GetAtt'] ?? [''];
      expect(lambdas[logicalId]?.Properties.Description).toBe(`${folder}.lambda.ts`);
    }
  });

  it('has a plug for every step', () => {
    const missing = machineSteps.filter(({ folder }) => !existsSync(`functions/${folder}/${folder}.lambda.ts`));

    expect(missing).toEqual([]);
  });

  it('gives every task an end, another try and a way out', () => {
    const waysOut = new Map(
      tasks.map(([name, state]) => {
        const { Retry, Catch } = taskSchema.parse(state);
        expect(Retry.some(({ ErrorEquals }) => ErrorEquals.includes('TryAgain'))).toBe(true);
        const all = Catch.find(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'));
        return [name, all?.Next] as const;
      }),
    );

    if (name === 'IntakeMachine') expect(waysOut.get('ReadText')).toBe('LeaveFileUnread');
    expect(waysOut.get('ApplyRules')).toBe('SetAside');
    if (name === 'IntakeMachine') expect(waysOut.get('ApplyRulesToItem')).toBe('SetItemAside');
    expect([...waysOut.values()]).not.toContain(undefined);
  });

  const secondsOf = (
    { IntervalSeconds, BackoffRate, MaxDelaySeconds = Number.POSITIVE_INFINITY }: Retrier,
    at: number,
  ) => Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** at);

  // Step Functions counts the tries of each retrier by itself, so these take none from a step that fails
  it.each(tasks)(
    '%s has patience with too many Lambdas at once and with a pace, apart from what fails',
    (_name, state) => {
      const { Retry } = taskSchema.parse(state);
      const naming = (name: string) => Retry.filter(({ ErrorEquals }) => ErrorEquals.includes(name));
      const [patient] = naming('Lambda.TooManyRequestsException');

      expect(naming('Lambda.TooManyRequestsException')).toEqual(naming('Paced'));
      expect(patient?.ErrorEquals).toEqual(['Paced', 'KeyRefused', 'Lambda.TooManyRequestsException']);
      if (patient === undefined) return;
      const waits = Array.from({ length: patient.MaxAttempts }, (_each, at) => secondsOf(patient, at));
      expect(Math.max(...waits)).toBeLessThanOrEqual(120);
      // half of each on the average: most of an hour, and far more than the ten minutes of B260 however chance has it
      expect(waits.reduce((all, one) => all + one / 2, 0)).toBeGreaterThan(45 * 60);
      expect(naming('TryAgain')).toHaveLength(1);
      expect(naming('TryAgain')[0]?.ErrorEquals).not.toContain('Paced');
    },
  );

  // 25,000 events end a run. A try is three of them, a step that is done five; a mail has two hundred files, read four at a time
  it('has room in its history, where each step of two hundred files is held back for as long as a run may take', () => {
    const { Retry } = taskSchema.parse(tasks.find(([state]) => state === 'ReadText' || state === 'ApplyRules')?.[1]);
    const [patient] = Retry;
    const steps = 200 * 3;
    let left = (definition().TimeoutSeconds * 4) / steps;
    let tries = 0;
    for (; patient !== undefined && left > 0; tries += 1) left -= secondsOf(patient, tries) / 2;

    expect(tries).toBeGreaterThan(5);
    expect(steps * (tries * 3 + 5)).toBeLessThan(25_000);
  });

  it('never tries again what said that it gives up', () => {
    for (const [, state] of tasks) {
      const retried = taskSchema.parse(state).Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(retried).not.toContain('GiveUp');
      expect(retried).not.toContain('States.ALL');
    }
  });

  it('ends as a whole, whatever happens', () => {
    expect(definition().TimeoutSeconds).toBeLessThanOrEqual(24 * 60 * 60);
  });
});
