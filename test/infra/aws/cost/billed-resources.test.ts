import { Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billedCalls, billedResources } from '#infra/aws/cost/billed-resources.ts';
import { billOf } from '#infra/aws/cost/cost-in-lines.ts';
import { officeUse } from '#infra/aws/cost/office-uses.ts';
import { prices } from '#infra/aws/cost/prices.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

const all = aDeployment('prod', {
  network: { cidr: '10.20.0.0/20', zones: 2 },
  alarmEmail: 'on.call@example.org',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/names',
});
const templates = Object.values(all)
  .filter((one) => one instanceof Stack)
  .map((stack) => Template.fromStack(stack));
const propertiesOf = (type: string) =>
  templates.flatMap((template) => Object.values(resourcesOf(template, type)).map(({ Properties }) => Properties));
const count = (type: string) => propertiesOf(type).length;

const templateSchema = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });
const types = new Set(
  templates.flatMap((template) =>
    Object.values(templateSchema.parse(template.toJSON()).Resources).map(({ Type }) => Type),
  ),
);

describe('what the stacks have', () => {
  it('stands in the bill by its type, or is said to be free and why', () => {
    expect([...types].filter((type) => billedResources[type] === undefined)).toEqual([]);
  });

  it('is no less than what the bill knows: no type there that nothing is made of', () => {
    expect(Object.keys(billedResources).filter((type) => !types.has(type))).toEqual([]);
  });

  it('has a line of the bill for each price that it is billed by, and no price is left without a resource', () => {
    const bill = billOf({ submissions: 1, pages: 6, pictures: 3, zones: 2, canaryEveryMinutes: 60 });
    const named = new Set<string>(
      Object.values(billedResources).flatMap((billing) => ('by' in billing ? billing.by : [])),
    );
    const paid = new Set<string>(bill.lines.filter(({ times }) => times > 0).map(({ price }) => price));

    expect([...named].filter((price) => !paid.has(price))).toEqual([]);
    expect(Object.keys(prices).sort()).toEqual([...new Set([...named, ...billedCalls])].sort());
  });
});

describe('the table', () => {
  it('is of the class that the price list has: what is kept for years is cheap to keep, and a quarter dearer to ask', () => {
    expect(propertiesOf('AWS::DynamoDB::Table').map(({ TableClass }) => TableClass)).toEqual([
      'STANDARD_INFREQUENT_ACCESS',
    ]);
    for (const { per } of [prices.readUnit, prices.writeUnit]) expect(per).toContain('Standard-IA');
  });
});

describe('what is counted by the month', () => {
  it('is no fewer keys, dashboards, rules of the firewall and queues that are asked than there are', () => {
    const rules = propertiesOf('AWS::WAFv2::WebACL').flatMap(({ Rules }) => Rules);

    expect(officeUse('keys')).toBeGreaterThanOrEqual(count('AWS::KMS::Key'));
    expect(officeUse('dashboards')).toBeGreaterThanOrEqual(count('AWS::CloudWatch::Dashboard'));
    expect(officeUse('firewallRules')).toBeGreaterThanOrEqual(rules.length);
    expect(officeUse('polledQueues')).toBeGreaterThanOrEqual(count('AWS::Lambda::EventSourceMapping'));
    expect(rules.length).toBeGreaterThan(0);
  });

  it('is no fewer metrics of alarms: each of a sum is paid, and one on what is usual as three', () => {
    const partsSchema = z.array(z.looseObject({ MetricStat: z.unknown().optional() }));
    const metrics = propertiesOf('AWS::CloudWatch::Alarm').map(({ Metrics, ThresholdMetricId }) => {
      if (ThresholdMetricId !== undefined) return 3;
      const parts = partsSchema.parse(Metrics ?? []).filter(({ MetricStat }) => MetricStat !== undefined);
      return Math.max(1, parts.length);
    });

    expect(officeUse('alarmMetrics')).toBeGreaterThanOrEqual(metrics.reduce((sum, each) => sum + each, 0));
    expect(metrics).toContain(3);
  });

  it('is no fewer rounds of timers and starts of the night than the stacks make', () => {
    const minutes = (365 / 12) * 24 * 60;
    const perMonth = (schedule: unknown): number => {
      const [, every, unit] = /^rate\((\d+) (minute|hour)s?\)$/.exec(String(schedule)) ?? [];
      if (every !== undefined) return minutes / (Number(every) * (unit === 'hour' ? 60 : 1));
      const [, hours] = /^cron\(\S+ (\S+) /.exec(String(schedule)) ?? [];
      if (hours === undefined) throw new Error(`cannot read the schedule ${String(schedule)}`);
      return hours.split(',').length * (365 / 12);
    };
    const sum = (each: number[]) => each.reduce((before, one) => before + one, 0);
    const timers = propertiesOf('AWS::Events::Rule').flatMap(({ ScheduleExpression }) => ScheduleExpression ?? []);
    const nights = propertiesOf('AWS::Scheduler::Schedule').map(({ ScheduleExpression }) => ScheduleExpression);

    expect(officeUse('roundsPerMonth')).toBeGreaterThanOrEqual(sum(timers.map(perMonth)));
    expect(officeUse('scheduledStartsPerMonth')).toBeGreaterThanOrEqual(sum(nights.map(perMonth)));
    expect(timers.length).toBeGreaterThan(4);
    expect(nights.length).toBeGreaterThan(1);
  });
});
