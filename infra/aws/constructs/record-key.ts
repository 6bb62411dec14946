import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Arn, ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The key everything personal is encrypted with. Losing it is losing the records, so it is kept whatever happens. */
export class RecordKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Mails, documents, records and logs of the peer credential intake',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.addToResourcePolicy(this.#logsMayUseIt());
    this.addToResourcePolicy(this.#mailReceiptMayWrite());
  }

  #logsMayUseIt(): PolicyStatement {
    const logGroups = Arn.format(
      { service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME },
      Stack.of(this),
    );
    return new PolicyStatement({
      sid: 'LogGroupsOfThisAccount',
      principals: [new ServicePrincipal(`logs.${Stack.of(this).region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
    });
  }

  /** SES writes into a bucket whose default encryption is this key. Its own option would encrypt on the client's side. */
  #mailReceiptMayWrite(): PolicyStatement {
    return new PolicyStatement({
      sid: 'MailReceiptOfThisAccount',
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
  }
}
