import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Arn, ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type Stage, stackIdOf } from '#infra/aws/stages.ts';

/**
 * A key for one class of data (decision 0032). Losing it is losing what it closes, so it is kept whatever happens, and turned every
 * year. Who may use it is said in the role of each Lambda; here stand only services of AWS that have none.
 */
export class DataKey extends Key {
  constructor(scope: Construct, id: string, description: string) {
    super(scope, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  }
}

/** Mails, their papers, pictures of pages. SES writes into a bucket whose default encryption is this key. */
export class PaperKey extends DataKey {
  constructor(scope: Construct, id: string) {
    super(scope, id, 'Mails, papers and what was read on them');
    // its own option would encrypt on the client's side
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailReceiptOfThisAccount',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}

/** WAF takes only log groups whose names begin so. */
export const firewallLogsBeginWith = (stage: Pick<Stage, 'name'>) => `aws-waf-logs-${stackIdOf(stage, '')}`;

/** Logs of one stage: ids, steps and codes. Only log groups whose name begins as those of its stacks and its firewall do. */
export class LogKey extends DataKey {
  constructor(scope: Construct, id: string, stage: Pick<Stage, 'name'>) {
    super(scope, id, 'Logs of the peer credential intake');
    const { region } = Stack.of(this);
    const logGroups = [stackIdOf(stage, ''), firewallLogsBeginWith(stage)].map((beginning) =>
      Arn.format(
        {
          service: 'logs',
          resource: 'log-group',
          resourceName: `${beginning}*`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        },
        Stack.of(this),
      ),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogGroupsOfThisStage',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      }),
    );
  }
}
