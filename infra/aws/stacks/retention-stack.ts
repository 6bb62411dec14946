import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { nameForPeople } from '#infra/aws/constructs/name-for-people.ts';
import { NightlyStart } from '#infra/aws/constructs/nightly-start.ts';
import type { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import { WorkflowMachine } from '#infra/aws/constructs/workflow-machine.ts';
import { programmeTimeZone } from '#infra/aws/programme-time-zone.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import type { SweepStack } from '#infra/aws/stacks/sweep-stack.ts';
import type { Stage } from '#infra/aws/stages.ts';
import { lambdaSeconds } from '#infra/aws/step-lambdas.ts';
import { nightHour } from '#shared/domain/night-due.ts';
import { retentionDefinition } from '#shared/workflow/retention.definition.ts';
import type { RetentionState } from '#shared/workflow/steps.ts';

/** Before the sweep, which looks at what is there afterwards. */
const disposalHour = nightHour - 1;

export type RetentionStackProps = StackProps & {
  stage: Stage;
  records: RecordsStack;
  network: OfficeNetwork | null;
  bundles: string;
  /** whose key closes starts that did not work */
  sweep: SweepStack;
};

/**
 * What is past its period: proposed each night, destroyed after two people agreed. A stack of its own, since one of its two Lambdas is
 * the only thing of the stage that may end a file; whoever takes the stack down takes that right away.
 */
export class RetentionStack extends Stack {
  readonly lambdas: Readonly<Record<RetentionState, StepLambda>>;
  readonly machine: WorkflowMachine;
  readonly start: NightlyStart;

  constructor(scope: Construct, id: string, props: RetentionStackProps) {
    super(scope, id, props);
    const { stage, records, sweep } = props;
    this.lambdas = {
      CarryOutDisposals: this.#step(props, 'CarryOutDisposals', 'carry-out-disposals'),
      ProposeDisposal: this.#step(props, 'ProposeDisposal', 'propose-disposal'),
    };
    this.machine = new WorkflowMachine(this, 'RetentionMachine', {
      definition: retentionDefinition,
      steps: this.lambdas,
      key: records.logKey,
      logRetentionDays: stage.logRetentionDays,
    });
    this.start = new NightlyStart(this, 'DisposalStart', {
      machine: this.machine,
      input: {},
      hours: [disposalHour],
      timeZone: programmeTimeZone(),
      key: sweep.startKey,
    });
    nameForPeople(this, 'MachineArn', this.machine.stateMachineArn);
  }

  #step(
    { stage, records, network, bundles }: RetentionStackProps,
    state: RetentionState,
    name: 'carry-out-disposals' | 'propose-disposal',
  ): StepLambda {
    return new StepLambda(this, state, {
      ...{ name, records, bundles, stage, network },
      timeoutSeconds: lambdaSeconds(state),
      settings: {},
    });
  }
}
