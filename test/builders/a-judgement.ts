import type { Finding } from '#shared/domain/finding.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { aMatchedPerson } from './a-person.ts';
import { submissionIdFor } from './a-submission.ts';

export type JudgedCredit = Judgement['credits'][number];
export type JudgedFinding = Judgement['findings'][number];

/** Three ethics hours, counted for the first person of the mail. */
export function aCredit(own: Partial<JudgedCredit> = {}): JudgedCredit {
  return {
    person: 0,
    creditId: 'credit-1',
    title: 'Ethics and Boundaries in Peer Support',
    provider: 'Bayou Recovery Institute',
    completedOn: '2026-03-04',
    hours: 300,
    bucket: 'ethics',
    status: 'counted',
    code: null,
    why: 'The certificate and the report form agree.',
    citation: 'LDH, Peer Support Specialist page, Continuing Education',
    evidence: [{ submissionId: submissionIdFor(1), document: 0, role: 'certificate' }],
    fileSha256: ['a'.repeat(64)],
    ...own,
  };
}

export function aFinding(own: Partial<JudgedFinding> = {}): JudgedFinding {
  const finding: Finding = {
    rule: 'LA-CE-02',
    page: 'continuing-education/ethics-hours.rule.md',
    ruleSha256: 'b'.repeat(64),
    year: 2026,
    asOf: '2026-11-20',
    verdict: 'met',
    value: '3',
    required: '3',
    why: 'You have 3 ethics hours. You need 3.',
    citation: 'LDH, Peer Support Specialist page, Continuing Education',
    missing: [],
    facts: { credential: 'RPSS', 'ethics hours': 300, 'report year': 2026 },
    decidedBy: 'person',
  };
  return { ...finding, person: 0, ...own };
}

export function aJudgement(own: Partial<Judgement> = {}): Judgement {
  return {
    people: [aMatchedPerson()],
    credits: [aCredit()],
    findings: [aFinding()],
    periods: [],
    shadow: [],
    reasons: [],
    requests: [],
    outcome: 'accepted',
    ...own,
  };
}
