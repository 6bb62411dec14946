import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { FolderBucket } from '#infra/aws/constructs/folder-bucket.ts';
import type { Stage } from '#infra/aws/stages.ts';

export type AuditBucketProps = { key: IKey; lock: Stage['auditLock'] };

/**
 * Each night's seal of the audit trail. Object Lock keeps every version for its years: whoever may change the table cannot
 * change these with it, and under "compliance" nobody can, the account's owner included.
 */
export class AuditBucket extends FolderBucket<'audit-heads'> {
  constructor(scope: Construct, id: string, { key, lock }: AuditBucketProps) {
    const forYears = Duration.days(lock.years * 365);
    super(scope, id, {
      key,
      serverAccessLogsPrefix: 'audit/',
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lock.mode === 'compliance'
          ? ObjectLockRetention.compliance(forYears)
          : ObjectLockRetention.governance(forYears),
    });
  }
}
