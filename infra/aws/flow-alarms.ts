import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { NamedAlarm } from '#infra/aws/constructs/watched-alarm.ts';
import type { WatchedQueue } from '#infra/aws/constructs/watched-queue.ts';
import { ownMetric } from '#infra/aws/own-metric.ts';
import type { ConsoleStack } from '#infra/aws/stacks/console-stack.ts';
import type { Stage } from '#infra/aws/stages.ts';

type Watched = { mailQueue: WatchedQueue; console: Pick<ConsoleStack, 'api' | 'originalsApi' | 'firewall'> };

const often = Duration.minutes(5);
/** A mail is through in minutes; twice this long without one, while others wait, is no chance. */
const still = Duration.minutes(15);
/** The queue counts the age of a message anew each time that it is put back, so this one is counted by ourselves. */
const pacedMinutes = 30;
/** Of what SES lets us send in a day, this share leaves time to ask for more. */
const quotaShare = 0.8;
/** Turned away in five minutes: the internet's own looking around stays far below it, a flood or an office behind a blocked address does not. */
const blockedMax = 300;

/** What wakes a person about the flow of mails as a whole: that it stands still, what it costs, what may leave, how the desk answers. */
export function flowAlarms(stage: Stage, { mailQueue, console }: Watched): NamedAlarm[] {
  return [
    ...canaryAlarms(stage),
    {
      id: 'MailStalled',
      metric: standstill(stage, mailQueue),
      above: 0,
      periods: 2,
      impact: 'Mails wait and not one was brought to its end for half an hour, whatever else looks idle.',
      runbookSection: 'mail-stalled',
    },
    {
      id: 'MailPaced',
      metric: ofIntake(stage, 'PacedSeconds', often, Stats.MAXIMUM),
      above: pacedMinutes * 60,
      impact: 'A mail waits for its turn, is put back again and again, and its run has not begun for half an hour.',
      runbookSection: 'mail-paced',
    },
    {
      id: 'SubmissionCost',
      metric: ofIntake(stage, 'SubmissionMicrodollars', Duration.days(1), Stats.AVERAGE),
      above: Math.round(stage.submissionCostMax * 1_000_000),
      impact: 'A mail costs more on the average of a day than it should.',
      runbookSection: 'submission-cost',
    },
    {
      id: 'SendingQuota',
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Send',
        period: Duration.days(1),
        statistic: Stats.SUM,
      }),
      above: quotaShare * stage.sendingQuota,
      impact: 'Four fifths of the mails that SES lets us send in a day are sent; what is over the quota waits.',
      runbookSection: 'sending-quota',
    },
    ...deskAlarms(console),
  ];
}

function deskAlarms({ api, originalsApi, firewall }: Watched['console']): NamedAlarm[] {
  return [
    {
      id: 'ConsoleFaults',
      metric: api.metricServerError({ period: often, statistic: Stats.SUM }),
      above: 4,
      impact: 'The console answers reviewers with faults of its own.',
      runbookSection: 'console-faults',
    },
    {
      id: 'OriginalsFaults',
      metric: originalsApi.metricServerError({ period: often, statistic: Stats.SUM }),
      above: 2,
      impact: 'Reviewers cannot take files as they were sent.',
      runbookSection: 'console-faults',
    },
    {
      id: 'ConsoleSlow',
      metric: api.metricLatency({ period: often, statistic: Stats.percentile(95) }),
      above: 3_000,
      periods: 3,
      impact: 'One in twenty pages of the console takes more than three seconds, for a quarter of an hour.',
      runbookSection: 'console-slow',
    },
    {
      id: 'RequestsBlocked',
      metric: firewall.metricBlocked({ period: often, statistic: Stats.SUM }),
      above: blockedMax,
      impact:
        'Far more requests than usual are turned away before the console: an attack, or reviewers who cannot work.',
      runbookSection: 'requests-blocked',
    },
  ];
}

export const ofIntake = (stage: Stage, name: string, period: Duration, statistic: string) =>
  ownMetric(stage, { name, of: { Of: 'intake' }, period, statistic });

/** 1 where mails wait in the queue, or are being taken in, and none was filed. */
function standstill(stage: Stage, { queue }: WatchedQueue): MathExpression {
  return new MathExpression({
    expression: 'IF(FILL(waiting, 0) + FILL(delayed, 0) + FILL(taken, 0) > 0 AND FILL(filed, 0) == 0, 1, 0)',
    label: 'Mails wait and none is filed',
    period: still,
    usingMetrics: {
      waiting: queue.metricApproximateNumberOfMessagesVisible({ period: still, statistic: Stats.MINIMUM }),
      // put back because their turn had not come
      delayed: queue.metricApproximateNumberOfMessagesDelayed({ period: still, statistic: Stats.MINIMUM }),
      taken: queue.metricApproximateNumberOfMessagesNotVisible({ period: still, statistic: Stats.MINIMUM }),
      filed: ofIntake(stage, 'MailsFiled', still, Stats.SUM),
    },
  });
}

/** Two rounds in a row, so that one mail that SES held for a while wakes nobody. */
function canaryAlarms(stage: Stage): NamedAlarm[] {
  const minutes = stage.canaryEveryMinutes;
  if (minutes === null) return [];
  return [
    {
      id: 'CanarySilent',
      metric: ownMetric(stage, {
        ...{ name: 'CanaryThrough', of: { Of: 'canary' } },
        ...{ period: Duration.minutes(minutes), statistic: Stats.SUM },
      }),
      above: 0,
      isAboutSilence: true,
      periods: 2,
      impact:
        'A mail that we sent to our own inbox did not get through, or its papers came to something else than they must: those of others may too.',
      runbookSection: 'canary-silent',
    },
  ];
}
