import { describe, expect, it } from 'vitest';
import { composeLetter } from '#functions/tell-sender/compose-letter.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const programme = await programmeNamed('louisiana-rpss');
const short: Facts = {
  credential: 'RPSS',
  'training year': 2020,
  'counted hours': 1000,
  'ethics hours': 175,
  'core hours': 825,
  'hours in review': 0,
  'documents in review': 0,
  'report form received': true,
  'attestation signed': false,
};

function letterFor(facts: Facts, isVerified: boolean): string {
  const findings = judgeYear(programme, facts, { year: 2026, asOf: '2026-11-20' }).map((each) => ({
    ...each,
    person: 0,
  }));
  const judgement = aJudgement({ findings, outcome: 'needs-sender' });
  const submission = aSubmission({ outcome: 'needs-sender', state: 'decided' });
  return composeLetter(programme, { submission, documents: [], judgement, earlier: null, applications: [], isVerified })
    .text;
}

describe('what the answer says is missing', () => {
  it('is said in the smallest terms, first of all', () => {
    expect(letterFor(short, true)).toContain(
      'In short, what is missing: your signature under the ethics statement and 1.25 hours of ethics.',
    );
  });

  it('is not said while a person still checks hours, and never to somebody we are not sure of', () => {
    expect(letterFor({ ...short, 'hours in review': 200, 'attestation signed': true }, true)).not.toContain('In short');
    expect(letterFor(short, false)).not.toContain('In short');
  });
});
