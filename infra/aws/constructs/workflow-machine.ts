import { Grant, type IGrantable, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { ArnFormat, RemovalPolicy, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import type { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import type { AnyState } from '#shared/workflow/steps.ts';

type Props = {
  /** of shared/workflow */
  definition: object;
  /** those of other machines too; each takes what its tasks name */
  steps: Readonly<Partial<Record<AnyState, StepLambda>>>;
  key: IKey;
  logRetentionDays: number;
};

/** A definition of shared/workflow on Step Functions, with a Lambda for each of its tasks. */
export class WorkflowMachine extends StateMachine {
  constructor(scope: Construct, id: string, { definition, steps, key, logRetentionDays }: Props) {
    const log = new LogGroup(scope, `${id}Log`, {
      encryptionKey: key,
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const text = JSON.stringify(definition);
    const lambdas = Object.entries(steps).filter(([state]) => text.includes(`\${${state}}`));
    super(scope, id, {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(text),
      definitionSubstitutions: Object.fromEntries(lambdas.map(([state, lambda]) => [state, lambda.functionArn])),
      tracingEnabled: true,
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
    });
    for (const [, lambda] of lambdas) lambda.grantInvokeThis(this);
    acknowledge(this, 'logs-and-tracing-of-machines');
  }

  /** Whether a run goes on. A run's name is not known beforehand, so all runs of this machine are named, and of no other. */
  grantAskAboutRuns(grantee: IGrantable): void {
    const resource = this.stack.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    Grant.addToPrincipal({ grantee, actions: ['states:DescribeExecution'], resourceArns: [resource] }).assertSuccess();
    // how the checks write what the template leaves open
    const { account, region } = this.stack;
    const accountShown = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    const own =
      this.node.defaultChild instanceof CfnStateMachine ? this.stack.getLogicalId(this.node.defaultChild) : '';
    const shown = `${region}:${accountShown}:execution:<${own}.Name>`;
    if (grantee.grantPrincipal instanceof Role) acknowledge(grantee.grantPrincipal, 'runs-of-one-machine', shown);
  }

  grantStartThis(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['states:StartExecution'],
      resourceArns: [this.stateMachineArn],
    }).assertSuccess();
  }
}
