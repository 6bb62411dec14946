import { describe, expect, it } from 'vitest';
import { type BlindTask, blindStateOf, countedHours, differenceOf, isChosen } from '#shared/domain/blind-sample.ts';
import { aCredit } from '#test/builders/a-judgement.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const at = '2026-12-01T15:00:00.000Z';
const hours = { ethics: 300, core: 700 };
const answered = (own: Partial<NonNullable<BlindTask['answer']>> = {}): BlindTask => ({
  submissionId: submissionIdFor(1),
  reference: 'LA-2026-000001',
  receivedAt: at,
  openedAt: at,
  machine: hours,
  answer: { by: ann, at, accepts: true, hours, reason: null, ...own },
});
const unanswered = { ...answered(), answer: null };
const otherHours = [
  { ethics: 200, core: 700 },
  { ethics: 300, core: 650 },
];

describe('the blind sample', () => {
  it('takes a case by the first 32 bits of its digest: those below the share', () => {
    const tenth = { share: 0.5, seed: 'any' };
    expect(isChosen(`7fffffff${'f'.repeat(56)}`, tenth)).toBe(true);
    expect(isChosen(`80000000${'0'.repeat(56)}`, tenth)).toBe(false);
    expect(isChosen('0'.repeat(64), { ...tenth, share: 0 })).toBe(false);
    expect(isChosen('f'.repeat(64), { ...tenth, share: 1 })).toBe(true);
  });

  it('compares the hours that count and rest on papers of this very mail', () => {
    const elsewhere = [{ submissionId: submissionIdFor(2), document: 0, role: 'certificate' as const }];
    const both = [...elsewhere, ...aCredit().evidence];
    const credits = [
      aCredit(),
      aCredit({ hours: 50, evidence: both }),
      aCredit({ bucket: 'core', hours: 700 }),
      aCredit({ bucket: 'core', hours: null }),
      aCredit({ bucket: null }),
      aCredit({ status: 'undecided' }),
      aCredit({ status: 'not-counted' }),
      aCredit({ evidence: elsewhere }),
    ];
    expect(countedHours({ credits }, submissionIdFor(1))).toEqual({ ethics: 350, core: 700 });
    expect(countedHours({ credits: [] }, submissionIdFor(1))).toEqual({ ethics: 0, core: 0 });
  });

  it('finds that the reviewer accepts as the machine did, counts other hours, or does not accept', () => {
    expect(differenceOf(unanswered)).toBeNull();
    expect(differenceOf(answered())).toBe('none');
    for (const other of otherHours) expect(differenceOf(answered({ hours: other }))).toBe('other-hours');
    expect(differenceOf(answered({ accepts: false }))).toBe('not-accepted');
  });
});

describe('how the sample stands', () => {
  const later = { decidedAt: '2026-12-02T15:00:00.000Z', outcome: 'accepted' as const, hours };
  const differs = answered({ accepts: false });

  it('is open until answered, and agrees whatever is decided later', () => {
    expect(blindStateOf(unanswered, later)).toBe('open');
    expect(blindStateOf(answered(), null)).toBe('agrees');
    expect(blindStateOf(answered(), { ...later, outcome: 'needs-review' })).toBe('agrees');
  });

  it('counts a difference against the machine, unless a later decision leaves the very same hours accepted', () => {
    expect(blindStateOf(differs, null)).toBe('differs');
    expect(blindStateOf(differs, later)).toBe('machine-was-right');
    expect(blindStateOf(differs, { ...later, decidedAt: at })).toBe('differs');
    expect(blindStateOf(differs, { ...later, outcome: 'needs-review' })).toBe('differs');
    expect(blindStateOf(differs, { ...later, outcome: null })).toBe('differs');
    for (const other of otherHours) expect(blindStateOf(differs, { ...later, hours: other })).toBe('differs');
  });
});
