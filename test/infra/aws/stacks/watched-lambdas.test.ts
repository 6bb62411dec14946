import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

describe('the alarms of the Lambdas', () => {
  const template = Template.fromStack(aDeployment().watch);
  const alarms = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  const ofSection = (section: string) =>
    alarms.filter((alarm) => String(alarm.AlarmDescription).endsWith(`#${section}`));

  it('watches errors and throttles of every Lambda', () => {
    const errors = ofSection('lambda-errors');
    const throttles = ofSection('lambda-throttles');

    const each = Object.keys(lambdaNeeds).length;
    expect([errors.length, throttles.length]).toEqual([each, each]);
  });

  it('wakes somebody for what is held back only when it is for a quarter of an hour: mails come in heaps', () => {
    for (const alarm of ofSection('lambda-throttles'))
      expect(alarm).toMatchObject({ Period: 300, EvaluationPeriods: 3, Threshold: 0, Statistic: 'Sum' });
  });

  it('wakes nobody for a step whose turn had only not come: what was paced is taken off its errors', () => {
    const metricsSchema = z.array(
      z.object({
        Expression: z.string().optional(),
        MetricStat: z.object({ Metric: z.looseObject({ Namespace: z.string(), MetricName: z.string() }) }).optional(),
      }),
    );
    const errors = ofSection('lambda-errors');

    for (const { Metrics } of errors) {
      const [sum, ...parts] = metricsSchema.parse(Metrics);
      const [all, paced] = parts.map(({ MetricStat }) => MetricStat?.Metric);
      expect(sum?.Expression).toBe('errors - FILL(paced, 0)');
      expect(all).toMatchObject({ Namespace: 'AWS/Lambda', MetricName: 'Errors' });
      expect(paced).toMatchObject({ Namespace: 'peer-credentials', MetricName: 'PacedCalls' });
      // of one and the same Lambda
      expect(paced?.Dimensions).toEqual(all?.Dimensions);
    }
  });
});
