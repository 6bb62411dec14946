import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { AuditBucket } from '#infra/aws/constructs/audit-bucket.ts';
import { RecordBucket } from '#infra/aws/constructs/record-bucket.ts';
import { RecordKey } from '#infra/aws/constructs/record-key.ts';
import { RecordTable } from '#infra/aws/constructs/record-table.ts';
import type { Stage } from '#infra/aws/stages.ts';

export type RecordsStackProps = StackProps & { stage: Stage };

/**
 * Everything that cannot be made again. It is kept when the stack is deleted, and the stack refuses to be deleted.
 * Logical ids here are never renamed: CloudFormation would make a new, empty table.
 */
export class RecordsStack extends Stack {
  readonly key: RecordKey;
  readonly bucket: RecordBucket;
  readonly table: RecordTable;
  readonly auditBucket: AuditBucket;

  constructor(scope: Construct, id: string, props: RecordsStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.key = new RecordKey(this, 'RecordKey');
    this.bucket = new RecordBucket(this, 'RecordBucket', { key: this.key });
    this.table = new RecordTable(this, 'RecordTable', { key: this.key });
    this.auditBucket = new AuditBucket(this, 'AuditBucket', { key: this.key, lock: props.stage.auditLock });
  }
}
