import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import type { WorkflowMachine } from '#infra/aws/constructs/workflow-machine.ts';

type Props = { machine: WorkflowMachine; input: object; hours: readonly number[]; timeZone: string; key: IKey };

/** A start that cannot be made is tried again until the next one comes. */
const lateMax = Duration.minutes(50);

/** Starts a machine each night at some hours of the programme's own clock, summer and winter. What could not be started is kept. */
export class NightlyStart extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { machine, input, hours, timeZone, key }: Props) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(this.deadLetters, 'dead-letters-of-a-schedule');
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    machine.grantStartThis(role);
    const may = (actions: string[], resource: string) =>
      Grant.addToPrincipal({ grantee: role, actions, resourceArns: [resource] }).assertSuccess();
    may(['sqs:SendMessage'], this.deadLetters.queueArn);
    may(['kms:GenerateDataKey', 'kms:Decrypt'], key.keyArn);
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: `cron(0 ${hours.join(',')} * * ? *)`,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: machine.stateMachineArn,
        roleArn: role.roleArn,
        input: JSON.stringify(input),
        retryPolicy: { maximumEventAgeInSeconds: lateMax.toSeconds(), maximumRetryAttempts: 20 },
        deadLetterConfig: { arn: this.deadLetters.queueArn },
      },
    });
  }
}
