import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy, Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';

const actions = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  'logs:GetLogEvents',
  'logs:FilterLogEvents',
];

/**
 * By which role REST APIs write their access logs: one setting of the account and its region, for all of its APIs. It stays when the
 * stack goes, since another stage may live by it; whichever stage was deployed last has set it, and all set the same.
 */
export class GatewayLogs extends Construct {
  readonly setting: CfnAccount;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('apigateway.amazonaws.com') });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const { partition, region, account } = Stack.of(this);
    const resourceArns = [`arn:${partition}:logs:${region}:${account}:*`];
    Grant.addToPrincipal({ grantee: role, actions, resourceArns }).assertSuccess();
    // how the checks write what the template leaves open
    const shown = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    acknowledge(role, 'logs-of-the-gateway', `${region}:${shown}`);
    this.setting = new CfnAccount(this, 'Setting', { cloudWatchRoleArn: role.roleArn });
    this.setting.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.setting.node.addDependency(role);
  }
}
