import validate from 'asl-validator';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { programmeTimeZone } from '#infra/aws/programme-time-zone.ts';
import { stepSeconds } from '#shared/workflow/task-state.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

const template = Template.fromStack(aDeployment().sweep);
const only = (type: string) => {
  const [one, ...others] = Object.values(resourcesOf(template, type));
  if (!one || others.length > 0) throw new Error(`not one ${type}`);
  return one.Properties;
};
const statementsSchema = z.array(
  z.object({
    Action: z.union([z.string(), z.array(z.string())]).transform((said) => [said].flat()),
    Resource: z.unknown(),
  }),
);
const policySchema = z.object({
  PolicyDocument: z.object({ Statement: statementsSchema }),
  Roles: z.array(z.object({ Ref: z.string() })),
});
const policies = Object.values(resourcesOf(template, 'AWS::IAM::Policy')).map(({ Properties }) =>
  policySchema.parse(Properties),
);
const actionsOf = (role: string) => {
  const own = policies.filter(({ Roles }) => Roles[0]?.Ref.startsWith(role));
  return own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action)).sort();
};

describe('the start of the nightly sweep', () => {
  it('is at two by the clock of the programme, in summer and in winter, to the minute, and three times after it', async () => {
    const { timeZone } = await programmeNamed('louisiana-rpss');
    expect(only('AWS::Scheduler::Schedule')).toMatchObject({
      ScheduleExpression: 'cron(0 2,3,4,5 * * ? *)',
      ScheduleExpressionTimezone: timeZone,
      FlexibleTimeWindow: { Mode: 'OFF' },
    });
    expect(programmeTimeZone()).toBe(timeZone);
  });

  it('asks the machine for today, wherever the cloud believes it is, and for nothing that is done already', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: { Arn: { Ref: Match.stringLikeRegexp('^SweepMachine') }, Input: '{"day":null,"start":"by-timer"}' },
    });
  });

  it('is tried again until the next one comes, and kept where somebody is told of it when it does not work', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: {
        RetryPolicy: { MaximumEventAgeInSeconds: 3000, MaximumRetryAttempts: Match.anyValue() },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NightlyStartDeadLetters'), 'Arn'] } },
      },
    });
    expect(only('AWS::SQS::Queue')).toMatchObject({
      MessageRetentionPeriod: 1_209_600,
      KmsMasterKeyId: expect.anything(),
    });
  });

  it('may start this machine and write into its queue, and nothing else', () => {
    expect(actionsOf('NightlyStartRole')).toEqual([
      ...['kms:Decrypt', 'kms:GenerateDataKey', 'sqs:SendMessage', 'states:StartExecution'],
    ]);
  });
});

describe('the machine of the nightly sweep as it is deployed', () => {
  const machine = z.object({
    DefinitionString: z.string(),
    DefinitionSubstitutions: z.record(z.string(), z.unknown()),
  });
  const { DefinitionString, DefinitionSubstitutions } = machine.parse(only('AWS::StepFunctions::StateMachine'));
  const withArns = DefinitionString.replace(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:000000000000:function:$1');

  it('is one that Step Functions accepts, with a Lambda for each of its three steps', () => {
    expect(validate(JSON.parse(withArns)).errorsText()).toBe('');
    expect(Object.keys(DefinitionSubstitutions).sort()).toEqual(['SweepPlan', 'SweepReport', 'SweepSegment']);
  });

  it('tries each step again where it may help, also one that reached the end of its Lambda, and never one that gave up', () => {
    const tasks = [...withArns.matchAll(/"Retry":(\[.*?\]),"Catch":(\[.*?\}\])/g)];
    expect(tasks).toHaveLength(3);
    for (const [, retry = '', caught = ''] of tasks) {
      for (const name of ['TryAgain', 'Sandbox.Timedout', 'Lambda.TooManyRequestsException'])
        expect(retry).toContain(name);
      expect(retry).toContain('"JitterStrategy":"FULL"');
      expect(retry).not.toContain('GiveUp');
      expect(caught).toContain('States.ALL');
    }
  });

  it('has most patience with a segment, which keeps its work while the table holds it back', () => {
    const triesOf = (state: string) => {
      const own = withArns.slice(withArns.indexOf(`:function:${state}"`));
      return Number(/"TryAgain".*?"MaxAttempts":(\d+)/.exec(own)?.[1]);
    };
    expect(triesOf('SweepSegment')).toBe(20);
    expect(triesOf('SweepSegment')).toBeGreaterThan(triesOf('SweepReport'));
  });

  // Step Functions ends a run after 25,000 events; a turn of the loop makes eight (Task 5, Choice 2, and one to spare)
  it('has room in its history for the longest night: all segments at their slowest for as long as a run may take', () => {
    const { TimeoutSeconds } = z.object({ TimeoutSeconds: z.number() }).parse(JSON.parse(withArns));
    const turnSeconds = stepSeconds.SweepSegment * 0.7;
    expect((TimeoutSeconds / turnSeconds) * 16 * 8).toBeLessThan(25_000);
  });

  it('ends each Lambda before the machine loses patience with it', () => {
    const seconds = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(({ Properties }) => [
      Properties.Description,
      Properties.Timeout,
    ]);
    expect(Object.fromEntries(seconds)).toEqual({
      'sweep-plan.lambda.ts': stepSeconds.SweepPlan - 5,
      'sweep-segment.lambda.ts': stepSeconds.SweepSegment - 5,
      'sweep-report.lambda.ts': stepSeconds.SweepReport - 5,
    });
  });
});

describe('what the steps of the sweep may do', () => {
  it('is to find and write records: no files, no mail, no runs, no star', () => {
    for (const step of ['SweepPlan', 'SweepSegment', 'SweepReport']) {
      const services = new Set(actionsOf(`${step}Role`).map((action) => action.split(':')[0]));
      expect([...services].sort()).toEqual(['dynamodb', 'kms', 'logs', 'xray']);
    }
    const all = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action));
    expect(all.filter((action) => /\*|Scan|BatchWrite|PassRole/.test(action))).toEqual([]);
  });
});
