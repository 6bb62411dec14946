import type { Application } from '#shared/domain/application.ts';
import { submissionIdFor } from './a-submission.ts';

/** Odette's application as the desk keeps it: complete, received on May 10, 2026. */
export function aStoredApplication({
  number = 1,
  ...own
}: Partial<Application> & { number?: number } = {}): Application {
  const submissionId = submissionIdFor(number);
  return {
    applicationId: `${submissionId}-1`,
    reference: `LA-2026-${String(number).padStart(6, '0')}`,
    form: 'training-application',
    credential: 'RPSS',
    name: 'Odette Marchand',
    bornOn: '1990-05-02',
    address: 'odette@example.org',
    isProved: true,
    receivedAt: '2026-05-10T15:00:00.000Z',
    completeSince: '2026-05-10T15:00:00.000Z',
    classWished: null,
    submissions: [submissionId],
    papers: [`${submissionId}#file_0001#1`],
    isOurs: true,
    decided: null,
    completeness: 'complete',
    here: [],
    missing: [],
    destination: 'here',
    directions: [],
    findings: [],
    shadow: [],
    ...own,
  };
}
