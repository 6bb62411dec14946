import { patient, task } from './task-state.ts';

/**
 * Each night in Amazon States Language, as data: what two people agreed to destroy is destroyed, turn by turn; then what has become due
 * since is proposed to them. A turn that was cut off is gone on with by the next, of this night or of another.
 */
export const retentionDefinition = {
  Comment: 'Every night: destroys what two people agreed to, and proposes what is past its period.',
  StartAt: 'CarryOutDisposals',
  TimeoutSeconds: 6 * 60 * 60,
  States: {
    CarryOutDisposals: {
      ...task('CarryOutDisposals', {}, 'NotDisposed', patient),
      Next: 'Is all of it looked at?',
    },
    'Is all of it looked at?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.isDone', BooleanEquals: true, Next: 'ProposeDisposal' }],
      Default: 'CarryOutDisposals',
    },
    ProposeDisposal: { ...task('ProposeDisposal', {}, 'NotDisposed', patient), Next: 'Disposed' },
    Disposed: { Type: 'Succeed' },
    NotDisposed: {
      Type: 'Fail',
      Error: 'NotDisposed',
      Cause:
        'Not all that two people agreed to was destroyed, or nothing was proposed. The next night goes on. See the runbook, section NotDisposed.',
    },
  },
};
