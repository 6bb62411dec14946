import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { restoreDays } from '#infra/aws/restore-days.ts';
import { aDeployment, type Resource, resourcesOf } from '../a-deployment.ts';

describe('the stack that holds the records', () => {
  const stack = aDeployment().records;
  const template = Template.fromStack(stack);
  const withPolicies = (type: string) =>
    Object.values<Resource & { DeletionPolicy?: string }>(resourcesOf(template, type));

  it('cannot be deleted by a slip, and keeps mails, records and key when it is', () => {
    const kept = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::KMS::Key'].flatMap(withPolicies);

    expect(stack.terminationProtection).toBe(true);
    expect(kept).toHaveLength(9);
    for (const resource of kept) {
      expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });

  it('keeps every version of every file, encrypted by our own key, open to nobody, announced to EventBridge', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LoggingConfiguration: { LogFilePrefix: 'records/' },
    });
  });

  it('moves old mails to where keeping is cheap and opening still instant, and ends only what is hidden or a copy: nothing sooner than the table could be put back', () => {
    const ofMails = withPolicies('AWS::S3::Bucket').filter((bucket) => JSON.stringify(bucket).includes('GLACIER_IR'));

    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [
          { Prefix: 'inbound/', Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }] },
          { Prefix: 'raw/', Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 400 }] },
          { Id: 'hidden-versions', NoncurrentVersionExpiration: { NoncurrentDays: restoreDays } },
          {
            Id: 'inbound-taken',
            Prefix: 'inbound/',
            TagFilters: [{ Key: 'taken', Value: 'yes' }],
            ExpirationInDays: restoreDays,
          },
        ],
      },
    });
    expect(ofMails).toHaveLength(1);
    // nothing current is ended by a rule, but a copy that was taken
    expect(JSON.stringify(ofMails).match(/"ExpirationInDays"/g)).toHaveLength(1);
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { RecoveryPeriodInDays: restoreDays },
    });
  });

  it('B273: can lock its files, and locks none by itself: SES lays mails down without one', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LoggingConfiguration: { LogFilePrefix: 'records/' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: Match.absent(),
    });
  });

  it('lets nobody reach a file without TLS', () => {
    const policies = Object.values(resourcesOf(template, 'AWS::S3::BucketPolicy'));

    expect(policies).toHaveLength(4);
    for (const { Properties } of policies) {
      expect(JSON.stringify(Properties)).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('lets SES lay down mail under inbound/ only, for this account only', () => {
    const intakeSide = JSON.stringify(resourcesOf(template, 'AWS::KMS::Key'));

    expect(intakeSide).toContain('"Service":"ses.amazonaws.com"');
    expect(intakeSide).toContain('aws:SourceAccount');
  });

  it('lets nobody change or remove a night’s seal of the audit trail for its years', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 7 * 365, Mode: 'COMPLIANCE' } } },
      LoggingConfiguration: { LogFilePrefix: 'audit/' },
    });
  });

  it('turns its key every year', () => {
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  it('keeps records in one table with two sparse indexes that can be set back to any second of five weeks', () => {
    const index = (name: string) => ({
      IndexName: name,
      KeySchema: [
        { AttributeName: `${name}pk`, KeyType: 'HASH' },
        { AttributeName: `${name}sk`, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    });
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [index('index1'), index('index2')],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      DeletionProtectionEnabled: true,
    });
  });
});
