import { runIdOf, type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';

/** `sub_` and the number written in 26 characters: the same number is the same submission. */
export function submissionIdFor(number: number): SubmissionId {
  return submissionIdSchema.parse(`sub_${String(number).padStart(26, '0')}`);
}

export function aMail(own: Partial<MailFacts> = {}): MailFacts {
  return {
    messageId: 'mail-1@example.org',
    from: 'dana.fontenot@example.org',
    fromName: 'Dana Fontenot',
    subject: 'My CE hours for 2026',
    headerDate: '2026-11-20T15:00:00.000Z',
    references: [],
    isAutomatic: false,
    authentication: 'pass',
    flags: [],
    fileLinks: [],
    bodyText: 'Hello, please find my hours for this year.\nThank you, Dana',
    ...own,
  };
}

export type SubmissionOverrides = Partial<Submission> & { number?: number; receivedAt?: string };

/** A decided submission without doubt, received on 20 November 2026 at 9:00 in Louisiana. */
export function aSubmission({ number = 1, receivedAt, ...own }: SubmissionOverrides = {}): Submission {
  const submissionId = own.submissionId ?? submissionIdFor(number);
  const sha256 = String(number).padStart(64, '0');
  return {
    submissionId,
    runId: runIdOf(submissionId, 1),
    reference: `LA-2026-${String(number).padStart(6, '0')}`,
    rawKey: `raw/${sha256}`,
    rawSha256: sha256,
    rawBytes: 48_211,
    envelope: {
      mailFrom: 'dana.fontenot@example.org',
      recipients: ['peer-credentials@example.gov'],
      remoteAddress: '192.0.2.7',
      receivedAt: receivedAt ?? '2026-11-20T15:00:00.000Z',
    },
    state: 'decided',
    mail: aMail(),
    outcome: 'accepted',
    reasons: [],
    duplicateOf: null,
    decidedAt: '2026-11-20T15:00:20.000Z',
    filedAt: '2026-11-20T15:00:21.000Z',
    ...own,
  };
}
