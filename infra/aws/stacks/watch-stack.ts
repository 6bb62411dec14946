import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { AlarmTopic } from '#infra/aws/constructs/alarm-topic.ts';
import { MonthlyBudget } from '#infra/aws/constructs/monthly-budget.ts';
import { StageDashboard } from '#infra/aws/constructs/stage-dashboard.ts';
import { keyRefused } from '#infra/aws/constructs/step-lambda.ts';
import { UnusualAlarm } from '#infra/aws/constructs/unusual-alarm.ts';
import { UnusualCost } from '#infra/aws/constructs/unusual-cost.ts';
import { WatchedAlarm, type WatchedAlarmProps } from '#infra/aws/constructs/watched-alarm.ts';
import type { WatchedQueue } from '#infra/aws/constructs/watched-queue.ts';
import { flowAlarms, ofIntake } from '#infra/aws/flow-alarms.ts';
import { disposalAlarms, nightAlarms } from '#infra/aws/night-alarms.ts';
import type { ConsoleStack } from '#infra/aws/stacks/console-stack.ts';
import type { IntakeStack } from '#infra/aws/stacks/intake-stack.ts';
import type { RetentionStack } from '#infra/aws/stacks/retention-stack.ts';
import type { SweepStack } from '#infra/aws/stacks/sweep-stack.ts';
import { stageGraphs } from '#infra/aws/stage-graphs.ts';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';
import { watchAlarms } from '#infra/aws/watch-alarms.ts';
import { pacedCalls } from '#shared/domain/paced-calls.ts';
import { runbookSectionOf } from '#shared/domain/watch.ts';

export type WatchStackProps = StackProps & {
  stage: Stage;
  intake: IntakeStack;
  console: ConsoleStack;
  sweep: SweepStack;
  retention: RetentionStack;
};

const period = Duration.minutes(5);

/** What wakes a person. Every alarm names a section of the runbook. */
export class WatchStack extends Stack {
  readonly #common: Pick<WatchedAlarmProps, 'topic' | 'runbookUrl'>;

  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    const { stage, intake, sweep } = props;
    const topic = new AlarmTopic(this, 'Alarms', stage);
    new MonthlyBudget(this, 'MonthlyBudget', { stage, topic });
    this.#common = { topic, runbookUrl: stage.runbookUrl };
    this.#watchQueue('Mail', intake.mailQueue, 'Mails that were accepted are not becoming cases.');
    this.#watchQueue('Register', intake.registerQueue, 'A roster or a register of trainings was not loaded.');
    this.#watchQueue('Bounce', intake.bounceQueue, 'Nobody takes note of letters and answers that came back.');
    this.#watchMachine('Runs', intake.machine, 'A mail');
    this.#watchMachine('Decisions', intake.settleMachine, 'What a person decided about a mail');
    for (const [name, lambda] of Object.entries({
      ...intake.lambdas,
      ...sweep.lambdas,
      ...props.retention.lambdas,
      Console: props.console.lambda,
      Originals: props.console.originals,
    })) {
      this.#watchLambda(name, lambda);
    }
    this.#watchReceipt();
    this.#watchKeys(stage);
    this.#watchReputation();
    this.#watchTheWatchman(stage);
    this.#watchNights(props);
    this.#watchTheFlow(props);
    new StageDashboard(this, 'Dashboard', {
      text: `# Peer credential intake, ${stage.name}\nWhat to do when an alarm rings: ${stage.runbookUrl}`,
      rows: stageGraphs(props),
    });
  }

  /**
   * What SES took and could not lay into the bucket (its rights, the bucket, the key): it tries for four hours. Asked of all its
   * rules at once, since a rule that was made anew has another name.
   */
  #watchReceipt(): void {
    for (const [id, metricName, impact] of [
      [
        'MailNotKept',
        'PublishFailure',
        'Mail that SES accepted cannot be laid into the bucket; it is tried again for four hours.',
      ],
      [
        'MailLost',
        'PublishExpired',
        'Mail that SES accepted was given up after four hours, and nothing here knows of it.',
      ],
    ] as const)
      this.#alarm(id, {
        metric: new MathExpression({
          expression: `SELECT SUM(${metricName}) FROM "AWS/SES"`,
          label: metricName,
          period,
        }),
        above: 0,
        impact,
        runbookSection: 'mail-not-kept',
      });
  }

  #watchKeys(stage: Stage): void {
    this.#alarm('KeyRefused', {
      metric: new Metric({
        ...{ namespace: metricsNamespaceOf(stage), metricName: keyRefused.metricName },
        ...{ period, statistic: Stats.SUM },
      }),
      above: 0,
      impact: 'A key is switched off or not ours to use any more: mails wait, and nothing can be read.',
      runbookSection: 'key-refused',
    });
  }

  #watchQueue(name: string, { queue, deadLetters }: WatchedQueue, impact: string): void {
    this.#alarm(`${name}DeadLetters`, {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
      above: 0,
      impact,
      runbookSection: 'dead-letters',
    });
    this.#alarm(`${name}Waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM }),
      above: 15 * 60,
      impact: `${impact} The oldest has waited a quarter of an hour.`,
      runbookSection: 'waiting-too-long',
    });
  }

  #watchMachine(runs: string, machine: IntakeStack['machine'], what: string): void {
    this.#alarm(`${runs}Failed`, {
      metric: machine.metricFailed({ period, statistic: Stats.SUM }),
      above: 0,
      impact: `${what} could not even be set aside: no person sees it.`,
      runbookSection: 'notfiled',
    });
    this.#alarm(`${runs}TimedOut`, {
      metric: machine.metricTimedOut({ period, statistic: Stats.SUM }),
      above: 0,
      impact: `${what} was worked on for hours and not done with.`,
      runbookSection: 'run-timed-out',
    });
    this.#alarm(`${runs}Aborted`, {
      metric: machine.metricAborted({ period, statistic: Stats.SUM }),
      above: 0,
      impact: `${what} was stopped by somebody on the way; nobody was told its outcome.`,
      runbookSection: 'run-aborted',
    });
  }

  #watchLambda(name: string, lambda: IntakeStack['lambdas'][string]): void {
    this.#alarm(`${name}Errors`, {
      metric: errorsButPaced(lambda),
      // a step that asks for another try counts as an error here; three in five minutes is more than bad luck
      above: 2,
      impact: `${name} fails again and again.`,
      runbookSection: 'lambda-errors',
    });
    this.#alarm(`${name}Throttles`, {
      metric: lambda.metricThrottles({ period, statistic: Stats.SUM }),
      above: 0,
      // mails come in heaps; what is held back for a moment is tried again and loses nothing (decision 0033)
      periods: 3,
      impact: `${name} is held back by its bound, or the account's, for a quarter of an hour.`,
      runbookSection: 'lambda-throttles',
    });
  }

  /** At 10 % bounces or 0.5 % complaints AWS stops our mail; half of that is time to act. */
  #watchReputation(): void {
    const rate = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.AVERAGE });
    this.#alarm('Bounces', {
      metric: rate('Reputation.BounceRate'),
      above: 0.05,
      impact: 'Answers do not arrive.',
      runbookSection: 'bounces-and-complaints',
    });
    this.#alarm('Complaints', {
      metric: rate('Reputation.ComplaintRate'),
      above: 0.001,
      impact: 'People call our answers unwanted mail.',
      runbookSection: 'bounces-and-complaints',
    });
  }

  /** What the watchman's rounds found, an alarm for each check that looks here; and that there are rounds at all. */
  #watchTheWatchman(stage: Stage): void {
    const own = { namespace: metricsNamespaceOf(stage), period: Duration.minutes(30), statistic: Stats.MAXIMUM };
    for (const { id, code, impact } of watchAlarms) {
      this.#alarm(`Watch${id}`, {
        metric: new Metric({ ...own, metricName: 'WatchFindings', dimensionsMap: { Check: code } }),
        above: 0,
        impact,
        runbookSection: runbookSectionOf(code),
      });
    }
    this.#alarm('WatchmanSilent', {
      metric: new Metric({
        ...own,
        period: Duration.hours(1),
        metricName: 'WatchRounds',
        dimensionsMap: { Of: 'watchman' },
        statistic: Stats.SUM,
      }),
      above: 0,
      isAboutSilence: true,
      impact: 'The watchman makes no rounds: whatever else is wrong, nobody is told.',
      runbookSection: 'watchman-silent',
    });
  }

  #watchNights({ stage, sweep, retention }: WatchStackProps): void {
    for (const { id, ...alarm } of nightAlarms(stage, sweep)) this.#alarm(id, alarm);
    for (const { id, ...alarm } of disposalAlarms(retention)) this.#alarm(id, alarm);
  }

  #watchTheFlow({ stage, intake: { mailQueue }, console }: WatchStackProps): void {
    for (const { id, ...alarm } of flowAlarms(stage, { mailQueue, console })) this.#alarm(id, alarm);
    new UnusualAlarm(this, 'UnusualReading', {
      metric: ofIntake(stage, 'ReadingMicrodollars', Duration.hours(1), Stats.SUM),
      impact: 'Reading pictures costs far more than is usual at this hour of the week.',
      runbookSection: 'unusual-reading-cost',
      ...this.#common,
    });
    const overDollars = stage.unusualCostOver;
    if (overDollars !== null)
      new UnusualCost(this, 'UnusualCost', { stage: stage.name, overDollars, topic: this.#common.topic });
  }

  #alarm(id: string, props: Omit<WatchedAlarmProps, 'topic' | 'runbookUrl'>): void {
    new WatchedAlarm(this, id, { ...props, ...this.#common });
  }
}

/** AWS calls it an error when a call throws, also where nothing failed and its turn had only not come (decision 0033). */
function errorsButPaced(lambda: IntakeStack['lambdas'][string]): MathExpression {
  const { namespace, metricName, dimension } = pacedCalls;
  return new MathExpression({
    expression: 'errors - FILL(paced, 0)',
    label: 'Errors but those that were only paced',
    period,
    usingMetrics: {
      errors: lambda.metricErrors({ period, statistic: Stats.SUM }),
      paced: new Metric({
        ...{ namespace, metricName, dimensionsMap: { [dimension]: lambda.functionName } },
        ...{ period, statistic: Stats.SUM },
      }),
    },
  });
}
