import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';

/** An accepted hour in person, in no topic. */
export function aCountedCredit(own: Partial<CountedCredit> = {}): CountedCredit {
  return {
    title: 'Walking beside somebody',
    paper: null,
    hours: 100,
    status: 'counted',
    isConfirmed: false,
    completedOn: '2026-03-04',
    topics: [],
    mode: 'in person',
    provider: 'Bayou Recovery Institute',
    providerClass: null,
    isInService: false,
    isSelfPresented: false,
    approval: 'listed',
    evidence: ['certificate'],
    ...own,
  };
}
