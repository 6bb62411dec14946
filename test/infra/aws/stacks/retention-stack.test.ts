import validate from 'asl-validator';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stepSeconds } from '#shared/workflow/task-state.ts';
import { aDeployment, resourcesOf, templatesOf } from '../a-deployment.ts';
import { permissionsOfRoles } from '../permission-table.ts';

const deployment = aDeployment();
const template = Template.fromStack(deployment.retention);
const ofRoles = permissionsOfRoles(Object.values(templatesOf(deployment)));

describe('the stack of disposals', () => {
  it('is one machine that Step Functions accepts, started each night at one by the clock of the programme', () => {
    const [machine] = Object.values(resourcesOf(template, 'AWS::StepFunctions::StateMachine'));
    const { DefinitionString } = z.object({ DefinitionString: z.string() }).parse(machine?.Properties);
    const withArns = DefinitionString.replace(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:000000000000:function:$1');

    expect(validate(JSON.parse(withArns)).errorsText()).toBe('');
    expect(withArns.match(/"States.ALL"/g)).toHaveLength(2);
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 1 * * ? *)',
      Target: { Arn: { Ref: Match.stringLikeRegexp('^RetentionMachine') }, Input: '{}' },
    });
  });

  it('ends each Lambda before the machine loses patience with it, and none is let run longer than Lambda allows', () => {
    const seconds = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(({ Properties }) => [
      Properties.Description,
      Properties.Timeout,
    ]);
    expect(Object.fromEntries(seconds)).toEqual({
      'carry-out-disposals.lambda.ts': stepSeconds.CarryOutDisposals - 5,
      'propose-disposal.lambda.ts': stepSeconds.ProposeDisposal - 5,
    });
  });

  it('has the one role of the stage that may end a file: every version, in four folders, never past a lock, and without the key to read any', () => {
    const ends = ofRoles.filter(({ action }) => /^s3:(?:Delete|Bypass)/.test(action));
    expect(new Set(ends.map(({ who, action }) => `${who} ${action}`))).toEqual(
      new Set(['CarryOutDisposalsRole s3:DeleteObjectVersion']),
    );
    expect(ends.map(({ resource }) => resource).sort()).toEqual(
      ['document', 'picture', 'raw', 'reading'].map((folder) => `RecordBucket/${folder}/*`),
    );
    const keys = ofRoles.filter(({ who, action }) => who === 'CarryOutDisposalsRole' && action.startsWith('kms:'));
    expect(new Set(keys.map(({ resource }) => resource))).toEqual(new Set(['RecordKey']));
  });
});
