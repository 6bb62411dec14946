import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import type { Network, Stage } from '#infra/aws/stages.ts';

export type NetworkStackProps = StackProps & { stage: Stage; network: Network; records: RecordsStack };

/** There only in a stage that says so. Holds nothing that is lost with it. */
export class NetworkStack extends Stack {
  readonly network: OfficeNetwork;

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    this.network = new OfficeNetwork(this, 'Network', props);
  }
}
