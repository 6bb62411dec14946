import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { Template } from 'aws-cdk-lib/assertions';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemsMax } from '#shared/domain/batch.ts';
import { eachItem, stepOfItemState } from '#shared/workflow/each-item.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { aDeployment, resourcesOf } from './a-deployment.ts';
import { type Answering, type LambdasOnAPort, lambdasOnAPort } from './lambdas-on-a-port.ts';
import { answerRecorded, type Recorded } from './recorded-steps.ts';

const ids = { submissionId: `sub_${'1'.repeat(26)}`, runId: `run_${'1'.repeat(26)}_1` };
const input = { ...ids, takesEffectAt: '2026-11-22T00:00:00Z', day: null };
const settled = { files: 4, next: 'read', settled: true } as const;
const inReview = { files: 3, next: 'read', settled: false } as const;

const walks: [string, string, Recorded, string, string[]][] = [
  [
    'IntakeMachine',
    'a mail that is accepted (fixture 01)',
    settled,
    'SUCCEEDED',
    ['TellSender', 'FileSubmission', 'Filed'],
  ],
  ['IntakeMachine', 'an application, which a person reads (30)', inReview, 'SUCCEEDED', ['OpenReview', 'TellSender']],
  [
    'IntakeMachine',
    'a mail with no file to read',
    { ...settled, files: 0, next: 'judge' },
    'SUCCEEDED',
    ['MatchPerson'],
  ],
  ['IntakeMachine', 'a mail that a person reads unopened', { ...settled, next: 'review' }, 'SUCCEEDED', ['OpenReview']],
  ['IntakeMachine', 'a mail that is only answered', { ...settled, next: 'answer' }, 'SUCCEEDED', ['TellSender']],
  [
    'IntakeMachine',
    'a mail about three people',
    { ...settled, files: 1, items: 3 },
    'SUCCEEDED',
    ['EachItem', 'ApplyRulesToItem', 'FileItem', 'TellSender', 'Filed'],
  ],
  [
    'IntakeMachine',
    'a mail about two people, of whom one fails and cannot even be set aside',
    { ...inReview, files: 1, items: 2, throws: { OpenReview: 'GiveUp', SetAside: 'GiveUp' } },
    'SUCCEEDED',
    ['SetItemAside', 'ItemLeft', 'TellSender', 'Filed'],
  ],
  [
    'IntakeMachine',
    'a mail of which one file is left unread',
    { ...settled, throws: { 'ReadText file_0002': 'GiveUp' } },
    'SUCCEEDED',
    ['LeaveFileUnread', 'TellSender', 'Filed'],
  ],
  [
    'IntakeMachine',
    'a mail whose rules fail',
    { ...settled, throws: { ApplyRules: 'GiveUp' } },
    'SUCCEEDED',
    ['SetAside', 'Filed'],
  ],
  [
    'IntakeMachine',
    'a mail that cannot even be set aside',
    { ...settled, throws: { OpenMail: 'GiveUp', SetAside: 'GiveUp' } },
    'FAILED',
    ['SetAside', 'NotFiled'],
  ],
  [
    'IntakeMachine',
    'a file of which not even this can be noted',
    { ...settled, throws: { 'ReadFields file_0001': 'GiveUp', 'LeaveFileUnread file_0001': 'GiveUp' } },
    'SUCCEEDED',
    ['LeaveFileUnread', 'TellSender'],
  ],
  ['SettleMachine', 'a decision that holds', { ...settled, settles: 'judge' }, 'SUCCEEDED', ['ApplyRules', 'Settled']],
  [
    'SettleMachine',
    'a decision by which nothing is judged',
    { ...settled, settles: 'tell' },
    'SUCCEEDED',
    ['TellSender', 'Settled'],
  ],
  ['SettleMachine', 'a decision that was taken back', { ...settled, settles: 'stop' }, 'SUCCEEDED', ['TakenBack']],
  [
    'SettleMachine',
    'a decision whose letter fails',
    { ...settled, settles: 'judge', throws: { TellSender: 'GiveUp' } },
    'SUCCEEDED',
    ['SetAside', 'Settled'],
  ],
  [
    'IntakeMachine',
    'a mail on a busy day: a step that asks for it is tried again',
    { ...settled, files: 1, busyOnce: 'MatchPerson' },
    'SUCCEEDED',
    ['Filed'],
  ],
  ['SweepMachine', 'a night', { ...settled, segments: 5 }, 'SUCCEEDED', ['SegmentSwept', 'SweepReport', 'Swept']],
  ['SweepMachine', 'a night that is done already', { ...settled, segments: 0 }, 'SUCCEEDED', ['Swept']],
  [
    'SweepMachine',
    'a night of which one segment is left for the next time',
    { ...settled, segments: 3, throws: { 'SweepSegment 01': 'GiveUp' } },
    'SUCCEEDED',
    ['LeftForNextTime', 'SweepReport'],
  ],
];

const sideBySide = new Set([
  'SweepSegment',
  'At its end?',
  'SegmentSwept',
  'LeftForNextTime',
  'ReadText',
  'SortDocuments',
  'ReadFields',
  'LeaveFileUnread',
  'FileRead',
  ...Object.keys(eachItem.States),
]);
type Walk = { status: string; states: string[]; ofFiles: string[]; asked: string[]; bytesMost: number };

/** Files are read side by side, in no order: what happened to them is compared sorted. */
function walkOf(status: string, entered: { name: string; input: string }[], asked: string[]): Walk {
  return {
    status,
    states: entered.map(({ name }) => name).filter((name) => !sideBySide.has(name)),
    ofFiles: entered
      .map(({ name }) => name)
      .filter((name) => sideBySide.has(name))
      .sort(),
    asked: asked.toSorted(),
    bytesMost: Math.max(...entered.map(({ input }) => Buffer.byteLength(input))),
  };
}

describe.skipIf(!hasMoto)(
  'the machines as they are synthesised, run by two interpreters that know nothing of each other',
  () => {
    let lambdas: LambdasOnAPort;
    let moto: Moto;
    let sfn: SFNClient;
    let answering: Answering = answerRecorded(settled);
    const definitions = new Map<string, string>();

    beforeAll(async () => {
      lambdas = await lambdasOnAPort((name, event) => answering(name, event));
      // where moto's interpreter looks for every service that a task names
      moto = await startMoto({ MOTO_PORT: String(lambdas.port) });
      const body = JSON.stringify({ stepfunctions: { execute_state_machine: true } });
      await fetch(`${moto.endpoint}/moto-api/config`, { method: 'POST', body });
      sfn = new SFNClient(clientOf(moto.endpoint));
      for (const name of ['IntakeMachine', 'SettleMachine', 'SweepMachine'])
        definitions.set(name, definitionNamed(name));
    });
    afterAll(() => {
      lambdas?.stop();
      moto?.stop();
    });

    /** moto starts one run only: it copies what it has, with its runs, and a thread cannot be copied. So it forgets in between. */
    async function newMachine(name: string): Promise<string> {
      await moto.reset();
      const definition = definitions.get(name) ?? '';
      const roleArn = 'arn:aws:iam::123456789012:role/machine';
      return (await sfn.send(new CreateStateMachineCommand({ name, definition, roleArn }))).stateMachineArn ?? '';
    }

    async function byMoto(name: string, recorded: Recorded): Promise<Walk> {
      const asked = listenTo(recorded);
      const stateMachineArn = await newMachine(name);
      const { executionArn } = await sfn.send(
        new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
      );
      let { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      for (let tries = 0; status === 'RUNNING' && tries < 600; tries += 1) {
        await pause(100);
        ({ status } = await sfn.send(new DescribeExecutionCommand({ executionArn })));
      }
      const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
      const entered = events.flatMap(({ stateEnteredEventDetails: details }) =>
        details?.name === undefined ? [] : [{ name: details.name, input: details.input ?? '' }],
      );
      return walkOf(status ?? '', entered, asked);
    }

    async function byTheOther(name: string, recorded: Recorded): Promise<Walk> {
      const asked = listenTo(recorded);
      const text = definitions.get(name) ?? '';
      const tasks = [...text.matchAll(/:function:(\w+)"/g)].map(([, state = '']) => state);
      const steps: [string, string][] = [
        ...tasks.map((state): [string, string] => [state, state]),
        ...Object.entries(stepOfItemState),
      ];
      const handlers = Object.fromEntries(
        steps.map(([state, step]) => [state, async (event: unknown) => answering(step, event)]),
      );
      const machine = new StateMachine(JSON.parse(text));
      const overrides = {
        taskResourceLocalHandlers: z.record(z.string(), z.any()).parse(handlers),
        waitTimeOverrides: { WhileItCanBeTakenBack: 0 },
      };
      const { result, eventLogs } = machine.run(input, { overrides });
      const status = result.then(
        () => 'SUCCEEDED',
        () => 'FAILED',
      );
      const entered: { name: string; input: string }[] = [];
      for await (const log of eventLogs)
        if (log.type === 'StateEntered') entered.push({ name: log.state.name, input: JSON.stringify(log.state.input) });
      return walkOf(await status, entered, asked);
    }

    /** What the steps are asked from here on. */
    function listenTo(recorded: Recorded): string[] {
      const asked: string[] = [];
      const answer = answerRecorded(recorded);
      answering = async (state, event) => {
        asked.push(`${state} ${JSON.stringify(event)}`);
        return answer(state, event);
      };
      return asked;
    }

    it.each(walks)('the %s walks the same way with both: %s', async (name, _title, recorded, status, through) => {
      const moto = await byMoto(name, recorded);
      const other = await byTheOther(name, recorded);

      expect({ ...moto, bytesMost: 0 }).toEqual({ ...other, bytesMost: 0 });
      expect(moto.status).toBe(status);
      expect([...moto.states, ...moto.ofFiles]).toEqual(expect.arrayContaining(through));
    });

    it('no state of a mail of two hundred files is given 32 kB', async () => {
      const { status, ofFiles, bytesMost } = await byTheOther('IntakeMachine', { ...settled, files: 200 });

      expect(status).toBe('SUCCEEDED');
      expect(ofFiles.filter((name) => name === 'ReadText')).toHaveLength(200);
      expect(bytesMost).toBeGreaterThan(10_000);
      expect(bytesMost).toBeLessThan(32_000);
    });

    it('no state of a mail about two hundred people is given 32 kB', async () => {
      const { status, ofFiles, bytesMost } = await byTheOther('IntakeMachine', {
        ...settled,
        files: 1,
        items: itemsMax,
      });

      expect(status).toBe('SUCCEEDED');
      expect(ofFiles.filter((name) => name === 'ApplyRulesToItem')).toHaveLength(itemsMax);
      expect(bytesMost).toBeLessThan(32_000);
    });
  },
);

const { intake, sweep } = aDeployment();
const machines = [intake, sweep].flatMap((stack) =>
  Object.entries(resourcesOf(Template.fromStack(stack), 'AWS::StepFunctions::StateMachine')),
);

/** With the name of each task's state where its Lambda's ARN will stand. */
function definitionNamed(name: string): string {
  const machine = machines.find(([id]) => id.startsWith(name))?.[1].Properties;
  const { DefinitionString } = z.object({ DefinitionString: z.string() }).parse(machine);
  return DefinitionString.replace(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:123456789012:function:$1');
}
