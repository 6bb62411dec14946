import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutApproval, withoutEvidence } from '#shared/rules/counting/approval.ts';
import { carriedOver } from '#shared/rules/counting/carry-over.ts';
import { repeatsIn, withoutRepeats } from '#shared/rules/counting/repeats.ts';
import { inHours, type Units } from '#shared/rules/counting/units.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');

describe('what is written on a certificate, as hours', () => {
  const { units } = louisiana.counting;
  const fifty: Units = { ...units, minutesInHour: 50, roundDownTo: 25 };

  it('hours and the programme’s own unit are taken as they stand', () => {
    expect(inHours(units, '2.5', 'Contact Hours')).toEqual({ hours: 250, needsPerson: false });
    expect(inHours(units, '3', 'CEUs')).toEqual({ hours: 300, needsPerson: false });
  });

  it('a unit of ten hours is converted, and a person confirms it', () => {
    expect(inHours(units, '0.3', 'IACET CEU')).toEqual({ hours: 300, needsPerson: true });
    expect(inHours(units, '1', 'semester credit')).toEqual({ hours: 1500, needsPerson: true });
  });

  it('minutes are exact or not taken at all', () => {
    expect(inHours(units, '90', 'minutes')).toEqual({ hours: 150, needsPerson: false });
    expect(inHours(units, '50', 'min.')).toEqual({ hours: null, why: 'not exact' });
    expect(inHours({ ...units, minutesInHour: null }, '90', 'minutes')).toEqual({ hours: null, why: 'not published' });
  });

  it('an hour of fifty minutes, rounded down to a quarter where the programme says so', () => {
    expect(inHours(fifty, '50', 'minutes')).toEqual({ hours: 100, needsPerson: false });
    expect(inHours(fifty, '89', 'minutes')).toEqual({ hours: 175, needsPerson: false });
    expect(inHours(fifty, '1.24', 'hours')).toEqual({ hours: 100, needsPerson: false });
  });

  it('what is no number, no known unit or nowhere published is not guessed', () => {
    expect(inHours(units, 'two', 'hours')).toEqual({ hours: null, why: 'no number' });
    expect(inHours(units, '0', 'hours')).toEqual({ hours: null, why: 'no number' });
    expect(inHours(units, '2', 'points')).toEqual({ hours: null, why: 'unit not known' });
    const open: Units = { ...units, units: [{ words: ['points'], hoursEach: null, needsPerson: true }] };
    expect(inHours(open, '2', 'points')).toEqual({ hours: null, why: 'not published' });
  });

  it('is known by the word of its unit alone', () => {
    expect(inHours(units, '2.5', '  contact   (hours). ')).toEqual({ hours: 250, needsPerson: false });
    expect(['min', 'mins', 'minute', 'minutes', 'Min.'].map((unit) => inHours(units, '30', unit).hours)).toEqual(
      Array.from({ length: 5 }, () => 50),
    );
    for (const unit of ['minutes each', 'five minutes', 'minut', 'admin'])
      expect(inHours(units, '30', unit)).toEqual({ hours: null, why: 'unit not known' });
  });

  it('is never more than what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (hundredths) => {
        const converted = inHours(fifty, (hundredths / 100).toFixed(2), 'hours');
        expect(converted.hours).toBeLessThanOrEqual(hundredths);
      }),
    );
  });
});

describe('the same training again', () => {
  const first = aCountedCredit({ completedOn: '2026-02-01' });
  const second = aCountedCredit({ title: 'WALKING beside somebody.', completedOn: '2026-05-01' });

  it('counts once, twice, or as a person says', () => {
    const statuses = (rule: Parameters<typeof withoutRepeats>[1]) =>
      withoutRepeats([second, first], rule)
        .map((each) => `${each.completedOn} ${each.status}`)
        .sort();

    expect(statuses('not counted twice')).toEqual(['2026-02-01 counted', '2026-05-01 not-counted']);
    expect(statuses('a person decides')).toEqual(['2026-02-01 counted', '2026-05-01 undecided']);
    expect(statuses('counted again')).toEqual(['2026-02-01 counted', '2026-05-01 counted']);
    expect(statuses(null)).toEqual(['2026-02-01 counted', '2026-05-01 undecided']);
    expect(repeatsIn([first, second])).toBe(1);
  });

  it('is not the same for certain when a provider is not known', () => {
    const open = withoutRepeats([first, { ...second, provider: null }], 'not counted twice');

    expect(open.map((each) => each.status)).toEqual(['counted', 'undecided']);
  });

  it('is not meant by two lines of one paper', () => {
    const parts = [first, { ...second, completedOn: first.completedOn }].map((each) => ({ ...each, paper: 'aa' }));

    expect(withoutRepeats(parts, 'not counted twice').map((each) => each.status)).toEqual(['counted', 'counted']);
    expect(repeatsIn(parts)).toBe(0);
  });

  it('may count after the first was refused', () => {
    const refused = withoutRepeats([{ ...first, status: 'not-counted' }, second], 'not counted twice');

    expect(refused.map((each) => each.status)).toEqual(['not-counted', 'counted']);
  });
});

describe('approval and evidence', () => {
  const credits = [
    aCountedCredit(),
    aCountedCredit({ approval: 'form' }),
    aCountedCredit({ approval: 'none' }),
    aCountedCredit({ approval: null }),
    aCountedCredit({ approval: 'none', status: 'not-counted' }),
  ];

  it('is asked for as the programme says', () => {
    expect(withoutApproval(credits, 'none')).toEqual({ least: 0, most: 0 });
    expect(withoutApproval(credits, 'list')).toEqual({ least: 2, most: 3 });
    expect(withoutApproval(credits, 'list or form')).toEqual({ least: 1, most: 2 });
    expect(withoutApproval(credits, 'after the fact')).toEqual({ least: 0, most: 3 });
    expect(withoutApproval(credits, null)).toEqual({ least: 0, most: 3 });
  });

  it('is on the register, by a form, or by neither', () => {
    const least = (mode: Parameters<typeof withoutApproval>[1]) =>
      (['listed', 'form', 'none'] as const).map((approval) => withoutApproval([aCountedCredit({ approval })], mode));
    const [there, missing] = [
      { least: 0, most: 0 },
      { least: 1, most: 1 },
    ];

    expect(least('list')).toEqual([there, missing, missing]);
    expect(least('list or form')).toEqual([there, there, missing]);
    expect(withoutEvidence([aCountedCredit({ evidence: [], status: 'not-counted' })], [])).toEqual(there);
    expect(withoutEvidence([aCountedCredit({ evidence: [], status: 'undecided' })], [])).toEqual(missing);
  });

  it('takes other papers only through a person', () => {
    const accepted = [
      { kind: 'certificate', when: 'always' },
      { kind: 'letter', when: 'a person decides' },
    ] as const;
    const papers = [['certificate'], ['letter'], [], null, ['photo', 'letter']];

    const found = papers.map((evidence) => withoutEvidence([aCountedCredit({ evidence })], accepted));

    expect(found).toEqual([
      { least: 0, most: 0 },
      { least: 0, most: 1 },
      { least: 1, most: 1 },
      { least: 0, most: 1 },
      { least: 0, most: 1 },
    ]);
  });
});

describe('hours left over', () => {
  const kept = { isAllowed: true, atMost: 500, keptFor: 1, makeUp: null };

  it('are lost, kept up to a limit, or not known', () => {
    expect(carriedOver(louisiana.period.carryOver, 1500, 1000)).toBe(0);
    expect(carriedOver(kept, 1725, 1000)).toBe(500);
    expect(carriedOver(kept, 1025, 1000)).toBe(25);
    expect(carriedOver(kept, 900, 1000)).toBe(0);
    expect(carriedOver({ ...kept, atMost: null }, 1725, 1000)).toBe(725);
    expect(carriedOver({ ...kept, keptFor: 0 }, 1725, 1000)).toBe(0);
    expect(carriedOver({ ...kept, isAllowed: null }, 1725, 1000)).toBeUndefined();
  });
});
