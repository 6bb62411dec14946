import { describe, expect, it } from 'vitest';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import { fits, readSelector, type Selector } from '#shared/rules/counting/selector.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';

function selector(written: string): Selector {
  const read = readSelector(written);
  if ('says' in read) throw new Error(read.says);
  return read;
}
const meant = (written: string, own: Partial<CountedCredit>, countsInEach = false) =>
  fits(selector(written), aCountedCredit(own), countsInEach);

describe('which trainings are meant', () => {
  it('by the values of each thing that a page may ask', () => {
    expect(meant('any', {})).toBe('yes');
    expect(meant('mode is in person', { mode: 'in person' })).toBe('yes');
    expect(meant('mode is one of in person, live online', { mode: 'live online' })).toBe('yes');
    expect(meant('mode is self paced', { mode: 'in person' })).toBe('no');
    expect(meant('mode is self paced', { mode: null })).toBe('maybe');
    expect(meant('in-service is yes', { isInService: true })).toBe('yes');
    expect(meant('in-service is yes', { isInService: false })).toBe('no');
    expect(meant('in-service is no', { isInService: false })).toBe('yes');
    expect(meant('in-service is yes', { isInService: null })).toBe('maybe');
    expect(meant('self presented is yes', { isSelfPresented: true })).toBe('yes');
    expect(meant('provider is A B', { provider: 'A B' })).toBe('yes');
    expect(meant('provider class is other', { providerClass: 'other' })).toBe('yes');
    expect(meant('approval is form', { approval: 'form' })).toBe('yes');
    expect(meant('evidence is letter', { evidence: ['certificate', 'letter'] })).toBe('yes');
    expect(meant('evidence is letter', { evidence: [] })).toBe('no');
  });

  it('by what they are not', () => {
    expect(meant('mode is not self paced', { mode: 'in person' })).toBe('yes');
    expect(meant('mode is not self paced', { mode: 'self paced' })).toBe('no');
    expect(meant('mode is not self paced', { mode: null })).toBe('maybe');
    expect(meant('topic is not ethics', { topics: [] })).toBe('yes');
    expect(meant('topic is not ethics', { topics: ['ethics'] })).toBe('no');
  });

  it('by all conditions: one that fails decides before one that is open', () => {
    expect(meant('mode is in person and topic is ethics', { topics: ['ethics'] })).toBe('yes');
    expect(meant('mode is self paced and topic is ethics', { topics: null })).toBe('no');
    expect(meant('topic is ethics and mode is self paced', { topics: null })).toBe('no');
    expect(meant('mode is in person and topic is ethics', { topics: null })).toBe('maybe');
  });

  it('as a person says where a training has other topics too, unless it counts in each', () => {
    const both = { topics: ['ethics', 'driving'] };

    expect(meant('topic is ethics', both)).toBe('maybe');
    expect(meant('topic is not ethics', both)).toBe('maybe');
    expect(meant('topic is ethics', both, true)).toBe('yes');
    expect(meant('topic is not ethics', both, true)).toBe('no');
    expect(meant('topic is one of ethics, driving', both)).toBe('yes');
  });
});

describe('a selector on a page', () => {
  it('is read condition by condition, with "and" inside a value', () => {
    expect(selector('mode is not self paced and topic is one of a b,  c and d')).toEqual([
      { attribute: 'mode', isNot: true, values: ['self paced'] },
      { attribute: 'topic', isNot: false, values: ['a b', 'c and d'] },
    ]);
    expect(selector('provider is A, B')).toEqual([{ attribute: 'provider', isNot: false, values: ['A, B'] }]);
    expect(selector('  topic is  ethics  ')).toEqual([{ attribute: 'topic', isNot: false, values: ['ethics'] }]);
  });

  it.each([
    ['', '"" is no condition. Write "any", or such as "topic is ethics".'],
    ['ethics', '"ethics" is no condition. Write "any", or such as "topic is ethics".'],
    ['Topic is ethics', '"Topic is ethics" is no condition. Write "any", or such as "topic is ethics".'],
    ['topics is ethics', 'a training has no "topics". Did you mean "topic"?'],
    ['toString is ethics', '"toString is ethics" is no condition. Write "any", or such as "topic is ethics".'],
    ['mode is alone', '"alone" is no mode. Write one of: in person, live online, self paced.'],
    ['mode is one of in person, alone', '"alone" is no mode. Write one of: in person, live online, self paced.'],
    ['in-service is maybe', '"maybe" is no in-service. Write one of: yes, no.'],
    ['self presented is maybe', '"maybe" is no self presented. Write one of: yes, no.'],
    ['approval is maybe', '"maybe" is no approval. Write one of: listed, form, none.'],
    ['topic is a and mode is alone', '"alone" is no mode. Write one of: in person, live online, self paced.'],
  ])('"%s" is refused, with what to write', (written, says) => {
    expect(readSelector(written)).toEqual({ says });
  });
});
