import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

const indexNames = ['index1', 'index2'] as const;

const tableActions = [
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];
const keyActions = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** One table of records with two sparse indexes: the same keys as the one-machine host's. */
export class RecordTable extends Table {
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#key = key;
    for (const indexName of indexNames) {
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(`${indexName}pk`),
        sortKey: text(`${indexName}sk`),
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** Records by key and by the two named indexes, and conditional writes; never a scan. */
  grantFindAndWrite(grantee: IGrantable): void {
    const resourceArns = [this.tableArn, ...indexNames.map((name) => `${this.tableArn}/index/${name}`)];
    Grant.addToPrincipal({ grantee, actions: tableActions, resourceArns }).assertSuccess();
    Grant.addToPrincipal({ grantee, actions: keyActions, resourceArns: [this.#key.keyArn] }).assertSuccess();
  }

  /** To find rows whose key begins so, and to remove them: nothing else of the table, and no list of anything. */
  grantUseUp(grantee: IGrantable, beginning: string): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:GetItem', 'dynamodb:DeleteItem'],
      resourceArns: [this.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${beginning}*`] } },
    }).assertSuccess();
    Grant.addToPrincipal({ grantee, actions: keyActions, resourceArns: [this.#key.keyArn] }).assertSuccess();
  }
}
