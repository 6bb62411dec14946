import type { IntakeState } from './steps.ts';

/**
 * The intake machine in Amazon States Language, as data. CDK deploys this object on Step Functions; on one machine an
 * interpreter runs the same object. `${OpenMail}` and the like are replaced by the ARN of the step's Lambda.
 */
const secondsMax: Record<IntakeState, number> = {
  OpenMail: 60,
  ReadText: 300,
  SortDocuments: 60,
  ReadFields: 300,
  LeaveFileUnread: 30,
  MatchPerson: 60,
  ApplyRules: 60,
  OpenReview: 30,
  TellSender: 60,
  FileSubmission: 30,
  SetAside: 30,
};

/** A busy service and a step that asks for another try are retried with full jitter; everything else is not. */
const retry = [
  {
    ErrorEquals: [
      'TryAgain',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
  // what was too slow once, on a busy day, may be quick; what is too slow twice will stay so, and holds up the others
  { ErrorEquals: ['States.Timeout'], IntervalSeconds: 10, MaxAttempts: 1, JitterStrategy: 'FULL' },
];

const runParameters = {
  'submissionId.$': '$.submissionId',
  'runId.$': '$.runId',
};
const fileParameters = { ...runParameters, 'fileId.$': '$.fileId' };

function task(state: IntakeState, parameters: Record<string, string>, faultGoesTo: string) {
  return {
    Type: 'Task',
    Resource: `\${${state}}`,
    Parameters: parameters,
    TimeoutSeconds: secondsMax[state],
    Retry: retry,
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: faultGoesTo }],
  };
}

const readOneFile = {
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'ReadText',
  States: {
    ReadText: {
      ...task('ReadText', fileParameters, 'LeaveFileUnread'),
      Next: 'SortDocuments',
    },
    SortDocuments: {
      ...task('SortDocuments', fileParameters, 'LeaveFileUnread'),
      Next: 'ReadFields',
    },
    ReadFields: {
      ...task('ReadFields', fileParameters, 'LeaveFileUnread'),
      Next: 'FileRead',
    },
    LeaveFileUnread: {
      ...task('LeaveFileUnread', fileParameters, 'FileRead'),
      Next: 'FileRead',
    },
    FileRead: { Type: 'Pass', End: true },
  },
};

export const intakeDefinition = {
  Comment:
    'One e-mail: open, read each file, match people, apply the rules, ask a person where in doubt, answer, file.',
  StartAt: 'OpenMail',
  TimeoutSeconds: 6 * 60 * 60,
  States: {
    OpenMail: {
      ...task('OpenMail', runParameters, 'SetAside'),
      Next: 'Anything to read?',
    },
    'Anything to read?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.next', StringEquals: 'read', Next: 'ReadFiles' },
        { Variable: '$.next', StringEquals: 'judge', Next: 'MatchPerson' },
        { Variable: '$.next', StringEquals: 'review', Next: 'OpenReview' },
      ],
      Default: 'TellSender',
    },
    ReadFiles: {
      Type: 'Map',
      ItemsPath: '$.files',
      MaxConcurrency: 4,
      ItemProcessor: readOneFile,
      ResultPath: null,
      Next: 'MatchPerson',
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          ResultPath: '$.fault',
          Next: 'SetAside',
        },
      ],
    },
    MatchPerson: {
      ...task('MatchPerson', runParameters, 'SetAside'),
      Next: 'ApplyRules',
    },
    ApplyRules: {
      ...task('ApplyRules', runParameters, 'SetAside'),
      Next: 'Settled?',
    },
    'Settled?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.settled', BooleanEquals: true, Next: 'TellSender' }],
      Default: 'OpenReview',
    },
    OpenReview: {
      ...task('OpenReview', runParameters, 'SetAside'),
      Next: 'TellSender',
    },
    TellSender: {
      ...task('TellSender', runParameters, 'SetAside'),
      Next: 'FileSubmission',
    },
    SetAside: {
      ...task('SetAside', { ...runParameters, 'fault.$': '$.fault.Error' }, 'NotFiled'),
      Next: 'FileSubmission',
    },
    FileSubmission: {
      ...task('FileSubmission', runParameters, 'NotFiled'),
      Next: 'Filed',
    },
    Filed: { Type: 'Succeed' },
    NotFiled: {
      Type: 'Fail',
      Error: 'NotFiled',
      Cause: 'Even setting it aside failed; see the runbook, section NotFiled.',
    },
  },
};
