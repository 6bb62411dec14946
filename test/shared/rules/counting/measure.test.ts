import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import { type Counting, type Measure, measure } from '#shared/rules/counting/measure.ts';
import { readSelector, type Selector } from '#shared/rules/counting/selector.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';

const year = [{ start: '2026-01-01', lastDay: '2026-12-31' }];

function selector(written: string): Selector {
  const read = readSelector(written);
  if ('says' in read) throw new Error(read.says);
  return read;
}

function measured(name: string, where: string, own: Partial<Measure> = {}): Measure {
  const counts = name.includes('hours') ? 'hours' : 'trainings';
  const rest = { limit: null, surplus: null, addsCarriedOver: false, over: 'period', inWords: name, line: 1 } as const;
  return { name, counts, where: selector(where), ...rest, ...own };
}

function count(
  measures: Measure[],
  credits: CountedCredit[],
  own: Partial<Counting> = {},
  period: typeof year | null = year,
) {
  return measure({ measures, exclusions: [], countsInEach: false, ...own }, credits, period);
}

describe('a measure', () => {
  const live = measured('live hours', 'mode is one of in person, live online');

  it('adds what fits, to the hundredth', () => {
    const credits = [
      aCountedCredit({ hours: 125 }),
      aCountedCredit({ hours: 110 }),
      aCountedCredit({ mode: 'self paced' }),
    ];

    expect(count([live], credits)).toEqual({ 'live hours': 235 });
  });

  it('counts trainings as trainings, however short', () => {
    const ethics = measured('ethics trainings', 'topic is ethics');

    expect(count([ethics], [aCountedCredit({ hours: 25, topics: ['ethics'] })])).toEqual({ 'ethics trainings': 1 });
  });

  it('says from where to where it lies while something is not known', () => {
    const unknownMode = aCountedCredit({ hours: 200, mode: null });
    const undecided = aCountedCredit({ hours: 300, status: 'undecided' });

    expect(count([live], [aCountedCredit(), unknownMode])).toEqual({
      'live hours, at least': 100,
      'live hours, at most': 300,
    });
    expect(count([live], [undecided])).toEqual({ 'live hours, at least': 0, 'live hours, at most': 300 });
    expect(count([live], [aCountedCredit(), aCountedCredit({ hours: null })])).toEqual({ 'live hours, at least': 100 });
  });

  it('leaves out what was not counted, and what lies outside the period', () => {
    const outside = ['2025-12-31', '2027-01-01'].map((completedOn) => aCountedCredit({ completedOn }));

    expect(count([live], [...outside, aCountedCredit({ status: 'not-counted' })])).toEqual({ 'live hours': 0 });
    expect(
      count(
        [live],
        ['2026-01-01', '2026-12-31'].map((completedOn) => aCountedCredit({ completedOn })),
      ),
    ).toEqual({
      'live hours': 200,
    });
  });

  it('takes nothing for certain when nobody knows the period', () => {
    expect(count([live], [aCountedCredit()], {}, null)).toEqual({
      'live hours, at least': 0,
      'live hours, at most': 100,
    });
  });

  it('counts of some hours only so many', () => {
    const limit = { hours: 500, where: selector('mode is self paced') };
    const all = measured('all hours', 'any', { limit });
    const online = aCountedCredit({ hours: 800, mode: 'self paced' });

    expect(count([all], [aCountedCredit({ hours: 300 }), online])).toEqual({ 'all hours': 800 });
    expect(count([all], [{ ...online, hours: 400 }])).toEqual({ 'all hours': 400 });
    expect(count([all], [{ ...online, mode: null }])).toEqual({
      'all hours, at least': 500,
      'all hours, at most': 800,
    });
  });

  it('adds what another measure has above its need', () => {
    const ethics = measured('hours on ethics', 'topic is ethics');
    const core = measured('core hours and more', 'topic is core', {
      surplus: { measure: 'hours on ethics', above: 300 },
    });
    const credits = [
      aCountedCredit({ hours: 600, topics: ['core'] }),
      aCountedCredit({ hours: 400, topics: ['ethics'] }),
    ];

    expect(count([ethics, core], credits)).toMatchObject({ 'core hours and more': 700 });
    const open = aCountedCredit({ hours: null, topics: ['core'] });
    expect(count([ethics, core], [...credits, open])).toEqual({
      'hours on ethics': 400,
      'core hours and more, at least': 700,
    });
  });

  it('takes the part of the period that has least', () => {
    const halves = [
      { start: '2025-01-01', lastDay: '2025-12-31' },
      { start: '2026-01-01', lastDay: '2026-12-31' },
    ];
    const credits = [aCountedCredit({ hours: 900, completedOn: '2025-05-01' }), aCountedCredit({ hours: 200 })];

    expect(count([measured('least hours', 'any', { over: 'leanest part' })], credits, {}, halves)).toEqual({
      'least hours': 200,
    });
    expect(count([measured('all hours', 'any')], credits, {}, halves)).toEqual({ 'all hours': 1100 });
  });

  it('leaves a training in two topics to a person, unless it counts in each', () => {
    const ethics = measured('hours on ethics', 'topic is ethics');
    const both = [aCountedCredit({ topics: ['ethics', 'boundaries'] })];

    expect(count([ethics], both)).toEqual({ 'hours on ethics, at least': 0, 'hours on ethics, at most': 100 });
    expect(count([ethics], both, { countsInEach: true })).toEqual({ 'hours on ethics': 100 });
  });

  it('leaves out what is excluded, and leaves to a person what may be', () => {
    const all = measured('all hours', 'any');
    const named = { where: selector('topic is driving'), tier: 'not counted', why: '', source: '' } as const;
    const alike = { ...named, tier: 'a person decides' } as const;
    const driving = aCountedCredit({ topics: ['driving'] });
    const between = { 'all hours, at least': 0, 'all hours, at most': 100 };

    expect(count([all], [driving], { exclusions: [named] })).toEqual({ 'all hours': 0 });
    expect(count([all], [driving], { exclusions: [alike] })).toEqual(between);
    expect(count([all], [{ ...driving, topics: null }], { exclusions: [named] })).toEqual(between);
    expect(count([all], [{ ...driving, isConfirmed: true }], { exclusions: [alike] })).toEqual({ 'all hours': 100 });
  });
});

describe('a selector', () => {
  it('reads its conditions, and says what is wrong with them', () => {
    expect(readSelector('topic is ethics and mode is not self paced')).toHaveLength(2);
    expect(readSelector('topics is ethics')).toEqual({ says: 'a training has no "topics". Did you mean "topic"?' });
    expect(readSelector('mode is online')).toEqual({
      says: '"online" is no mode. Write one of: in person, live online, self paced.',
    });
    expect(readSelector('everything')).toMatchObject({ says: expect.stringContaining('is no condition') });
  });

  it('keeps "and" inside a value', () => {
    expect(readSelector('topic is law and ethics')).toEqual([
      { attribute: 'topic', isNot: false, values: ['law and ethics'] },
    ]);
  });
});

describe('what holds for all trainings', () => {
  const credit = fc.record({
    title: fc.constantFrom('One', 'Two', 'Three'),
    paper: fc.constant(null),
    hours: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.constant(null)),
    status: fc.constantFrom('counted', 'undecided', 'not-counted'),
    isConfirmed: fc.boolean(),
    completedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-07-04', '2026-12-31', null),
    topics: fc.oneof(fc.subarray(['ethics', 'boundaries', 'driving']), fc.constant(null)),
    mode: fc.constantFrom('in person', 'live online', 'self paced', null),
    provider: fc.constantFrom('A', 'B', null),
    providerClass: fc.constantFrom('sponsored', 'other', null),
    isInService: fc.constantFrom(true, false, null),
    isSelfPresented: fc.constantFrom(true, false, null),
    approval: fc.constantFrom('listed', 'form', 'none', null),
    evidence: fc.oneof(fc.subarray(['certificate', 'letter']), fc.constant(null)),
  }) satisfies fc.Arbitrary<CountedCredit>;
  const measures = [
    measured('all hours', 'any', { limit: { hours: 500, where: selector('mode is self paced') } }),
    measured('hours on ethics', 'topic is ethics'),
    measured('live hours', 'mode is one of in person, live online and provider class is sponsored'),
    measured('ethics trainings', 'topic is ethics'),
  ];
  const exclusions = [{ where: selector('topic is driving'), tier: 'not counted', why: '', source: '' } as const];
  const least = (facts: ReturnType<typeof count>, name: string) => Number(facts[name] ?? facts[`${name}, at least`]);
  const most = (facts: ReturnType<typeof count>, name: string) =>
    Number(facts[name] ?? facts[`${name}, at most`] ?? Number.POSITIVE_INFINITY);

  it('the order of the trainings never matters', () => {
    fc.assert(
      fc.property(fc.array(credit, { maxLength: 12 }), fc.nat(), (credits, turn) => {
        const turned = credits.map((_, at) => credits[(at + turn) % credits.length] ?? aCountedCredit());
        expect(count(measures, turned, { exclusions })).toEqual(count(measures, credits, { exclusions }));
        expect(count(measures, credits.toReversed(), { exclusions })).toEqual(count(measures, credits, { exclusions }));
      }),
    );
  });

  it('one training more never makes a measure smaller', () => {
    fc.assert(
      fc.property(fc.array(credit, { maxLength: 12 }), credit, (credits, more) => {
        const [before, after] = [count(measures, credits), count(measures, [...credits, more])];
        for (const { name } of measures) {
          expect(least(after, name)).toBeGreaterThanOrEqual(least(before, name));
          expect(most(after, name)).toBeGreaterThanOrEqual(most(before, name));
        }
      }),
    );
  });

  it('whatever turns out about what was not known lies between least and most', () => {
    const known = credit.filter(
      (one) =>
        Object.entries(one).every(([name, value]) => name === 'paper' || value !== null) && one.status !== 'undecided',
    );
    const hide = fc.subarray(['hours', 'completedOn', 'topics', 'mode', 'providerClass'] as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(known, hide), { maxLength: 8 }), (pairs) => {
        const exact = count(
          measures,
          pairs.map(([one]) => one),
          { exclusions, countsInEach: true },
        );
        const hidden = pairs.map(([one, names]) => ({
          ...one,
          ...Object.fromEntries(names.map((name) => [name, null])),
        }));
        const open = count(measures, hidden, { exclusions, countsInEach: true });
        for (const { name } of measures) {
          expect(least(open, name)).toBeLessThanOrEqual(least(exact, name));
          expect(most(open, name)).toBeGreaterThanOrEqual(most(exact, name));
        }
      }),
    );
  });

  it('hours are whole hundredths, never a fraction of one', () => {
    fc.assert(
      fc.property(fc.array(credit, { maxLength: 12 }), (credits) => {
        for (const value of Object.values(count(measures, credits, { exclusions })))
          expect(value).toBe(Math.trunc(Number(value)));
      }),
    );
  });
});
