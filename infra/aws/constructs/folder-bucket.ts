import { Grant, type IGrantable, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { z } from 'zod';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import { PrivateBucket } from '#infra/aws/constructs/private-bucket.ts';

const importSchema = z.object({ 'Fn::ImportValue': z.string() });

export type FolderBucketProps = BucketProps & { key: IKey };

/** A bucket under our own key, readable by nobody who was not granted one of its folders; who read what is logged. */
export class FolderBucket<Folder extends string> extends PrivateBucket {
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key, ...props }: FolderBucketProps) {
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: new AccessLogBucket(scope, `${id}AccessLogs`),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      ...props,
    });
    this.#key = key;
  }

  /** Read of one folder's files, no older versions. Without the right to list, S3 calls what is missing "forbidden". */
  grantReadFolder(grantee: IGrantable, folder: Folder): void {
    this.grantFolder(grantee, folder, ['s3:GetObject']);
    Grant.addToPrincipal({ grantee, actions: ['s3:ListBucket'], resourceArns: [this.bucketArn] }).assertSuccess();
    this.#grantKey(grantee, ['kms:Decrypt']);
  }

  grantPutFolder(grantee: IGrantable, folder: Folder): void {
    this.grantFolder(grantee, folder, ['s3:PutObject']);
    this.#grantKey(grantee, ['kms:GenerateDataKey', 'kms:Decrypt']);
  }

  protected grantFolder(grantee: IGrantable, folder: Folder, actions: string[]): void {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.arnForObjects(`${folder}/*`)] }).assertSuccess();
    if (grantee.grantPrincipal instanceof Role) {
      acknowledge(grantee.grantPrincipal, 'files-of-one-folder', `${this.#exportName()}/${folder}`);
    }
  }

  /** How another stack's template names this bucket; the checks name their finding by it. */
  #exportName(): string {
    const stack = Stack.of(this);
    return importSchema.parse(stack.resolve(stack.exportValue(this.bucketArn)))['Fn::ImportValue'];
  }

  #grantKey(grantee: IGrantable, actions: string[]): void {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.#key.keyArn] }).assertSuccess();
  }
}

/** Who read what, kept longer than a year. S3 delivers such logs only to buckets with its own encryption. */
class AccessLogBucket extends PrivateBucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
    });
  }
}
