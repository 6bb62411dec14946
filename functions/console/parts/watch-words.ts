import type { WatchCode } from '#shared/domain/watch.ts';

/** What each check of the watchman asks, as the office would. */
export const watchQuestions: Readonly<Record<WatchCode, string>> = {
  'mail-untaken': 'Is every accepted mail a case?',
  'case-stuck': 'Is any mail stuck?',
  'settling-too-long': 'Is every decision carried out?',
  'lease-lost': 'Does a case lie with somebody who left it?',
  'outbox-old': 'Do answers go out?',
  'odd-mails': 'Did mails defeat the machinery?',
  'clock-skew': 'Is the clock right?',
  'run-failed': 'Did a run fail?',
  'queue-late': 'Will the queue be done in time?',
  'case-waiting': 'Does anybody wait too long for a person?',
  'reading-drift': 'Is reading getting worse?',
  'not-conserved': 'Is everything that came still there?',
  'audit-chain': 'Is the audit trail unbroken?',
  'night-missed': 'Was last night swept?',
  'sweep-finding': 'Did the sweep find something out of order?',
};
