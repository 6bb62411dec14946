import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { machineSteps } from '#shared/workflow/steps.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

const policySchema = z.object({
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })),
  }),
  Roles: z.array(z.object({ Ref: z.string() })),
});

/** Actions of each role, by the beginning of its logical id: "ReadText" → its actions. */
function actionsByRole(template: Template): Map<string, string[]> {
  const policies = Object.values(resourcesOf(template, 'AWS::IAM::Policy'));
  return new Map(
    policies.map(({ Properties }) => {
      const { PolicyDocument, Roles } = policySchema.parse(Properties);
      const name = (Roles[0]?.Ref ?? '').replace(/Role[0-9A-F]{8}$/, '');
      return [name, PolicyDocument.Statement.flatMap(({ Action }) => Action)] as const;
    }),
  );
}

describe('the stack that takes mails in', () => {
  const { intake, records } = aDeployment();
  const template = Template.fromStack(intake);
  const actions = actionsByRole(template);
  const rolesThatMay = (action: RegExp) =>
    [...actions].filter(([, allowed]) => allowed.some((one) => action.test(one))).map(([role]) => role);

  it('takes mail over TLS only, has it scanned, and lays it under inbound/ as it came', () => {
    template.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Recipients: ['ce@peer-credentials.example', 'canary@peer-credentials.example'],
        Actions: [{ S3Action: { ObjectKeyPrefix: 'inbound/', KmsKeyArn: Match.absent() } }],
      },
    });
  });

  it('is told of mails that came back, and of those that were called unwanted', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint'], EventBridgeDestination: {} },
    });
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.ses'], 'detail-type': ['Email Bounced', 'Email Complaint Received'] },
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^BounceQueue[0-9A-F]{8}$'), 'Arn'] },
          DeadLetterConfig: { Arn: Match.anyValue() },
        }),
      ],
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^BounceQueue[0-9A-F]{8}$'), 'Arn'] },
      FunctionName: { Ref: Match.stringLikeRegexp('^NoteBounces') },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('has GuardDuty look at each mail and each file, and hang on it what it found', () => {
    template.hasResourceProperties('AWS::GuardDuty::MalwareProtectionPlan', {
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ['raw/', 'document/'] } },
    });
    // receive marks what SES laid down, under inbound/ alone: what the scanner says it cannot write
    expect(rolesThatMay(/^s3:PutObjectVersionTagging$/)).toEqual([expect.stringMatching(/^MalwareProtection/)]);
    expect(rolesThatMay(/^s3:PutObjectTagging$/)).toEqual(['Receive', expect.stringMatching(/^MalwareProtection/)]);
    expect(lambdaNeeds.receive.marksTaken).toEqual(['inbound']);
    expect(rolesThatMay(/^events:PutRule$/)).toEqual([expect.stringMatching(/^MalwareProtection/)]);
  });

  it('lets the step that opens mails ask what the scanner found, and reads no file by that', () => {
    expect(rolesThatMay(/^s3:GetObjectTagging$/).filter((role) => !role.startsWith('MalwareProtection'))).toEqual([
      'OpenMail',
    ]);
    const { reads, asksScanOf } = lambdaNeeds['open-mail'];
    expect({ reads, asksScanOf }).toEqual({ reads: ['raw'], asksScanOf: ['raw', 'document'] });
  });

  it('lets SES write under inbound/ and nowhere else', () => {
    Template.fromStack(records).hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 's3:PutObject',
            Principal: { Service: 'ses.amazonaws.com' },
            Resource: { 'Fn::Join': ['', [Match.anyValue(), '/inbound/*']] },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('B259: turns every new mail and register into a message of its own queue', () => {
    for (const prefix of ['inbound/', 'registers/']) {
      template.hasResourceProperties('AWS::Events::Rule', {
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: { object: { key: [{ prefix }] } },
        },
        Targets: [{ DeadLetterConfig: { Arn: Match.anyValue() } }],
      });
    }
  });

  it('B258: tries a message five times, waits six times as long as the worker may take, then keeps it two weeks', () => {
    const queues = Object.values(resourcesOf(template, 'AWS::SQS::Queue'));
    const worked = queues.filter(({ Properties }) => 'RedrivePolicy' in Properties);

    expect(queues).toHaveLength(6);
    expect(worked.map(({ Properties }) => Properties.VisibilityTimeout)).toEqual([6 * 60, 6 * 900, 6 * 60]);
    for (const { Properties } of worked) expect(Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
    for (const { Properties } of queues) {
      expect(Properties.KmsMasterKeyId).toBeDefined();
      expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
    }
  });

  it('hands back only the messages that failed, and never works on more mails at once than the stage says', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
  });

  it('logs each run of the machine without what is in it, and traces it', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
  });

  it('lets ReadText ask Textract for plain words only, ReadFields for a second look only, and nobody else', () => {
    const asked = (role: string) => actions.get(role)?.filter((action) => action.startsWith('textract:'));
    expect(rolesThatMay(/^textract:/).sort()).toEqual(['ReadFields', 'ReadText']);
    expect(asked('ReadText')).toEqual(['textract:DetectDocumentText']);
    expect(asked('ReadFields')).toEqual(['textract:AnalyzeDocument']);
  });

  it('lets the two that pay for reading spend half a dollar on a mail', () => {
    const lambdas = Object.entries(resourcesOf(template, 'AWS::Lambda::Function'));
    const paying = lambdas.filter(([, { Properties }]) => JSON.stringify(Properties).includes('READING_CEILING'));
    expect(paying.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['ReadFields', 'ReadText']);
    for (const [, { Properties }] of paying) {
      expect(Properties.Environment).toMatchObject({ Variables: { READING_CEILING: '0.50' } });
    }
  });

  it('lets only what answers a sender, and the canary, send mail, and only from our own domain', () => {
    expect(rolesThatMay(/^ses:/)).toEqual(['TellSender', 'SendWaiting', 'Canary']);
    const resources = JSON.stringify(resourcesOf(template, 'AWS::IAM::Policy'));
    expect(resources).not.toContain('identity/*');
  });

  it('B257: lets Receive lay a message back, and the watchman one that was lost, into the queue of mails; only Receive begins runs as fast as their pictures are read', () => {
    const lambdas = Object.entries(resourcesOf(template, 'AWS::Lambda::Function'));
    const paced = lambdas.filter(([, { Properties }]) => JSON.stringify(Properties).includes('STARTS_PER_SECOND'));

    expect(rolesThatMay(/^sqs:SendMessage$/).sort()).toEqual(['Receive', 'Watch']);
    expect(paced.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['Receive']);
    const [, receive] = paced[0] ?? [];
    expect(receive?.Properties.Environment).toMatchObject({
      Variables: { QUEUE_URL: { Ref: expect.stringMatching(/^MailQueue/) }, STARTS_PER_SECOND: '3.33' },
    });
  });

  it('B273: lets only Receive lock a mail as it lays it down, for the years of the stage, and nobody past a lock', () => {
    expect(rolesThatMay(/^s3:PutObjectRetention$/)).toEqual(['Receive']);
    expect(rolesThatMay(/^s3:BypassGovernanceRetention$/)).toEqual([]);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ MAIL_LOCK: Match.stringLikeRegexp('^(governance|compliance) [1-9]$') }),
      },
    });
  });

  it('lets only Receive and the sweep of decisions start a run, and only Receive read the mails that SES laid down', () => {
    expect(rolesThatMay(/^states:Start/).sort()).toEqual(['Receive', 'StartDecisions']);
    // an item of a split mail is left to the run of its mail while that goes on
    expect(rolesThatMay(/^states:Describe/).sort()).toEqual(['StartDecisions', 'Watch']);
    const readers = Object.entries(lambdaNeeds).filter(([, { reads }]) => reads.some((folder) => folder === 'inbound'));
    expect(readers.map(([name]) => name)).toEqual(['receive']);
  });

  it('lets nobody delete a file, scan the table, or use an action with a star', () => {
    const all = [...actions.values()].flat();

    // the two machines, what works beside them, and GuardDuty's scan
    expect(actions.size).toBe(machineSteps.length + 2 + 8 + 1);
    expect(all.filter((action) => /\*|s3:Delete|dynamodb:Scan|BatchWrite|PassRole/.test(action))).toEqual([]);
  });

  it('gives a step the right to files only where its work needs them', () => {
    const withFiles = rolesThatMay(/^s3:/).sort();

    expect(withFiles).toEqual([
      ...[
        'LoadRegisters',
        'MalwareProtection',
        'OpenMail',
        'ReadFields',
        'ReadText',
        'Receive',
        'SealAudit',
        'SortDocuments',
      ],
      // asks whether they are there, and S3 has one right for both
      'Watch',
    ]);
  });

  it('ends a step before the machine loses patience with it', () => {
    const timeouts = new Map(
      Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(({ Properties }) => [
        Properties.Description,
        Properties.Timeout,
      ]),
    );

    expect(timeouts.get('read-text.lambda.ts')).toBe(295);
    expect(timeouts.get('open-mail.lambda.ts')).toBe(55);
  });

  it('signs answers for our domain, over TLS, and never writes again to an address that bounced', () => {
    template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'peer-credentials.example',
      MailFromAttributes: { MailFromDomain: 'bounce.peer-credentials.example', BehaviorOnMxFailure: 'REJECT_MESSAGE' },
    });
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });
});
