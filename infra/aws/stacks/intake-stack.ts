import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Key } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { InboundMail } from '#infra/aws/constructs/inbound-mail.ts';
import { MalwareProtection } from '#infra/aws/constructs/malware-protection.ts';
import { nameForPeople } from '#infra/aws/constructs/name-for-people.ts';
import { ObjectsToQueue } from '#infra/aws/constructs/objects-to-queue.ts';
import type { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import { OutgoingMail } from '#infra/aws/constructs/outgoing-mail.ts';
import { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import { WatchedQueue } from '#infra/aws/constructs/watched-queue.ts';
import { WorkflowMachine } from '#infra/aws/constructs/workflow-machine.ts';
import type { LambdaName } from '#infra/aws/lambda-needs.ts';
import { receiveAtOnceOf, startsPerSecondOf } from '#infra/aws/rates.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';
import { stepLambdas } from '#infra/aws/step-lambdas.ts';
import { canaryAddressOf } from '#shared/domain/canary-run.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { settleDefinition } from '#shared/workflow/settle.definition.ts';

export type IntakeStackProps = StackProps & {
  stage: Stage;
  records: RecordsStack;
  network: OfficeNetwork | null;
  bundles: string;
};

const receiveSeconds = 60;
/** A first roster of a state: 20,000 people, each found and written one by one. */
const loadSeconds = 900;
const sendSeconds = 300;
const sweepSeconds = 60;
/** The ledger of two months: some ten thousand mails, each with its rows and files. */
const watchSeconds = 900;

/** What works beside the machine: its folder under functions/, its logical id (never renamed). */
const workerIds = {
  receive: 'Receive',
  'load-registers': 'LoadRegisters',
  'send-waiting': 'SendWaiting',
  'start-decisions': 'StartDecisions',
  watch: 'Watch',
  'seal-audit': 'SealAudit',
  'note-bounces': 'NoteBounces',
  canary: 'Canary',
} as const satisfies Partial<Record<LambdaName, string>>;

/** The whole path of a mail: bucket, queue, receive, the machine and its steps, the answer. Holds nothing that is lost with it. */
export class IntakeStack extends Stack {
  readonly mailQueue: WatchedQueue;
  readonly registerQueue: WatchedQueue;
  /** what the mail service tells of mails of ours */
  readonly bounceQueue: WatchedQueue;
  readonly machine: WorkflowMachine;
  /** carries out what people decide */
  readonly settleMachine: WorkflowMachine;
  readonly lambdas: Record<string, StepLambda>;

  constructor(scope: Construct, id: string, props: IntakeStackProps) {
    super(scope, id, props);
    const { stage, records, network, bundles } = props;
    const key = new Key(this, 'QueueKey', {
      description: 'Messages that name new mails and registers',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const outgoingMail = new OutgoingMail(this, 'OutgoingMail', {
      domain: stage.mailDomain,
      mailFromDomain: stage.mailFromDomain,
    });
    const given = { stage, records, network, bundles, outgoingMail };
    const steps = stepLambdas(this, given);
    const common = { steps, key: records.logKey, logRetentionDays: stage.logRetentionDays };
    this.machine = new WorkflowMachine(this, 'IntakeMachine', { definition: intakeDefinition, ...common });
    this.settleMachine = new WorkflowMachine(this, 'SettleMachine', { definition: settleDefinition, ...common });

    this.mailQueue = new WatchedQueue(this, 'MailQueue', { key, workerTimeoutSeconds: receiveSeconds, triesMax: 5 });
    this.registerQueue = new WatchedQueue(this, 'RegisterQueue', {
      key,
      workerTimeoutSeconds: loadSeconds,
      triesMax: 5,
    });
    const receive = this.#receiver(props);
    const loadRegisters = this.#worker('load-registers', loadSeconds, props, {});
    this.#feed(receive, this.mailQueue, receiveAtOnceOf(stage));
    this.#feed(loadRegisters, this.registerQueue, 2);

    const sendWaiting = this.#worker(
      'send-waiting',
      sendSeconds,
      { ...props, outgoingMail },
      { MAIL_FROM: stage.mailFrom },
    );
    const every = Schedule.rate(Duration.minutes(10));
    new Rule(this, 'WaitingAnswers', {
      // a night of reminders needs many calls, and one is at work for 200 seconds
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(sendWaiting, { retryAttempts: 2 })],
    });

    const startDecisions = this.#worker('start-decisions', sweepSeconds, props, {
      STATE_MACHINE_ARN: this.machine.stateMachineArn,
      SETTLE_MACHINE_ARN: this.settleMachine.stateMachineArn,
    });
    this.machine.grantStartThis(startDecisions);
    this.settleMachine.grantStartThis(startDecisions);
    // an item of a split mail is left to the run of its mail while that goes on
    this.machine.grantAskAboutRuns(startDecisions);
    new Rule(this, 'DecisionsToCarryOut', {
      schedule: every,
      targets: [new LambdaFunction(startDecisions, { retryAttempts: 2 })],
    });

    const watch = this.#watchman(props);
    this.bounceQueue = new WatchedQueue(this, 'BounceQueue', { key, workerTimeoutSeconds: sweepSeconds, triesMax: 5 });

    const { bucket } = records;
    const inboundMail = new InboundMail(this, 'InboundMail', { bucket, recipients: recipientsOf(stage) });
    nameForPeople(this, 'RuleSetName', inboundMail.ruleSetName);
    nameForPeople(this, 'MailQueueUrl', this.mailQueue.queue.queueUrl);
    this.#scan(props);
    new ObjectsToQueue(this, 'NewMails', { bucket, folder: 'inbound', to: this.mailQueue });
    new ObjectsToQueue(this, 'NewRegisters', { bucket, folder: 'registers', to: this.registerQueue });
    this.lambdas = {
      ...steps,
      Receive: receive,
      LoadRegisters: loadRegisters,
      SendWaiting: sendWaiting,
      StartDecisions: startDecisions,
      Watch: watch,
      SealAudit: this.#sealer(props),
      NoteBounces: this.#bounces(props),
      Canary: this.#canary({ ...props, outgoingMail }),
    };
  }

  #receiver(props: IntakeStackProps): StepLambda {
    const { stage } = props;
    const receive = this.#worker('receive', receiveSeconds, props, {
      STATE_MACHINE_ARN: this.machine.stateMachineArn,
      ...{ MAIL_RECIPIENTS: stage.mailRecipients.join(' '), MAIL_LOCK: inWords(stage.mailLock) },
      ...{ QUEUE_URL: this.mailQueue.queue.queueUrl, METRICS_NAMESPACE: metricsNamespaceOf(stage) },
      STARTS_PER_SECOND: startsPerSecondOf(stage).toFixed(2),
    });
    this.machine.grantStartThis(receive);
    this.mailQueue.grantPutBack(receive);
    return receive;
  }

  #scan({ stage, records: { bucket, paperKey } }: IntakeStackProps): void {
    if (stage.malwareScan === 'guardduty') new MalwareProtection(this, 'MalwareProtection', { bucket, key: paperKey });
  }

  /** The mail service tells of what came back over the account's own bus, once: a queue keeps it until it is noted. */
  #bounces(props: IntakeStackProps): StepLambda {
    const noteBounces = this.#worker('note-bounces', sweepSeconds, props, {});
    new Rule(this, 'MailsThatCameBack', {
      eventPattern: { source: ['aws.ses'], detailType: ['Email Bounced', 'Email Complaint Received'] },
      targets: [new SqsQueue(this.bounceQueue.queue, { deadLetterQueue: this.bounceQueue.deadLetters })],
    });
    this.#feed(noteBounces, this.bounceQueue, 2);
    return noteBounces;
  }

  /** A short round every quarter of an hour, the long one at night, when nobody waits for the table. */
  #watchman(props: IntakeStackProps): StepLambda {
    const watch = this.#worker('watch', watchSeconds, props, {
      STATE_MACHINE_ARN: this.machine.stateMachineArn,
      SETTLE_MACHINE_ARN: this.settleMachine.stateMachineArn,
      METRICS_NAMESPACE: metricsNamespaceOf(props.stage),
      QUEUE_URL: this.mailQueue.queue.queueUrl,
    });
    // a mail whose announcement was lost is announced by the watchman
    this.mailQueue.grantPutBack(watch);
    for (const machine of [this.machine, this.settleMachine]) machine.grantAskAboutRuns(watch);
    const round = (nightly: boolean) =>
      new LambdaFunction(watch, { retryAttempts: 2, event: RuleTargetInput.fromObject({ nightly }) });
    new Rule(this, 'WatchRound', { schedule: Schedule.rate(Duration.minutes(15)), targets: [round(false)] });
    new Rule(this, 'WatchNight', { schedule: Schedule.cron({ hour: '10', minute: '7' }), targets: [round(true)] });
    return watch;
  }

  /** Without a second try: a mail that was not sent in time is what it is there to notice. */
  #canary(props: IntakeStackProps & { outgoingMail: OutgoingMail }): StepLambda {
    const { mailFrom, mailRecipients, canaryEveryMinutes } = props.stage;
    const canary = this.#worker('canary', sweepSeconds, props, {
      MAIL_FROM: mailFrom,
      MAIL_RECIPIENTS: mailRecipients.join(' '),
      METRICS_NAMESPACE: metricsNamespaceOf(props.stage),
    });
    if (canaryEveryMinutes !== null)
      new Rule(this, 'CanaryRound', {
        schedule: Schedule.rate(Duration.minutes(canaryEveryMinutes)),
        targets: [new LambdaFunction(canary, { retryAttempts: 0 })],
      });
    return canary;
  }

  /** An hour before the watchman's long round, which looks whether all holds. */
  #sealer(props: IntakeStackProps): StepLambda {
    const sealAudit = this.#worker('seal-audit', watchSeconds, props, {});
    new Rule(this, 'SealNight', {
      schedule: Schedule.cron({ hour: '9', minute: '7' }),
      targets: [new LambdaFunction(sealAudit, { retryAttempts: 10 })],
    });
    return sealAudit;
  }

  #worker(
    name: keyof typeof workerIds,
    timeoutSeconds: number,
    { stage, records, network, bundles, outgoingMail }: IntakeStackProps & { outgoingMail?: OutgoingMail },
    settings: Record<string, string>,
  ): StepLambda {
    return new StepLambda(this, workerIds[name], {
      name,
      records,
      bundles,
      timeoutSeconds,
      settings,
      stage,
      network,
      ...(outgoingMail ? { outgoingMail } : {}),
    });
  }

  #feed(worker: StepLambda, { queue }: WatchedQueue, atOnceMax: number): void {
    worker.addEventSource(
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency: atOnceMax, reportBatchItemFailures: true }),
    );
  }
}

/** With the address that the canary's packets are sent from: their answers come back by the same door. */
function recipientsOf({ mailRecipients, canaryEveryMinutes }: Stage): string[] {
  const [inbox] = mailRecipients;
  return inbox === undefined || canaryEveryMinutes === null
    ? [...mailRecipients]
    : [...mailRecipients, canaryAddressOf(inbox)];
}

const inWords = ({ mode, years }: Stage['mailLock']): string => `${mode} ${years}`;
