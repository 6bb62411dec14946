import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Each finding of the checks that we accept: which, why, and when somebody must look at it again. */
export type Acknowledgement = {
  readonly ids: readonly string[];
  readonly reason: string;
  /** the day by which it is looked at again; a test fails after it */
  readonly reviewBy: string;
};

const reviewBy = '2027-11-30';

export const acknowledgements = {
  'tracing-has-no-resource': {
    ids: ['AwsSolutions-IAM5[Resource::*]'],
    reason:
      'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords take only a star. Nor have the network cards that AWS makes for a function in a network of our own.',
    reviewBy,
  },
  'tracing-and-textract-have-no-resource': {
    ids: ['AwsSolutions-IAM5[Resource::*]'],
    reason:
      'X-Ray has no resources to name, nor has Textract, which works on bytes handed in, nor the network cards of a function in a network of our own.',
    reviewBy,
  },
  'logs-and-tracing-of-machines': {
    ids: ['AwsSolutions-IAM5[Resource::*]'],
    reason: 'Log delivery of Step Functions and X-Ray are actions on the account; AWS takes only a star for them.',
    reviewBy,
  },
  'files-of-one-folder': {
    ids: ['AwsSolutions-IAM5[Resource::{}/*]'],
    reason: 'Files are named by what they hold, so a folder is the narrowest thing that can be named.',
    reviewBy,
  },
  'runs-of-one-machine': {
    ids: ['AwsSolutions-IAM5[Resource::arn:aws:states:{}:*]'],
    reason: 'Runs are named when mails come in, so the runs of one machine are the narrowest thing that can be named.',
    reviewBy,
  },
  'dead-letters-of-a-schedule': {
    ids: ['AwsSolutions-SQS3'],
    reason:
      'The queue is itself where the scheduler lays what it could not start; the check knows only queues that feed one.',
    reviewBy,
  },
  'rule-of-the-malware-scan': {
    ids: ['AwsSolutions-IAM5[Resource::{}]'],
    reason:
      'GuardDuty makes this rule and names it when it does, so its prefix is the narrowest thing that can be named.',
    reviewBy,
  },
  'console-asks-itself': {
    ids: ['AwsSolutions-APIG4', 'AwsSolutions-COG4'],
    reason:
      'Browsers bring a session cookie, or a link that works once, which no authorizer of the gateway reads; the app asks before every route.',
    reviewBy,
  },
  'app-reads-its-own-forms': {
    ids: ['AwsSolutions-APIG2'],
    reason:
      'The app itself parses every form and bounds its size, on one machine as here; the gateway would only do it a second time.',
    reviewBy,
  },
  'gateway-writes-no-heads': {
    ids: ['AwsSolutions-APIG6'],
    reason:
      'The gateway would write heads and bodies of requests into groups that it names itself, under no key of ours; the access log says how each ended.',
    reviewBy,
  },
  'logs-of-the-gateway': {
    ids: ['AwsSolutions-IAM5[Resource::arn:aws:logs:{}:*]'],
    reason:
      'API Gateway takes one role for the access logs of all APIs of an account and region, and looks whether it may write any.',
    reviewBy,
  },
  'nothing-in-the-default-group': {
    ids: [
      'NIST.800.53.R5::NIST.800.53.R5-VPCDefaultSecurityGroupClosed',
      'HIPAA.Security::HIPAA.Security-VPCDefaultSecurityGroupClosed',
    ],
    reason:
      'Its default group can only be closed by a Lambda of CDK with rights of its own; each of our functions names the group it is in, and this is none of them.',
    reviewBy,
  },
} as const satisfies Record<string, Acknowledgement>;

export type AcknowledgementName = keyof typeof acknowledgements;

/** `part` stands where the id has `{}`. */
export function acknowledge(construct: IConstruct, name: AcknowledgementName, part = ''): void {
  const { ids, reason, reviewBy: day } = acknowledgements[name];
  for (const id of ids) {
    Validations.of(construct).acknowledge({ id: id.replace('{}', part), reason: `${reason} Look again by ${day}.` });
  }
}
