import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnResource } from 'aws-cdk-lib/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptedFindings } from '#infra/aws/accepted-findings.ts';
import { acknowledgements } from '#infra/aws/acknowledgements.ts';
import { whyNotApart } from '#infra/aws/inboxes-apart.ts';
import { lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { stageNamed, stages } from '#infra/aws/stages.ts';
import { aCheckedDeployment, resourcesOf, templatesOf } from './a-deployment.ts';

const hasCfnLint = (process.env.PATH ?? '').split(delimiter).some((folder) => {
  try {
    accessSync(join(folder, 'cfn-lint'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
});
if (!hasCfnLint) console.log('SKIPPED: cfn-lint is not on PATH, so the templates are not linted here');

const reportSchema = z.object({
  pluginReports: z.array(z.object({ violations: z.array(z.object({ ruleName: z.string() })) })),
});
/** Those that nobody acknowledged. */
const violationsOf = (report: unknown): string[] =>
  reportSchema.parse(report).pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));

/** How many templates there are, and what cfn-lint says of them. */
function lintedIn(outdir: string): { templates: number; said: string } {
  const templates = readdirSync(outdir)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => join(outdir, name));
  // W3005 only says that a dependency CDK wrote out is implied as well
  const said = execFileSync('cfn-lint', ['--ignore-checks', 'W3005', '--', ...templates], { encoding: 'utf8' });
  return { templates: templates.length, said };
}

describe('the deployment to AWS', () => {
  // of the three stages only prod: the others are the same constructs with other numbers and names, and each more with its packs is some
  // twenty seconds; what a stage may leave out (the reserve, the canary, the budget's alarm) takes resources away and adds none
  const deployment = aCheckedDeployment('prod');

  beforeAll(() => {
    deployment.app.synth();
  });

  it('is clean by the checks of AwsSolutions, NIST 800-53 (revision 5) and HIPAA, or each finding is acknowledged', () => {
    // synth itself throws on a finding; the next test shows that it does
    const report = JSON.parse(readFileSync(join(deployment.outdir, 'validation-report.json'), 'utf8'));

    expect(violationsOf(report)).toEqual([]);
  });

  it('is refused when somebody adds a bucket that is not locked down', () => {
    const careless = aCheckedDeployment('dev');
    new Bucket(careless.intake, 'Careless');

    expect(() => careless.app.synth()).toThrow(/AwsSolutions-S10/);
    const rules = violationsOf(JSON.parse(readFileSync(join(careless.outdir, 'validation-report.json'), 'utf8')));
    expect(rules).toContain('NIST.800.53.R5-S3BucketLoggingEnabled');
    expect(rules).toContain('HIPAA.Security-S3BucketReplicationEnabled');
  });

  it('is refused when a template says what CloudFormation does not take: CDK has cloudformation-validate read each of them', () => {
    const careless = aCheckedDeployment('dev');
    new CfnResource(careless.intake, 'Careless', {
      type: 'AWS::SQS::Queue',
      properties: { VisibilityTimeout: 'long' },
    });

    expect(() => careless.app.synth()).toThrow(/VisibilityTimeout/);
    const report = readFileSync(join(careless.outdir, 'validation-report.json'), 'utf8');
    expect(report).toContain('CloudFormation Validate');
  });

  it.skipIf(!hasCfnLint)('has templates that cfn-lint finds nothing against', () => {
    expect(lintedIn(deployment.outdir)).toEqual({ templates: 6, said: '' });
  });

  it('is as clean with a network of its own, and with names that have a certificate', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0';
    const full = aCheckedDeployment('staging', { certificateArn, network: { cidr: '10.60.0.0/16', zones: 2 } });
    full.app.synth();
    const report = JSON.parse(readFileSync(join(full.outdir, 'validation-report.json'), 'utf8'));

    expect(violationsOf(report)).toEqual([]);
    if (hasCfnLint) expect(lintedIn(full.outdir)).toEqual({ templates: 7, said: '' });
  });

  it('looks again at every accepted finding in time, and says why it was accepted', () => {
    for (const { reason, reviewBy } of [...Object.values(acknowledgements), ...acceptedFindings]) {
      expect(reason.length).toBeGreaterThan(40);
      expect(Date.parse(reviewBy)).toBeGreaterThan(Date.now());
    }
  });

  it('gives no physical name to anything, so that nothing stands in the way of its own replacement', () => {
    const nameOf: Record<string, string> = {
      'AWS::S3::Bucket': 'BucketName',
      'AWS::DynamoDB::Table': 'TableName',
      'AWS::Lambda::Function': 'FunctionName',
      'AWS::IAM::Role': 'RoleName',
      'AWS::SQS::Queue': 'QueueName',
      'AWS::SNS::Topic': 'TopicName',
      'AWS::Logs::LogGroup': 'LogGroupName',
      'AWS::StepFunctions::StateMachine': 'StateMachineName',
      'AWS::CloudWatch::Alarm': 'AlarmName',
    };
    const templates = Object.values(templatesOf(deployment));
    const resources = templates.flatMap((template) =>
      Object.keys(nameOf).flatMap((type) => Object.values(resourcesOf(template, type))),
    );

    // WAF takes no other; this one ends with the id of its stack, so it is never in the way of a new one
    const mustBegin = /^\{"Fn::Join":\["",\["aws-waf-logs-peer-credentials-prod-",\{"Fn::Select"/;
    const named = resources.filter(
      ({ Type, Properties }) =>
        String(nameOf[Type]) in Properties && !mustBegin.test(JSON.stringify(Properties.LogGroupName ?? '')),
    );

    expect(resources.length).toBeGreaterThan(80);
    expect(named).toEqual([]);
  });

  it('runs every Lambda on Node 24 and arm64, traced, with its own role and its own encrypted log', () => {
    const { intake, console, sweep, retention } = templatesOf(deployment);
    const lambdas = [intake, console, sweep, retention].flatMap((template) =>
      Object.values(resourcesOf(template, 'AWS::Lambda::Function')),
    );

    expect(lambdas).toHaveLength(Object.keys(lambdaNeeds).length);
    for (const { Properties } of lambdas) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
    }
    const roles = new Set(lambdas.map(({ Properties }) => JSON.stringify(Properties.Role)));
    expect(roles.size).toBe(lambdas.length);
    for (const template of [intake, console, sweep, retention]) {
      for (const { Properties } of Object.values(resourcesOf(template, 'AWS::Logs::LogGroup'))) {
        expect(Properties.KmsKeyId).toBeDefined();
        expect(Properties.RetentionInDays).toBe(deployment.stage.logRetentionDays);
      }
    }
  });

  it('B291: is refused, in words, where two of its stages take mail to one address, however that is written', () => {
    const one = { name: 'dev', mailRecipients: ['CE@office.example', 'other@office.example'] } as const;
    const two = { name: 'prod', mailRecipients: ['ce@office.example'] } as const;
    expect(whyNotApart([one, two])).toContain('dev and prod both take mail to ce@office.example. Give each');
    expect(whyNotApart(Object.values(stages))).toBeNull();
  });

  it('knows three stages and names them when asked for another', () => {
    expect(stageNamed('staging').name).toBe('staging');
    expect(() => stageNamed('production')).toThrow('dev, staging, prod');
  });
});
