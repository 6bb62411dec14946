import type { AnyState } from './steps.ts';

/** So long the machine waits for each step. */
export const stepSeconds: Record<AnyState, number> = {
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
  SettleDecision: 30,
  SweepPlan: 600,
  SweepSegment: 300,
  SweepReport: 600,
  CarryOutDisposals: 900,
  ProposeDisposal: 900,
};

/**
 * Nothing failed: too many Lambdas at once, a service that lets only so many ask, or the scanner, which on AWS has up to a quarter of an
 * hour for a mail (OpenMail itself knows when that is over). Tried again for most of an hour as a rule, whatever
 * failures there were beside it: a flood of mails is over by then, and a mail that waited has lost nothing.
 */
export const paced = {
  ErrorEquals: ['Paced', 'KeyRefused', 'Lambda.TooManyRequestsException'],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxAttempts: 60,
  MaxDelaySeconds: 120,
  JitterStrategy: 'FULL',
};

/** A busy service, and a step that asks for another try. */
const busy = {
  ErrorEquals: ['TryAgain', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException'],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxAttempts: 6,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
};

/** These are retried with full jitter; everything else is not. */
const retry = [
  paced,
  busy,
  // what was too slow once, on a busy day, may be quick; what is too slow twice will stay so, and holds up the others
  // (a Lambda that reaches its own end first says so by one of the other two names)
  {
    ErrorEquals: ['States.Timeout', 'Sandbox.Timedout', 'Lambda.Unknown'],
    IntervalSeconds: 10,
    MaxAttempts: 1,
    JitterStrategy: 'FULL',
  },
];

/**
 * For a step that keeps its work as it goes: each try gets further, so it has patience for the night on which everybody changes and
 * the table holds writers back (decision 0023). The steps that read take it too: another service reads for them.
 */
export const patient = [paced, { ...busy, MaxAttempts: 20, MaxDelaySeconds: 300 }, ...retry.slice(2)];

export const runParameters = {
  'submissionId.$': '$.submissionId',
  'runId.$': '$.runId',
};
export const fileParameters = { ...runParameters, 'fileId.$': '$.fileId' };

/** One Task in Amazon States Language: its Lambda by name, what it is given (null: all that came), and where a fault goes. */
export function task(state: AnyState, parameters: Record<string, string> | null, faultGoesTo: string, tries = retry) {
  return {
    Type: 'Task',
    Resource: `\${${state}}`,
    ...(parameters === null ? {} : { Parameters: parameters }),
    TimeoutSeconds: stepSeconds[state],
    Retry: tries,
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: faultGoesTo }],
  };
}
