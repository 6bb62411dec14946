import { patient, task } from './task-state.ts';

const walkOneSegment = {
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'SweepSegment',
  States: {
    SweepSegment: {
      ...task('SweepSegment', { 'runId.$': '$.runId', 'segment.$': '$.segment' }, 'LeftForNextTime', patient),
      Next: 'At its end?',
    },
    'At its end?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.isDone', BooleanEquals: true, Next: 'SegmentSwept' }],
      Default: 'SweepSegment',
    },
    SegmentSwept: { Type: 'Pass', End: true },
    // the report says so, and the run stays open: the next start of the day goes on where this segment stands
    LeftForNextTime: { Type: 'Pass', End: true },
  },
};

/**
 * The nightly sweep in Amazon States Language, as data. The segments are walked side by side, each as long as one step may
 * take and then from where it stands; a fault in one leaves the others alone.
 */
export const sweepDefinition = {
  Comment: 'Every night: how everybody stands, what changed, what is due, does everything add up.',
  StartAt: 'SweepPlan',
  TimeoutSeconds: 6 * 60 * 60,
  States: {
    // takes all that was said at the start, since not everybody says how it was started
    SweepPlan: { ...task('SweepPlan', null, 'NotSwept'), Next: 'Is there anything to walk?' },
    // a timer starts it at several hours of the night: nearly always all is done by the second
    'Is there anything to walk?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.isToWalk', BooleanEquals: true, Next: 'WalkSegments' }],
      Default: 'Swept',
    },
    WalkSegments: {
      Type: 'Map',
      ItemsPath: '$.segments',
      MaxConcurrency: 16,
      ItemProcessor: walkOneSegment,
      ResultPath: null,
      Next: 'SweepReport',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'SweepReport' }],
    },
    SweepReport: { ...task('SweepReport', { 'runId.$': '$.runId' }, 'NotSwept'), Next: 'Swept' },
    Swept: { Type: 'Succeed' },
    NotSwept: {
      Type: 'Fail',
      Error: 'NotSwept',
      Cause:
        'The sweep did not come to its end. What it wrote holds; starting it again goes on. See the runbook, section NotSwept.',
    },
  },
};
