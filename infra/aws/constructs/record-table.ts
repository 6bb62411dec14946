import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableClass,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { restoreDays } from '#infra/aws/restore-days.ts';
import { type RowUse, rightOf } from '#infra/aws/row-uses.ts';

const indexNames = ['index1', 'index2'] as const;

const keyToRead = ['kms:Decrypt', 'kms:DescribeKey'];
const keyToWrite = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
/** What is laid down is enciphered. Whoever takes away or checks a row brings nothing: the table's own key is opened, as for a reader. */
const bringsWords: ReadonlySet<RowUse> = new Set(['put']);

type RowNeeds = {
  readonly rows: readonly RowUse[];
  /** partitions whose rows it may take away */
  readonly removesFrom?: readonly string[];
  /** it may touch only rows whose key begins so */
  readonly ownRows?: string;
};

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** One table of records with two sparse indexes: the same keys as the one-machine host's. */
export class RecordTable extends Table {
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      // a case is written in minutes and kept for years: keeping it costs five times what asking costs (decision 0011)
      tableClass: TableClass.STANDARD_INFREQUENT_ACCESS,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: restoreDays },
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

  /** What a Lambda does to rows and no more; never a scan. */
  grantRows(grantee: IGrantable, { rows, removesFrom = [], ownRows }: RowNeeds): void {
    const own = ownRows === undefined ? [] : [`${ownRows}*`];
    const byPlace = Map.groupBy(
      rows.filter((use) => use !== 'remove'),
      (use) => rightOf[use].index,
    );
    for (const [index, same] of byPlace) {
      const actions = same.map((use) => rightOf[use].action);
      this.#grantPlace(grantee, actions, index === undefined ? '' : `/index/${index}`, own);
    }
    const from = own.length > 0 ? own : removesFrom;
    if (rows.includes('remove') && from.length === 0)
      throw new Error('Say in removesFrom from which partitions rows may be taken away.');
    if (rows.includes('remove')) this.#grantPlace(grantee, [rightOf.remove.action], '', from);
    const keyActions = rows.some((use) => bringsWords.has(use)) ? [...keyToRead, ...keyToWrite] : keyToRead;
    Grant.addToPrincipal({ grantee, actions: keyActions, resourceArns: [this.#key.keyArn] }).assertSuccess();
  }

  /** `of`: only rows of partitions with such a name; all where none is said. */
  #grantPlace(grantee: IGrantable, actions: string[], place: string, of: readonly string[]): void {
    const conditions = of.length === 0 ? {} : { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': of } };
    const resourceArns = [`${this.tableArn}${place}`];
    Grant.addToPrincipal({ grantee, actions, resourceArns, conditions }).assertSuccess();
  }
}
