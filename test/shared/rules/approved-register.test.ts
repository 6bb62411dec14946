import { describe, expect, it } from 'vitest';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { matchApproved } from '#shared/rules/approved-register.ts';

function anApproval(title: string, provider = 'Cypress Learning House'): ApprovedTraining {
  return { title, provider, hours: '2', ethicsHours: '0', approvedFrom: '2026-01-01', approvedTo: '2026-12-31' };
}

const register = [
  anApproval('Listening with Care: A Peer Workshop'),
  anApproval('Peer Ethics, Part 1'),
  anApproval('Peer Ethics, Part 2'),
  anApproval('Recovery Cafés'),
  anApproval('Groups II', 'Bayou School'),
];
const provider = 'Cypress Learning House';
const completedOn = '2026-05-01';
const match = (title: string, more: { provider?: string | null; completedOn?: string | null } = {}) =>
  matchApproved(register, { title, provider, completedOn, ...more });

describe('the register of approved trainings', () => {
  it('knows a training in other case, punctuation and accents', () => {
    expect(match('LISTENING WITH CARE - a peer workshop').match).toBe('exact');
    expect(match('Recovery Cafes').match).toBe('exact');
  });

  it('knows a provider with or without its company form', () => {
    expect(match('Recovery Cafés', { provider: 'The Cypress Learning House, LLC' }).match).toBe('exact');
  });

  it('finds a slip of the pen or a left-out subtitle likely, not exact', () => {
    expect(match('Lisening with Care: A Peer Workshop').match).toBe('likely');
    expect(match('Listening with Care').match).toBe('likely');
  });

  it('never takes part 1 for part 2, or II for III', () => {
    expect(match('Peer Ethics, Part 2').training?.title).toBe('Peer Ethics, Part 2');
    expect(match('Peer Ethics, Part 3').match).toBe('none');
    expect(match('Groups III', { provider: 'Bayou School' }).match).toBe('none');
  });

  it('does not match a training of another provider', () => {
    expect(match('Recovery Cafés', { provider: 'Somebody Else' }).match).toBe('none');
  });

  it('finds a training without a provider or a date likely only', () => {
    expect(match('Recovery Cafés', { provider: null }).match).toBe('likely');
    expect(match('Recovery Cafés', { completedOn: null }).match).toBe('likely');
  });

  it('holds on the first and the last day of the approval and not a day beyond', () => {
    expect(match('Recovery Cafés', { completedOn: '2026-01-01' }).match).toBe('exact');
    expect(match('Recovery Cafés', { completedOn: '2026-12-31' }).match).toBe('exact');
    expect(match('Recovery Cafés', { completedOn: '2025-12-31' }).match).toBe('none');
    expect(match('Recovery Cafés', { completedOn: '2027-01-01' }).match).toBe('none');
  });

  it('does not choose between two lines that fit equally', () => {
    const twice = [anApproval('Working as Helpers'), anApproval('Walking as Helpers')];

    expect(matchApproved(twice, { title: 'Wolking as Helpers', provider, completedOn }).match).toBe('none');
  });

  it('does not match an empty title', () => {
    expect(match('').match).toBe('none');
    expect(match('???').match).toBe('none');
  });
});
