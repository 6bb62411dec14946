import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Graph } from '#infra/aws/constructs/stage-dashboard.ts';
import { ofIntake } from '#infra/aws/flow-alarms.ts';
import { ownMetric } from '#infra/aws/own-metric.ts';
import type { ConsoleStack } from '#infra/aws/stacks/console-stack.ts';
import type { IntakeStack } from '#infra/aws/stacks/intake-stack.ts';
import type { SweepStack } from '#infra/aws/stacks/sweep-stack.ts';
import type { Stage } from '#infra/aws/stages.ts';
import { watchAlarms } from '#infra/aws/watch-alarms.ts';

export type Watched = { stage: Stage; intake: IntakeStack; console: ConsoleStack; sweep: SweepStack };

const often = Duration.minutes(5);
const hourly = Duration.hours(1);
const daily = Duration.days(1);
const sum = { period: often, statistic: Stats.SUM };
const highest = { period: often, statistic: Stats.MAXIMUM };

/** What stands on the dashboard of a stage, in the order in which a mail goes. */
export function stageGraphs(watched: Watched): Graph[][] {
  return [
    [mails(watched), waiting(watched), oldest(watched)],
    [deadLetters(watched), runs(watched), lambdas(watched)],
    [cost(watched), textract(), answers()],
    [sweep(watched), watchman(watched), desk(watched)],
  ];
}

const mails = ({ stage, intake }: Watched): Graph => ({
  title: 'Mails: taken in, through, decisions of people begun; 1 while the canary gets through',
  left: [
    intake.machine.metricStarted({ ...sum, label: 'taken in' }),
    ofIntake(stage, 'MailsFiled', often, Stats.SUM),
    intake.settleMachine.metricStarted({ ...sum, label: 'decisions' }),
  ],
  right: [ownMetric(stage, { name: 'CanaryThrough', of: { Of: 'canary' }, period: hourly, statistic: Stats.MINIMUM })],
});

function waiting({ stage, intake }: Watched): Graph {
  const ofQueue = (name: string) =>
    ownMetric(stage, { name, of: { Of: 'queue' }, period: Duration.minutes(30), statistic: Stats.MAXIMUM });
  return {
    title: 'Waiting: mails in the queue, cases for a person, hours of the oldest case',
    left: [intake.mailQueue.queue.metricApproximateNumberOfMessagesVisible(highest), ofQueue('CasesWaiting')],
    right: [ofQueue('OldestCaseHours')],
  };
}

const queuesOf = ({ mailQueue, registerQueue, bounceQueue }: IntakeStack) => [mailQueue, registerQueue, bounceQueue];

const oldest = ({ intake }: Watched): Graph => ({
  title: 'Seconds that the oldest message of a queue has waited',
  left: queuesOf(intake).map(({ queue }) => queue.metricApproximateAgeOfOldestMessage(highest)),
});

const deadLetters = ({ intake, sweep: night }: Watched): Graph => ({
  title: 'Dead letters',
  left: [...queuesOf(intake), night.start].map(({ deadLetters: dead }) =>
    dead.metricApproximateNumberOfMessagesVisible(highest),
  ),
});

const runs = ({ intake, sweep: night }: Watched): Graph => ({
  title: 'Runs that failed, timed out or were stopped',
  left: [intake.machine, intake.settleMachine, night.machine].flatMap((machine) => [
    machine.metricFailed(sum),
    machine.metricTimedOut(sum),
    machine.metricAborted(sum),
  ]),
});

const lambdas = ({ intake, sweep: night, console: desk_ }: Watched): Graph => ({
  title: 'Errors of each Lambda',
  left: Object.entries({ ...intake.lambdas, ...night.lambdas, Console: desk_.lambda, Originals: desk_.originals }).map(
    ([label, lambda]) => lambda.metricErrors({ ...sum, label }),
  ),
});

const cost = ({ stage }: Watched): Graph => ({
  title: "Millionths of a dollar: reading in an hour; a mail on a day's average",
  left: [ofIntake(stage, 'ReadingMicrodollars', hourly, Stats.SUM)],
  right: [ofIntake(stage, 'SubmissionMicrodollars', daily, Stats.AVERAGE)],
});

function textract(): Graph {
  const each = (metricName: string): IMetric[] =>
    ['DetectDocumentText', 'AnalyzeDocument'].map(
      (Operation) => new Metric({ namespace: 'AWS/Textract', metricName, dimensionsMap: { Operation }, ...sum }),
    );
  return {
    title: 'Textract: calls that worked; held back and failed',
    left: each('SuccessfulRequestCount'),
    right: [...each('ThrottledCount'), ...each('ServerErrorCount')],
  };
}

function answers(): Graph {
  const ses = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: hourly, statistic: Stats.SUM });
  return {
    title: 'Answers: sent and delivered; came back, called unwanted',
    left: [ses('Send'), ses('Delivery')],
    right: [ses('Bounce'), ses('Complaint')],
  };
}

function sweep({ stage }: Watched): Graph {
  const of = (name: string) => ownMetric(stage, { name, of: { Of: 'sweep' }, period: daily, statistic: Stats.MAXIMUM });
  return {
    title: 'Nightly sweep: people walked past; changed, drifted, findings',
    left: [of('SweepWalked')],
    right: [of('SweepChanged'), of('SweepDrift'), of('SweepFindings')],
  };
}

const watchman = ({ stage }: Watched): Graph => ({
  title: 'What the watchman found',
  left: watchAlarms.map(({ code }) =>
    ownMetric(stage, {
      ...{ name: 'WatchFindings', of: { Check: code } },
      ...{ period: Duration.minutes(30), statistic: Stats.MAXIMUM },
    }),
  ),
});

const desk = ({ console: { api, firewall } }: Watched): Graph => ({
  title: 'Console: requests, faults, turned away; milliseconds of half and of nineteen in twenty',
  left: [api.metricCount(sum), api.metricServerError(sum), api.metricClientError(sum), firewall.metricBlocked(sum)],
  right: [50, 95].map((share) => api.metricLatency({ period: often, statistic: Stats.percentile(share) })),
});
