import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnBucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { coldAfterDays } from '#infra/aws/cold-after-days.ts';
import { FolderBucket } from '#infra/aws/constructs/folder-bucket.ts';
import { restoreDays } from '#infra/aws/restore-days.ts';
import { takenTag } from '#shared/domain/taken-tag.ts';

/** The folders of the bucket: mail as SES laid it down, registers as an officer laid them down, and the file store's own. */
export type BucketFolder = 'inbound' | 'registers' | 'raw' | 'document' | 'reading' | 'picture';

/** Moved to where keeping is cheap, never away. */
const colder = Object.entries(coldAfterDays).map(([folder, days]) => ({
  id: `${folder}-cold`,
  prefix: `${folder}/`,
  transitions: [{ storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(days) }],
}));

/**
 * Nothing that anybody needs is ended by a rule. What is hidden (an older version, a file that somebody deleted by hand) stays as long as
 * the table can be put back. What SES laid down is the same bytes as under raw/, and goes once the mail was taken, which its tag says; a
 * mail that was never taken has none, and stays.
 */
const lifecycleRules = [
  ...colder,
  {
    id: 'hidden-versions',
    noncurrentVersionExpiration: Duration.days(restoreDays),
    expiredObjectDeleteMarker: true,
    abortIncompleteMultipartUploadAfter: Duration.days(7),
  },
  {
    id: 'inbound-taken',
    prefix: 'inbound/',
    tagFilters: { [takenTag.Key]: takenTag.Value },
    expiration: Duration.days(restoreDays),
    noncurrentVersionExpiration: Duration.days(1),
  },
];

/** Raw mails, documents and readings: every version kept, readable by nobody who was not granted its folder. */
export class RecordBucket extends FolderBucket<BucketFolder> {
  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    // locks can be put on its files; none is by itself, or SES could lay down no mail. To be on when the bucket is made
    super(scope, id, { key, serverAccessLogsPrefix: 'records/', lifecycleRules, objectLockEnabled: true });
    this.#announceNewObjects();
  }

  /** What the scanner has hung on the files of one folder. */
  grantAskScan(grantee: IGrantable, folder: BucketFolder): void {
    this.grantFolder(grantee, folder, ['s3:GetObjectTagging']);
  }

  /** To hang on a file of this folder that it was taken. */
  grantTagFolder(grantee: IGrantable, folder: BucketFolder): void {
    this.grantFolder(grantee, folder, ['s3:PutObjectTagging']);
  }

  /** To say of a file of this folder, as it is laid down, until when nobody may end it. Nobody is let past such a lock. */
  grantLockFolder(grantee: IGrantable, folder: BucketFolder): void {
    this.grantFolder(grantee, folder, ['s3:PutObjectRetention']);
  }

  /**
   * To find every version of a file of this folder, to see in its head whether it is locked, and to end it. Without the key of papers
   * no byte of it can be read; nobody is let past a lock.
   */
  grantDestroyFolder(grantee: IGrantable, folder: BucketFolder): void {
    const asksForLocks = ['s3:GetObjectVersion', 's3:GetObjectRetention', 's3:GetObjectLegalHold'];
    this.grantFolder(grantee, folder, [...asksForLocks, 's3:DeleteObjectVersion']);
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucketVersions'],
      resourceArns: [this.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${folder}/*` } },
    }).assertSuccess();
  }

  /** For the scanner itself: reads every version of a folder's files, and hangs a tag on each. The key is not granted here. */
  grantScanFolder(scanner: IGrantable, folder: BucketFolder): void {
    const tagging = ['s3:GetObjectTagging', 's3:PutObjectTagging'];
    const ofVersions = ['s3:GetObjectVersionTagging', 's3:PutObjectVersionTagging'];
    this.grantFolder(scanner, folder, ['s3:GetObject', 's3:GetObjectVersion', ...tagging, ...ofVersions]);
  }

  /** Set on the resource itself: the construct's own option would add a Lambda with wide rights only to set it. */
  #announceNewObjects(): void {
    if (this.node.defaultChild instanceof CfnBucket) {
      this.node.defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}
