import type { WatchCode } from '#shared/domain/watch.ts';

type WatchAlarm = { id: string; code: WatchCode; impact: string };

/** Runs that fail have alarms on the machines themselves. `id` is part of a logical id: never renamed. */
export const watchAlarms: readonly WatchAlarm[] = [
  { id: 'MailUntaken', code: 'mail-untaken', impact: 'SES accepted a mail, and no case knows of it.' },
  { id: 'CaseStuck', code: 'case-stuck', impact: 'A mail was accepted, and is neither filed nor worked on.' },
  { id: 'Settling', code: 'settling-too-long', impact: 'What a person decided is not carried out.' },
  { id: 'LeaseLost', code: 'lease-lost', impact: 'Somebody took a case and never came back to it.' },
  {
    id: 'OutboxOld',
    code: 'outbox-old',
    impact: 'An answer waits for more than an hour to be sent, or a reminder for more than four.',
  },
  {
    id: 'OddMails',
    code: 'odd-mails',
    impact: 'A mail could not be opened, was not scanned in time, or letters of ours come back as mails.',
  },
  { id: 'QueueLate', code: 'queue-late', impact: 'At this rate cases are decided after the last day for reports.' },
  { id: 'CaseWaiting', code: 'case-waiting', impact: 'A case waits for a person for more than five days.' },
  { id: 'Drift', code: 'reading-drift', impact: 'People correct what was read more often than before.' },
  { id: 'NotConserved', code: 'not-conserved', impact: 'Something that was received is nowhere, or there twice.' },
  { id: 'AuditChain', code: 'audit-chain', impact: 'The audit trail does not hold together any more.' },
  { id: 'NightMissed', code: 'night-missed', impact: 'Nobody looked at how people stand last night.' },
  { id: 'Sweep', code: 'sweep-finding', impact: 'The nightly sweep found something out of order.' },
];
