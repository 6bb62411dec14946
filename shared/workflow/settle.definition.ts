import { runParameters, task } from './task-state.ts';

/**
 * The settle machine in Amazon States Language, as data: what follows from a decision of a person. It waits until the
 * decision cannot be taken back, then judges anew by it, tells the sender, and files. CDK and the interpreter run it as
 * they run the intake machine.
 */
export const settleDefinition = {
  Comment: 'One decision: wait while it can be taken back, judge by it, tell the sender, file.',
  StartAt: 'WhileItCanBeTakenBack',
  TimeoutSeconds: 6 * 60 * 60,
  States: {
    WhileItCanBeTakenBack: { Type: 'Wait', TimestampPath: '$.takesEffectAt', Next: 'SettleDecision' },
    SettleDecision: { ...task('SettleDecision', runParameters, 'SetAside'), Next: 'Does it hold?' },
    'Does it hold?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.next', StringEquals: 'judge', Next: 'ApplyRules' },
        { Variable: '$.next', StringEquals: 'stop', Next: 'TakenBack' },
      ],
      Default: 'TellSender',
    },
    ApplyRules: { ...task('ApplyRules', runParameters, 'SetAside'), Next: 'TellSender' },
    TellSender: { ...task('TellSender', runParameters, 'SetAside'), Next: 'FileSubmission' },
    SetAside: {
      ...task('SetAside', { ...runParameters, 'fault.$': '$.fault.Error' }, 'NotSettled'),
      Next: 'FileSubmission',
    },
    FileSubmission: { ...task('FileSubmission', runParameters, 'NotSettled'), Next: 'Settled' },
    Settled: { Type: 'Succeed' },
    TakenBack: { Type: 'Succeed' },
    NotSettled: {
      Type: 'Fail',
      Error: 'NotSettled',
      Cause: 'Even setting it aside failed; the decision is kept. See the runbook, section NotFiled.',
    },
  },
};
