import { Key } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { nameForPeople } from '#infra/aws/constructs/name-for-people.ts';
import { NightlyStart } from '#infra/aws/constructs/nightly-start.ts';
import type { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import { WorkflowMachine } from '#infra/aws/constructs/workflow-machine.ts';
import { programmeTimeZone } from '#infra/aws/programme-time-zone.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';
import { lambdaSeconds } from '#infra/aws/step-lambdas.ts';
import { nightHour } from '#shared/domain/night-due.ts';
import type { SweepState } from '#shared/workflow/steps.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';

/** A night that failed is started again an hour later; a start of what is done, or of what is being done, ends at once. */
const startsANight = 4;

export type SweepStackProps = StackProps & {
  stage: Stage;
  records: RecordsStack;
  network: OfficeNetwork | null;
  bundles: string;
};

/** The nightly sweep: its start by the programme's own clock, its machine, its three steps. Holds nothing that is lost with it. */
export class SweepStack extends Stack {
  readonly lambdas: Readonly<Record<SweepState, StepLambda>>;
  readonly machine: WorkflowMachine;
  readonly start: NightlyStart;
  /** closes starts of the night that did not work */
  readonly startKey: Key;

  constructor(scope: Construct, id: string, props: SweepStackProps) {
    super(scope, id, props);
    const { stage, records } = props;
    this.lambdas = {
      SweepPlan: this.#step(props, 'SweepPlan', 'sweep-plan'),
      SweepSegment: this.#step(props, 'SweepSegment', 'sweep-segment'),
      SweepReport: this.#step(props, 'SweepReport', 'sweep-report'),
    };
    this.machine = new WorkflowMachine(this, 'SweepMachine', {
      definition: sweepDefinition,
      steps: this.lambdas,
      key: records.logKey,
      logRetentionDays: stage.logRetentionDays,
    });
    this.startKey = new Key(this, 'StartKey', {
      description: 'Starts of the nightly sweep that did not work',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const timeZone = programmeTimeZone();
    // day null: today, where the programme lives
    const input = { day: null, start: 'by-timer' };
    const hours = Array.from({ length: startsANight }, (_each, at) => nightHour + at);
    const night = { machine: this.machine, input, hours, timeZone, key: this.startKey };
    this.start = new NightlyStart(this, 'NightlyStart', night);
    nameForPeople(this, 'MachineArn', this.machine.stateMachineArn);
  }

  #step(
    { stage, records, network, bundles }: SweepStackProps,
    state: SweepState,
    name: `sweep-${'plan' | 'segment' | 'report'}`,
  ): StepLambda {
    return new StepLambda(this, state, {
      name,
      records,
      bundles,
      timeoutSeconds: lambdaSeconds(state),
      stage,
      network,
      settings: { MAIL_FROM: stage.mailFrom, METRICS_NAMESPACE: metricsNamespaceOf(stage) },
    });
  }
}
