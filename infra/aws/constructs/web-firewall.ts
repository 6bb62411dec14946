import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Aws, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { firewallLogsBeginWith } from '#infra/aws/constructs/data-key.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { type Stage, stackIdOf } from '#infra/aws/stages.ts';
import { firewallRules, requestsPerAddressMax } from '#infra/aws/web-firewall-rules.ts';

type Props = { stage: Stage; records: RecordsStack };

/** WAF writes of a request all that stands at its head; these may be a session, a sign-in on its way, or what somebody typed. */
const kept = { action: 'SUBSTITUTION' };

/**
 * What stands before the console, its page of sign-in and the origin of the files: known attackers, known attacks, and floods from one address are
 * turned away before anything of ours runs. One for all, since it is paid by the month (decision 0034).
 */
export class WebFirewall extends Construct {
  readonly #acl: CfnWebACL;
  readonly #metricName: string;

  constructor(scope: Construct, id: string, { stage, records }: Props) {
    super(scope, id);
    this.#metricName = stackIdOf(stage, 'desk');
    const seen = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    });
    this.#acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      description: 'Console and origin of the files',
      defaultAction: { allow: {} },
      visibilityConfig: seen(this.#metricName),
      rules: [
        ...firewallRules.map(({ name, onlyCounted }, priority) => ({
          name,
          priority,
          overrideAction: { none: {} },
          visibilityConfig: seen(name),
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name,
              ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
        })),
        {
          name: 'FloodsFromOneAddress',
          priority: firewallRules.length,
          action: { block: {} },
          visibilityConfig: seen('FloodsFromOneAddress'),
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddressMax } },
        },
      ],
      // in whatever WAF shows or writes, also in what it says of the words that a rule matched
      dataProtectionConfig: {
        dataProtections: [
          { ...kept, field: { fieldType: 'SINGLE_HEADER', fieldKeys: ['cookie'] } },
          { ...kept, field: { fieldType: 'QUERY_STRING' } },
          { ...kept, field: { fieldType: 'BODY' } },
        ],
      },
    });
    this.#writeDown(stage, records);
  }

  /** Requests that were turned away, for whatever reason. */
  metricBlocked(options: MetricOptions): Metric {
    return new Metric({
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensionsMap: { WebACL: this.#metricName, Region: Stack.of(this).region, Rule: 'ALL' },
      ...options,
    });
  }

  /** `resourceArn`: a stage of a REST API, or a user pool with its page of sign-in */
  standBefore(id: string, resourceArn: string): void {
    new CfnWebACLAssociation(this, id, { resourceArn, webAclArn: this.#acl.attrArn });
  }

  /** Only what was turned away or counted: what was let through stands in the access log of the API. */
  #writeDown(stage: Stage, records: RecordsStack): void {
    const log = new LogGroup(this, 'Log', {
      // WAF takes only names that begin so; the end is the stack's own, so that one that was kept stands in no new one's way
      logGroupName: `${firewallLogsBeginWith(stage)}${Fn.select(2, Fn.split('/', Aws.STACK_ID))}`,
      encryptionKey: records.logKey,
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    log.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [log.logGroupArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const written = ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'];
    const configuration = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.#acl.attrArn,
      logDestinationConfigs: [withoutStar(log)],
      redactedFields: [
        { singleHeader: { Name: 'cookie' } },
        { singleHeader: { Name: 'authorization' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: written.map((Action) => ({ ActionCondition: { Action } })),
          },
        ],
      },
    });
    configuration.node.addDependency(log);
  }
}

/** WAF wants the address of a log group without the star that CloudFormation puts at its end. */
const withoutStar = (log: LogGroup): string => Fn.select(0, Fn.split(':*', log.logGroupArn));
