import { eachItem } from './each-item.ts';
import { fileParameters, patient, runParameters, task } from './task-state.ts';

const readOneFile = {
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'ReadText',
  States: {
    ReadText: {
      ...task('ReadText', fileParameters, 'LeaveFileUnread', patient),
      Next: 'SortDocuments',
    },
    SortDocuments: {
      ...task('SortDocuments', fileParameters, 'LeaveFileUnread'),
      Next: 'ReadFields',
    },
    ReadFields: {
      ...task('ReadFields', fileParameters, 'LeaveFileUnread', patient),
      Next: 'FileRead',
    },
    LeaveFileUnread: {
      ...task('LeaveFileUnread', fileParameters, 'FileRead'),
      Next: 'FileRead',
    },
    FileRead: { Type: 'Pass', End: true },
  },
};

/**
 * The intake machine in Amazon States Language, as data. CDK deploys this object on Step Functions; on one machine an
 * interpreter runs the same object. `${OpenMail}` and the like are replaced by the ARN of the step's Lambda.
 */
export const intakeDefinition = {
  Comment:
    'One e-mail: open, read each file, match people, apply the rules to each case, ask a person where in doubt, answer, file.',
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
      ...task('MatchPerson', runParameters, 'SetAside', patient),
      Next: 'About many people?',
    },
    'About many people?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.items[0]', IsPresent: true, Next: 'EachItem' }],
      Default: 'ApplyRules',
    },
    // each item is through before the sender is told how many are complete
    EachItem: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 4,
      ItemProcessor: eachItem,
      ResultPath: null,
      Next: 'TellSender',
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          ResultPath: '$.fault',
          Next: 'SetAside',
        },
      ],
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
