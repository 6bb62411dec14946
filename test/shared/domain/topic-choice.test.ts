import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingKey } from '#shared/domain/topic-choice.ts';

const key = (title: string, provider: string | null = null) => trainingKey({ title, provider });

describe('two choices of a topic', () => {
  it('are about the same training, however its title and provider are written', () => {
    const one = key('The Ethics & Boundaries of Peer Support', 'Bayou Recovery Institute, Inc.');
    expect(key('ETHICS and boundaries  of peer support.', 'The Bayou Recovery Institute')).toBe(one);
    expect(key('Éthics Boundaries of Peer Support', 'bayou recovery institute llc')).toBe(one);
  });

  it('are about two trainings where a word or the provider is another, or a word is in the other place', () => {
    const titles = ['Peer Support', 'Peer Support II', 'Support Peer', 'Peer Supports', 'PeerSupport'];
    expect(new Set(titles.map((title) => key(title, 'Cypress'))).size).toBe(titles.length);
    expect(key('Peer Support', 'Cypress')).not.toBe(key('Peer Support', 'Delta'));
    expect(key('Peer Support', 'Cypress')).not.toBe(key('Peer Support'));
    expect(key('Peer Support Cypress')).not.toBe(key('Peer Support', 'Cypress'));
    expect(key('Peer Support', 'Cypress Learning')).not.toBe(key('Peer Support', 'CypressLearning'));
  });

  it('by a provider that is not known are told apart by their titles only', () => {
    expect(key('Peer Support')).toBe(key('peer support', ''));
    fc.assert(fc.property(fc.string(), (title) => key(title) === key(title.toUpperCase(), '')));
  });
});
