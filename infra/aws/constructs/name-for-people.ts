import { CfnOutput } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** What a command of our pages asks for (shared/docs/how-to/deploy.md), as an output of its stack: names are made by CloudFormation, and nobody should have to look for one. */
export function nameForPeople(stack: Construct, id: string, value: string): void {
  new CfnOutput(stack, id, { value });
}
