import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { NamedAlarm } from '#infra/aws/constructs/watched-alarm.ts';
import type { RetentionStack } from '#infra/aws/stacks/retention-stack.ts';
import type { SweepStack } from '#infra/aws/stacks/sweep-stack.ts';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';

const often = { period: Duration.minutes(5), statistic: Stats.SUM };
/** From the end of one night's run to six in the morning after the next one, and no hour more for a run that ends early. */
const silentHours = 28;

/**
 * What wakes a person about the nightly sweep. That it did not come to its end by six is found by the watchman, who knows the
 * programme's clock; the last of these is for the day on which he is wrong too.
 */
export function nightAlarms(stage: Stage, { machine, start }: SweepStack): NamedAlarm[] {
  const own = (metricName: string, statistic: string) =>
    new Metric({
      namespace: metricsNamespaceOf(stage),
      metricName,
      dimensionsMap: { Of: 'sweep' },
      period: Duration.hours(1),
      statistic,
    });
  const notSwept = { above: 0, runbookSection: 'notswept' };
  return [
    {
      ...notSwept,
      id: 'SweepFailed',
      // one that failed is started again within the hour: the second in a row is a person's
      metric: machine.metricFailed({ period: Duration.hours(3), statistic: Stats.SUM }),
      above: 1,
      impact: 'The nightly sweep gave up twice: not everybody was looked at, and not every reminder was written.',
    },
    {
      ...notSwept,
      id: 'SweepTimedOut',
      metric: machine.metricTimedOut(often),
      impact: 'The nightly sweep was at work for six hours and did not come to its end.',
    },
    {
      ...notSwept,
      id: 'SweepAborted',
      metric: machine.metricAborted(often),
      impact: 'Somebody stopped the nightly sweep on its way.',
    },
    {
      ...notSwept,
      id: 'SweepNotStarted',
      metric: start.deadLetters.metricApproximateNumberOfMessagesVisible({ ...often, statistic: Stats.MAXIMUM }),
      impact: 'A start of the nightly sweep could not even be made.',
    },
    {
      id: 'SweepSilent',
      metric: own('SweepsFinished', Stats.SUM),
      above: 0,
      isAboutSilence: true,
      periods: silentHours,
      impact: 'No run of the nightly sweep came to its end for more than a day.',
      runbookSection: 'night-missed',
    },
    {
      id: 'SweepDrift',
      metric: own('SweepDrift', Stats.MAXIMUM),
      above: 0,
      impact: 'Standings were not what they should have been, and nothing had said that they changed.',
      runbookSection: 'standing-drift',
    },
  ];
}

/** What wakes a person about the nightly disposal. It starts once a night, and what it left undone the next night goes on with. */
export function disposalAlarms({ machine, start }: RetentionStack): NamedAlarm[] {
  const notDisposed = { above: 0, runbookSection: 'notdisposed' };
  return [
    {
      ...notDisposed,
      id: 'DisposalFailed',
      metric: machine.metricFailed(often),
      impact: 'What two people agreed to destroy is still there, or nothing that is past its period was proposed.',
    },
    {
      ...notDisposed,
      id: 'DisposalTimedOut',
      metric: machine.metricTimedOut(often),
      impact: 'The nightly disposal was at work for six hours and did not come to its end.',
    },
    {
      ...notDisposed,
      id: 'DisposalAborted',
      metric: machine.metricAborted(often),
      impact: 'Somebody stopped the nightly disposal on its way.',
    },
    {
      ...notDisposed,
      id: 'DisposalNotStarted',
      metric: start.deadLetters.metricApproximateNumberOfMessagesVisible({ ...often, statistic: Stats.MAXIMUM }),
      impact: 'A start of the nightly disposal could not even be made.',
    },
  ];
}
