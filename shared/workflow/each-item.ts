import { runParameters, task } from './task-state.ts';

/**
 * What the machine does with one item of a mail about many people: the same steps as with a mail that is one case. In this language a state's
 * name is unique in its whole machine, so these have names of their own. A fault of one item is that item's alone.
 */
export const eachItem = {
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'ApplyRulesToItem',
  States: {
    ApplyRulesToItem: {
      ...task('ApplyRules', runParameters, 'SetItemAside'),
      Next: 'Item settled?',
    },
    'Item settled?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.settled', BooleanEquals: true, Next: 'TellPersonOfItem' }],
      Default: 'OpenReviewOfItem',
    },
    OpenReviewOfItem: {
      ...task('OpenReview', runParameters, 'SetItemAside'),
      Next: 'TellPersonOfItem',
    },
    TellPersonOfItem: {
      ...task('TellSender', runParameters, 'SetItemAside'),
      Next: 'FileItem',
    },
    SetItemAside: {
      ...task('SetAside', { ...runParameters, 'fault.$': '$.fault.Error' }, 'ItemLeft'),
      Next: 'FileItem',
    },
    FileItem: {
      ...task('FileSubmission', runParameters, 'ItemLeft'),
      Next: 'ItemFiled',
    },
    ItemFiled: { Type: 'Pass', End: true },
    // not filed, it stays in the list of what is in flight: the watchman names it, and its own run goes on with it
    ItemLeft: { Type: 'Pass', End: true },
  },
};

/** The step behind each state of an item: on one machine the interpreter finds a step by the name of its state. */
export const stepOfItemState = {
  ApplyRulesToItem: 'ApplyRules',
  OpenReviewOfItem: 'OpenReview',
  TellPersonOfItem: 'TellSender',
  SetItemAside: 'SetAside',
  FileItem: 'FileSubmission',
} as const;
