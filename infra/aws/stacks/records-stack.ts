import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { AuditBucket } from '#infra/aws/constructs/audit-bucket.ts';
import { DataKey, LogKey, PaperKey } from '#infra/aws/constructs/data-key.ts';
import { nameForPeople } from '#infra/aws/constructs/name-for-people.ts';
import { RecordBucket } from '#infra/aws/constructs/record-bucket.ts';
import { RecordTable } from '#infra/aws/constructs/record-table.ts';
import type { Stage } from '#infra/aws/stages.ts';

export type RecordsStackProps = StackProps & { stage: Stage };

/**
 * Everything that cannot be made again. It is kept when the stack is deleted, and the stack refuses to be deleted.
 * Logical ids here are never renamed: CloudFormation would make a new, empty table.
 */
export class RecordsStack extends Stack {
  /** of what is known of people and cases */
  readonly key: DataKey;
  readonly paperKey: PaperKey;
  readonly auditKey: DataKey;
  readonly logKey: LogKey;
  readonly bucket: RecordBucket;
  readonly table: RecordTable;
  readonly auditBucket: AuditBucket;

  constructor(scope: Construct, id: string, props: RecordsStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.key = new DataKey(this, 'RecordKey', 'Records of people and cases');
    this.paperKey = new PaperKey(this, 'PaperKey');
    this.auditKey = new DataKey(this, 'AuditKey', 'Seals of the audit trail');
    this.logKey = new LogKey(this, 'LogKey', props.stage);
    this.bucket = new RecordBucket(this, 'RecordBucket', { key: this.paperKey });
    this.table = new RecordTable(this, 'RecordTable', { key: this.key });
    this.auditBucket = new AuditBucket(this, 'AuditBucket', { key: this.auditKey, lock: props.stage.auditLock });
    nameForPeople(this, 'TableName', this.table.tableName);
    nameForPeople(this, 'BucketName', this.bucket.bucketName);
    nameForPeople(this, 'AuditBucketName', this.auditBucket.bucketName);
  }
}
