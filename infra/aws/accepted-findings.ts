import { CfnResource, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** A finding of the NIST 800-53 and HIPAA packs that we accept for a whole class of resources: which, for which, why. */
export type AcceptedFinding = {
  /** the rule's name without its pack's */
  readonly rule: string;
  readonly type: string;
  /** only where the path of the resource ends so */
  readonly only?: RegExp;
  readonly reason: string;
  /** the day by which it is looked at again; a test fails after it */
  readonly reviewBy: string;
};

const reviewBy = '2027-11-30';

export const acceptedFindings: readonly AcceptedFinding[] = [
  {
    rule: 'IAMNoInlinePolicy',
    type: 'AWS::IAM::Policy',
    reason:
      'Each role belongs to one function or machine, and its policy lives and dies with it; a managed policy is made to be given to others too.',
    reviewBy,
  },
  {
    rule: 'LambdaConcurrency',
    type: 'AWS::Lambda::Function',
    reason:
      'How many work at once is bounded where work begins: by the queues (maxConcurrency) and by the machines (MaxConcurrency of their Maps). A reserve for each of the functions would take their sum from an account that has 1000, and 10 when it is new.',
    reviewBy,
  },
  {
    rule: 'LambdaDLQ',
    type: 'AWS::Lambda::Function',
    reason:
      'A dead-letter queue of a function is only for calls that carry an event nobody else keeps. These are called by a machine (it catches), by a queue (it has dead letters), by the gateway (it is told), or by a timer, whose next call does the same work.',
    reviewBy,
  },
  {
    rule: 'LambdaInsideVPC',
    type: 'AWS::Lambda::Function',
    reason:
      'They talk to services of AWS alone, by TLS and by their own role, and nobody can reach them. A stage may have a network of its own (decision 0036), with an endpoint to pay and keep for each service; without it, and for the console, which must reach the page of sign-in, this holds.',
    reviewBy,
  },
  {
    rule: 'DynamoDBInBackupPlan',
    type: 'AWS::DynamoDB::Table',
    reason:
      'The table can be put back to any second of the last 35 days and is protected from deletion; the restore drill is in the runbook, and `npm run export` takes all of it elsewhere with every hash compared.',
    reviewBy,
  },
  {
    rule: 'S3BucketReplicationEnabled',
    type: 'AWS::S3::Bucket',
    reason:
      'Versions are kept and mails and seals cannot be deleted; each object lies in three zones already. A second region is a choice of the office, since its papers would then lie in two places; `npm run export` makes a copy elsewhere.',
    reviewBy,
  },
  {
    rule: 'S3DefaultEncryptionKMS',
    type: 'AWS::S3::Bucket',
    only: /AccessLogs\/Resource$/,
    reason: 'S3 delivers access logs only into buckets that are encrypted with its own keys (SSE-S3), never with KMS.',
    reviewBy,
  },
  {
    rule: 'APIGWCacheEnabledAndEncrypted',
    type: 'AWS::ApiGateway::Stage',
    reason:
      'Pages and files are about people: nothing of an answer is kept on its way, so there is no cache to encrypt.',
    reviewBy,
  },
  {
    rule: 'APIGWExecutionLoggingEnabled',
    type: 'AWS::ApiGateway::Stage',
    reason:
      'The gateway would write heads and bodies of requests into groups that it names and keeps itself, under no key of ours. Our access log says who asked for what and how it ended.',
    reviewBy,
  },
  {
    rule: 'APIGWSSLEnabled',
    type: 'AWS::ApiGateway::Stage',
    reason:
      'A certificate shows a server on the internet that the gateway calls it. Ours calls a Lambda, by a right of IAM.',
    reviewBy,
  },
];

const packs = ['NIST.800.53.R5', 'HIPAA.Security'];

/** For what is under `root` now: what is added later is found again. */
export function acceptFindings(root: IConstruct): void {
  const resources = root.node.findAll().filter((construct) => CfnResource.isCfnResource(construct));
  for (const { rule, type, only, reason, reviewBy: day } of acceptedFindings)
    for (const resource of resources)
      if (resource.cfnResourceType === type && (only?.test(resource.node.path) ?? true))
        for (const pack of packs)
          Validations.of(resource).acknowledge({
            id: `${pack}::${pack}-${rule}`,
            reason: `${reason} Look again by ${day}.`,
          });
}
