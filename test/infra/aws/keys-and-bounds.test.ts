import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billOf } from '#infra/aws/cost/cost-in-lines.ts';
import { type LambdaNeeds, lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { receiveAtOnceOf, reservedOf, startsPerSecondOf } from '#infra/aws/rates.ts';
import { stages, textractQuotas } from '#infra/aws/stages.ts';
import { waitMax } from '#shared/adapters/record-pace.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';
import { aDeployment, type Resource, resourcesOf, templatesOf } from './a-deployment.ts';
import { wordsOf } from './template-words.ts';

const deployment = aDeployment('prod');
const byStack = templatesOf(deployment);
const templates = Object.values(byStack);
const words = wordsOf(templates);
const all = (type: string): [string, Resource][] =>
  templates.flatMap((template) => Object.entries(resourcesOf(template, type)));

const encryptionSchema = z.object({
  BucketEncryption: z.object({
    ServerSideEncryptionConfiguration: z.array(
      z.object({ ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.unknown() }) }),
    ),
  }),
});
const tagsSchema = z.array(z.object({ Key: z.string(), Value: z.string() }));

describe('the keys of a stage', () => {
  it('are turned every year, all of them', () => {
    const keys = all('AWS::KMS::Key');

    expect(keys.map(([id]) => words({ Ref: id })).sort()).toEqual([
      ...['AlarmKey', 'AuditKey', 'LogKey', 'PaperKey', 'QueueKey', 'RecordKey', 'StartKey'],
    ]);
    for (const [id, { Properties }] of keys) expect(Properties.EnableKeyRotation, id).toBe(true);
  });

  it('are one for papers, one for records, one for seals and one for logs', () => {
    const ofBucket = (name: string) => {
      const [, bucket] = all('AWS::S3::Bucket').find(([id]) => words({ Ref: id }) === name) ?? [];
      const { BucketEncryption } = encryptionSchema.parse(bucket?.Properties);
      const { ServerSideEncryptionByDefault } = BucketEncryption.ServerSideEncryptionConfiguration[0] ?? {};
      return words(ServerSideEncryptionByDefault?.KMSMasterKeyID);
    };
    const table = z.object({ SSESpecification: z.object({ KMSMasterKeyId: z.unknown() }) });

    expect(ofBucket('RecordBucket')).toBe('PaperKey');
    expect(ofBucket('AuditBucket')).toBe('AuditKey');
    for (const [, { Properties }] of all('AWS::DynamoDB::Table'))
      expect(words(table.parse(Properties).SSESpecification.KMSMasterKeyId)).toBe('RecordKey');
    for (const [id, { Properties }] of all('AWS::Logs::LogGroup'))
      expect(words(Properties.KmsKeyId), id).toBe('LogKey');
  });
});

describe('what a stage is bound by', () => {
  it('is kept in every log for the time that the stage says, and no log is kept for ever', () => {
    const groups = all('AWS::Logs::LogGroup');

    expect(groups.length).toBeGreaterThan(Object.keys(lambdaNeeds).length);
    for (const [id, { Properties }] of groups) expect(Properties.RetentionInDays, id).toBe(400);
  });

  it('is traced at every Lambda and every machine', () => {
    for (const [id, { Properties }] of all('AWS::Lambda::Function'))
      expect(Properties.TracingConfig, id).toEqual({ Mode: 'Active' });
    for (const [id, { Properties }] of all('AWS::StepFunctions::StateMachine'))
      expect(Properties.TracingConfiguration, id).toEqual({ Enabled: true });
  });

  it('is written on what it pays for: programme, stage, cost centre and class of data', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::SQS::Queue']) {
      for (const [id, { Properties }] of all(type)) {
        const names = tagsSchema.parse(Properties.Tags).map(({ Key }) => Key);
        expect(names, id).toEqual(expect.arrayContaining(['cost-centre', 'data-class', 'programme', 'stage']));
      }
    }
  });

  it('is a monthly sum, told at four fifths of it, at all of it, and when it is foreseen', () => {
    byStack.watch.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetLimit: { Amount: stages.prod.monthlyBudget, Unit: 'USD' },
        TimeUnit: 'MONTHLY',
        CostFilters: { TagKeyValue: ['user:stage$prod'] },
      },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        { Notification: { NotificationType: 'ACTUAL', Threshold: 100 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ],
    });
  });

  it('is so many Lambdas of each class at once, and a new account, which has ten, is asked for none', () => {
    const setAside = new Map(
      all('AWS::Lambda::Function').map(([, { Properties }]) => [
        String(Properties.Description).replace('.lambda.ts', ''),
        Properties.ReservedConcurrentExecutions,
      ]),
    );
    const needs: [string, LambdaNeeds][] = Object.entries(lambdaNeeds);

    for (const [name, { runsAs }] of needs) expect(setAside.get(name), name).toBe(reservedOf(stages.prod)[runsAs]);
    const inDev = Object.values(resourcesOf(templatesOf(aDeployment('dev')).intake, 'AWS::Lambda::Function'));
    for (const { Properties } of inDev) expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  });

  it.each(Object.values(stages))(
    'leaves a hundred of the account free, and a queue never calls more than may run: $name',
    (stage) => {
      const { concurrency } = stage;
      if (concurrency === null) return;
      const needs: LambdaNeeds[] = Object.values(lambdaNeeds);
      const sum = needs.reduce((all, { runsAs }) => all + reservedOf(stage)[runsAs], 0);

      expect(sum).toBeLessThanOrEqual(concurrency.accountLimit - 100);
      expect(reservedOf(stage).worker).toBeGreaterThanOrEqual(receiveAtOnceOf(stage));
    },
  );

  it('is below what Textract lets an account ask: all stages together, and prod below half of it', () => {
    for (const what of ['detect', 'analyze'] as const) {
      const asked = Object.values(stages).map(({ region, textractPerSecond }) => {
        const quota = textractQuotas[region]?.[what] ?? 0;
        return { share: textractPerSecond[what] / quota };
      });
      expect(asked.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1);
      expect(
        stages.prod.textractPerSecond[what] / (textractQuotas[stages.prod.region]?.[what] ?? 0),
      ).toBeLessThanOrEqual(0.5);
    }
  });

  it.each(Object.values(stages))(
    'lets nobody wait for a turn longer than a Lambda waits, while a flood comes in: $name',
    (stage) => {
      // as many as are at work at once stand in line, and the last of them waits for all the others
      expect(receiveAtOnceOf(stage) / startsPerSecondOf(stage)).toBeLessThan(waitMax / 1000);
    },
  );

  it('has as many Lambdas as read at Textract’s pace, segments of a night, and requests that the gateway lets in', () => {
    expect(reservedOf(stages.prod)).toEqual({ reading: 36, step: 20, worker: 12, console: 30, night: 20 });
    expect(reservedOf(stages.prod).night).toBeGreaterThan(sweepDefinition.States.WalkSegments.MaxConcurrency);
  });

  it('pays in prod for a month in which half of the year’s mails come, and for less than four of those', () => {
    const { submission, year } = billOf({ submissions: 12_000, pages: 6, pictures: 3, zones: 0 });
    const dearest = 6_000 * submission + (year - 12_000 * submission) / 12;

    expect(stages.prod.monthlyBudget).toBeGreaterThan(dearest);
    expect(stages.prod.monthlyBudget).toBeLessThan(4 * dearest);
  });
});
