import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ofOneMachine, runbookSectionOf, watchCodes } from '#shared/domain/watch.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

/** Headings of the runbook as they stand in an address after the hash, each with its text. */
function runbookSections(): Map<string, string> {
  const [, ...parts] = readFileSync('shared/docs/runbook.md', 'utf8').split(/^## /m);
  return new Map(
    parts.map((part) => {
      const [heading = ''] = part.split('\n');
      const anchor = heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .trim()
        .replaceAll(' ', '-');
      return [anchor, part];
    }),
  );
}

describe('the stack that watches', () => {
  const template = Template.fromStack(aDeployment().watch);
  const alarms = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  const sectionOf = (alarm: Record<string, unknown>) =>
    /#([a-z0-9-]+)$/.exec(String(alarm.AlarmDescription))?.[1] ?? '';

  it('has a runbook section with description, investigation and resolution for every alarm', () => {
    const sections = runbookSections();

    for (const alarm of alarms) {
      const section = sections.get(sectionOf(alarm)) ?? '';
      for (const part of ['### Description', '### Investigation', '### Resolution']) expect(section).toContain(part);
    }
  });

  it('has an alarm for every section of the runbook that is about one', () => {
    const spoken = [...runbookSections()]
      .filter(([, text]) => text.includes('### Investigation'))
      .filter(([anchor]) => !watchCodes.some((code) => ofOneMachine.has(code) && code === anchor))
      .map(([anchor]) => anchor);

    expect(new Set(alarms.map(sectionOf))).toEqual(new Set(spoken));
  });

  it('says what each alarm means and tells somebody when it sounds and when it is over', () => {
    for (const alarm of alarms) {
      expect(String(alarm.AlarmDescription).length).toBeGreaterThan(40);
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm.OKActions).toHaveLength(1);
    }
  });

  it('sounds at the first dead letter, and when the oldest mail has waited a quarter of an hour', () => {
    const deadLetters = alarms.filter((alarm) => sectionOf(alarm) === 'dead-letters');
    const waiting = alarms.filter((alarm) => sectionOf(alarm) === 'waiting-too-long');

    expect(deadLetters.map((alarm) => alarm.Threshold)).toEqual([0, 0, 0]);
    expect(waiting.map((alarm) => alarm.Threshold)).toEqual([900, 900, 900]);
    expect(waiting[0]).toMatchObject({ MetricName: 'ApproximateAgeOfOldestMessage', Statistic: 'Maximum' });
  });

  it('B268, B269: sounds at the first mail that SES could not lay into the bucket, or gave up, whatever its rule is named', () => {
    const receipt = alarms.filter((alarm) => sectionOf(alarm) === 'mail-not-kept');

    expect(receipt.map(({ Threshold }) => Threshold)).toEqual([0, 0]);
    expect(JSON.stringify(receipt.map(({ Metrics }) => Metrics))).toMatch(
      /SELECT SUM\(PublishFailure\) FROM .*AWS\/SES.*SELECT SUM\(PublishExpired\) FROM .*AWS\/SES/,
    );
  });

  it('B268: sounds at the first key that says no, of which the log of every Lambda is asked', () => {
    const [refused] = alarms.filter((alarm) => sectionOf(alarm) === 'key-refused');
    const { intake, console: desk, sweep } = aDeployment();
    const of = (stack: typeof intake | typeof desk | typeof sweep, type: string) =>
      Object.values(resourcesOf(Template.fromStack(stack), type));
    for (const stack of [intake, desk, sweep]) {
      const filters = of(stack, 'AWS::Logs::MetricFilter').map(({ Properties }) => Properties);
      expect(filters).toHaveLength(of(stack, 'AWS::Lambda::Function').length);
      for (const { FilterPattern, MetricTransformations } of filters) {
        expect(FilterPattern).toBe('"KeyRefused"');
        expect(MetricTransformations).toMatchObject([
          { MetricNamespace: refused?.Namespace, MetricName: refused?.MetricName },
        ]);
      }
    }
    expect(refused).toMatchObject({ Threshold: 0, Statistic: 'Sum', MetricName: 'KeyRefused' });
  });

  it('sounds at the first run of a mail, a decision or a disposal that failed, ran out of time or was stopped', () => {
    const runs = alarms.filter((alarm) => alarm.Namespace === 'AWS/States');
    const isOfNight = (alarm: (typeof runs)[number]) => sectionOf(alarm) === 'notswept';

    const each = ['ExecutionsAborted', 'ExecutionsFailed', 'ExecutionsTimedOut'];
    expect(runs.map((alarm) => alarm.MetricName).sort()).toEqual(each.flatMap((name) => [name, name, name, name]));
    for (const alarm of runs.filter((one) => !isOfNight(one)))
      expect(alarm).toMatchObject({ Threshold: 0, Statistic: 'Sum' });
  });

  it('sounds at the second start of a night that failed, since the first is made up for within the hour', () => {
    const nights = alarms.filter((alarm) => alarm.Namespace === 'AWS/States' && sectionOf(alarm) === 'notswept');
    expect(nights.map(({ MetricName, Threshold, Period }) => [MetricName, Threshold, Period]).sort()).toEqual([
      ['ExecutionsAborted', 0, 300],
      ['ExecutionsFailed', 1, 10_800],
      ['ExecutionsTimedOut', 0, 300],
    ]);
  });

  it('sounds at the first standing that drifted, and after a day and four hours without a night that came to its end', () => {
    const nights = alarms.filter(({ Dimensions }) => JSON.stringify(Dimensions ?? []).includes('"Value":"sweep"'));
    expect(nights.find(({ MetricName }) => MetricName === 'SweepDrift')).toMatchObject({
      ...{ Threshold: 0, Statistic: 'Maximum', TreatMissingData: 'notBreaching' },
    });
    expect(nights.find(({ MetricName }) => MetricName === 'SweepsFinished')).toMatchObject({
      ...{ Threshold: 0, Statistic: 'Sum', Period: 3600, EvaluationPeriods: 28, TreatMissingData: 'breaching' },
      ComparisonOperator: 'LessThanOrEqualToThreshold',
    });
  });

  it('sounds at the first thing that the watchman found, by its name, and where the watchman falls silent', () => {
    const own = alarms.filter((alarm) => alarm.Namespace === 'peer-credentials-prod');
    const checks = own.flatMap(
      ({ Dimensions = [] }) => JSON.stringify(Dimensions).match(/(?<="Value":")[a-z-]+/g) ?? [],
    );
    // what failed on the way has its alarms on the machines themselves
    expect(new Set(checks)).toEqual(
      new Set([...watchCodes.filter((code) => !ofOneMachine.has(code)), 'watchman', 'sweep', 'intake', 'canary']),
    );
    for (const alarm of own.filter(({ MetricName }) => MetricName === 'WatchFindings'))
      expect(alarm).toMatchObject({ Threshold: 0, Statistic: 'Maximum', TreatMissingData: 'notBreaching' });
    const silent = own.filter(({ MetricName }) => MetricName === 'WatchRounds');
    expect(silent).toMatchObject([
      { ComparisonOperator: 'LessThanOrEqualToThreshold', Threshold: 0, TreatMissingData: 'breaching' },
    ]);
  });

  it('has a runbook section for whatever the watchman may say', () => {
    const sections = runbookSections();
    for (const code of watchCodes)
      for (const part of ['### Description', '### Investigation', '### Resolution'])
        expect(sections.get(runbookSectionOf(code)) ?? `no section for ${code}`).toContain(part);
  });

  const ofSection = (section: string) => alarms.find((alarm) => sectionOf(alarm) === section);

  it('sounds when mails wait and none is brought to its end for half an hour', () => {
    const stalled = ofSection('mail-stalled');

    expect(stalled).toMatchObject({ Threshold: 0, EvaluationPeriods: 2, TreatMissingData: 'notBreaching' });
    const metrics = JSON.stringify(stalled?.Metrics);
    expect(metrics).toContain(
      'IF(FILL(waiting, 0) + FILL(delayed, 0) + FILL(taken, 0) > 0 AND FILL(filed, 0) == 0, 1, 0)',
    );
    for (const name of ['NumberOfMessagesVisible', 'MessagesDelayed', 'NumberOfMessagesNotVisible', 'MailsFiled'])
      expect(metrics).toContain(name);
  });

  it('sounds when a mail was put back for half an hour, by our own count: the queue counts its age anew each time', () => {
    expect(ofSection('mail-paced')).toMatchObject({
      ...{ Namespace: 'peer-credentials-prod', MetricName: 'PacedSeconds', Statistic: 'Maximum', Threshold: 1800 },
    });
  });

  it('sounds when no mail of our own got through the inbox in two rounds, where the stage sends them', () => {
    expect(ofSection('canary-silent')).toMatchObject({
      ...{ MetricName: 'CanaryThrough', Threshold: 0, EvaluationPeriods: 2, Period: 3600 },
      ...{ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanOrEqualToThreshold' },
    });
    const ofDev = JSON.stringify(resourcesOf(Template.fromStack(aDeployment('dev').watch), 'AWS::CloudWatch::Alarm'));
    expect(ofDev).not.toContain('CanaryThrough');
  });

  it('sounds when a mail costs more on a day than the stage says, in the millionths that the product counts', () => {
    expect(ofSection('submission-cost')).toMatchObject({
      ...{ MetricName: 'SubmissionMicrodollars', Statistic: 'Average', Period: 86_400, Threshold: 50_000 },
    });
  });

  it('sounds when reading costs what CloudWatch never saw at this hour, and has AWS look at the bill of the stage', () => {
    const unusual = ofSection('unusual-reading-cost');

    expect(unusual).toMatchObject({ ComparisonOperator: 'GreaterThanUpperThreshold' });
    expect(JSON.stringify(unusual?.Metrics)).toMatch(
      /ANOMALY_DETECTION_BAND.*ReadingMicrodollars|ReadingMicrodollars.*ANOMALY/,
    );
    template.hasResourceProperties('AWS::CE::AnomalyMonitor', {
      MonitorSpecification: JSON.stringify({ Tags: { Key: 'stage', Values: ['prod'], MatchOptions: ['EQUALS'] } }),
    });
    template.hasResourceProperties('AWS::CE::AnomalySubscription', { Frequency: 'IMMEDIATE' });
  });

  it('asks nothing of the bill of a stage whose tag the account does not know yet', () => {
    expect(resourcesOf(Template.fromStack(aDeployment('dev').watch), 'AWS::CE::AnomalyMonitor')).toEqual({});
  });

  it('B199: sounds at four fifths of the mails that may be sent in a day', () => {
    expect(ofSection('sending-quota')).toMatchObject({ MetricName: 'Send', Period: 86_400, Threshold: 40_000 });
  });

  it('sounds when the console fails or is slow for its reviewers', () => {
    const faults = alarms.filter((alarm) => sectionOf(alarm) === 'console-faults');
    expect(faults.map(({ MetricName, Threshold }) => [MetricName, Threshold]).sort()).toEqual([
      ['5XXError', 2],
      ['5XXError', 4],
    ]);
    const apis = faults.map(({ Dimensions }) => JSON.stringify(Dimensions).match(/peer-credentials-prod-\w+/)?.[0]);
    expect(apis.sort()).toEqual(['peer-credentials-prod-console', 'peer-credentials-prod-originals']);
    expect(ofSection('console-slow')).toMatchObject({
      MetricName: 'Latency',
      ExtendedStatistic: 'p95',
      Threshold: 3_000,
    });
  });

  it('sounds when far more than usual is turned away before the console', () => {
    expect(ofSection('requests-blocked')).toMatchObject({
      ...{ Namespace: 'AWS/WAFV2', MetricName: 'BlockedRequests', Threshold: 300, Period: 300, Statistic: 'Sum' },
      Dimensions: expect.arrayContaining([{ Name: 'WebACL', Value: 'peer-credentials-prod-desk' }]),
    });
  });

  it('has one dashboard, with the way of a mail, what waits, what failed, what it costs, the night and the desk', () => {
    const dashboards = Object.values(resourcesOf(template, 'AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboards.map(({ Properties }) => Properties.DashboardBody));

    expect(dashboards).toHaveLength(1);
    const shown = {
      mails: ['ExecutionsStarted', 'MailsFiled', 'CasesWaiting', 'OldestCaseHours', 'ApproximateAgeOfOldestMessage'],
      faults: ['ApproximateNumberOfMessagesVisible', 'ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'],
      cost: ['ReadingMicrodollars', 'SubmissionMicrodollars', 'SuccessfulRequestCount', 'ThrottledCount'],
      answers: ['Send', 'Bounce', 'Complaint'],
      night: ['SweepWalked', 'SweepDrift', 'WatchFindings'],
      desk: ['5XXError', 'Latency', 'BlockedRequests'],
    };
    for (const name of Object.values(shown).flat()) expect(body).toContain(name);
  });

  it('shows and watches only figures of ours that some part of the product writes', () => {
    const [dashboard] = Object.values(resourcesOf(template, 'AWS::CloudWatch::Dashboard'));
    const parts = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
    const [, joined] = parts.parse(dashboard?.Properties.DashboardBody)['Fn::Join'];
    const body = joined.map((part) => (typeof part === 'string' ? part : 'a reference')).join('');
    const shown = Array.from(body.matchAll(/"peer-credentials-prod","(\w+)"/g), ([, name]) => name ?? '');
    const watched = alarms.filter(({ Namespace }) => Namespace === 'peer-credentials-prod');
    const named = new Set([...shown, ...watched.map(({ MetricName }) => String(MetricName))]);
    const written = [
      'functions/watch/report-metrics.ts',
      'functions/sweep/tell-of-run.ts',
      'functions/file-submission/tell-of-cost.ts',
      'functions/canary/canary.ts',
      'shared/adapters/aws/let-wait.ts',
      // counted from the log, by the name of the fault
      'shared/domain/faults.ts',
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .join('');

    expect(named.size).toBeGreaterThan(5);
    for (const name of named) expect(written).toContain(name);
  });

  it('lets CloudWatch and the look at the bill publish, since a topic with a policy of its own lets nobody else', () => {
    const [policy] = Object.values(resourcesOf(template, 'AWS::SNS::TopicPolicy'));
    const { Statement } = z
      .object({ Statement: z.array(z.looseObject({ Effect: z.string(), Action: z.string() })) })
      .parse(policy?.Properties.PolicyDocument);
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');

    expect(allowed).toMatchObject([
      {
        Action: 'sns:Publish',
        Principal: { Service: ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com', 'costalerts.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  it('sends alarms through an encrypted topic that CloudWatch may use', () => {
    template.hasResourceProperties('AWS::SNS::Topic', {});
    const topic = Object.values(resourcesOf(template, 'AWS::SNS::Topic'))[0];
    expect(topic?.Properties.KmsMasterKeyId).toBeDefined();
    expect(JSON.stringify(resourcesOf(template, 'AWS::KMS::Key'))).toContain('cloudwatch.amazonaws.com');
  });
});
