import { describe, expect, it } from 'vitest';
import { decide } from '#shared/rules/decide.ts';
import { explain } from '#shared/rules/explain.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { byMachine, byPerson, byProposal, ruleWhere } from './rule-of-two-kinds.ts';

const enough: Facts = {
  credential: 'ABC',
  'attestation signed': true,
  'counted hours': 1200,
  'ethics hours': 200,
  'core hours': 400,
  'documents in review': 0,
  'hours in review': 0,
};
const judged = (own: Facts, notMetIs = byProposal, year = 2026) =>
  decide(ruleWhere(notMetIs), { ...enough, ...own }, { year, asOf: `${year}-12-31` });

describe('what a finding compares', () => {
  it('is the first amount when all are enough', () => {
    expect(judged({})).toMatchObject({ verdict: 'met', value: '12', required: '12', why: 'Hours are enough.' });
  });

  it('is the first amount that is not enough', () => {
    expect(judged({ 'core hours': 375 })).toMatchObject({
      verdict: 'not-met',
      value: '3.75',
      required: '4',
      why: '0.25 short of 12.',
    });
    expect(judged({ 'ethics hours': 50, 'core hours': 375 })).toMatchObject({ value: '0.5', required: '2' });
  });

  it('is an amount also where a signature is what is missing', () => {
    expect(judged({ 'attestation signed': false })).toMatchObject({
      verdict: 'not-met',
      value: '12',
      required: '12',
      why: 'Sign first.',
    });
  });

  it('is nothing where the rule does not apply, and an open side where it is not known', () => {
    expect(judged({ credential: 'DEF' })).toMatchObject({ verdict: 'does-not-apply', value: null, required: null });
    expect(judged({ 'counted hours': undefined })).toMatchObject({
      verdict: 'cannot-tell',
      value: null,
      required: '12',
    });
    expect(judged({}, byProposal, 2020)).toMatchObject({ verdict: 'cannot-tell', value: '12', required: null });
  });

  it('is the amount of the latest year that has begun, in whatever order the lines were read', () => {
    const rule = ruleWhere(byProposal);
    const turned = { ...rule, amounts: rule.amounts.map((each) => ({ ...each, dated: each.dated.toReversed() })) };
    for (const page of [rule, turned]) {
      const required = [2023, 2024, 2025, 2026, 2031].map(
        (year) => decide(page, enough, { year, asOf: '2026-01-01' }).required,
      );
      expect(required).toEqual([null, '10', '10', '12', '12']);
    }
  });
});

describe('what a finding keeps', () => {
  it('is every fact that its page names and that is known, and no other', () => {
    const { facts } = judged({ 'ethics hours': undefined, 'report day': '2026-12-01' });

    expect(facts).toEqual({
      credential: 'ABC',
      'attestation signed': true,
      'counted hours': 1200,
      'core hours': 400,
      'documents in review': 0,
      'hours in review': 0,
    });
    expect(Object.keys(facts)).not.toContain('ethics hours');
  });

  it('is what is missing, once each, by the names of facts and amounts', () => {
    expect(judged({ 'ethics hours': undefined, 'core hours': undefined })).toMatchObject({
      missing: ['ethics hours', 'core hours'],
    });
    expect(judged({ 'counted hours': undefined }, byProposal, 2020).missing).toEqual([
      'counted hours',
      'needed hours',
      'needed core hours',
    ]);
    expect(judged({ credential: undefined }).missing).toEqual(['credential']);
    expect(judged({}).missing).toEqual([]);
    expect(judged({ 'ethics hours': 100 }).missing).toEqual([]);
    const rule = ruleWhere(byProposal);
    const twice = { ...rule, metWhen: [...rule.metWhen, ...rule.metWhen] };
    expect(decide(twice, { ...enough, 'ethics hours': undefined }, { year: 2026, asOf: '2026-12-31' }).missing).toEqual(
      ['ethics hours'],
    );
  });

  it('is what it waits for: what is open, known or not', () => {
    expect(judged({ 'ethics hours': 100, 'hours in review': 300 })).toMatchObject({
      verdict: 'cannot-tell',
      missing: ['hours in review'],
      why: 'Somebody looks at 3 hours.',
    });
    expect(judged({ 'ethics hours': 100, 'documents in review': undefined })).toMatchObject({
      verdict: 'cannot-tell',
      missing: ['documents in review'],
    });
    expect(judged({ 'ethics hours': 200, 'hours in review': 300 }).verdict).toBe('met');
  });
});

describe('who decides', () => {
  it.each([byProposal, byMachine, byPerson])('of a rule %s: what is met or does not apply needs nobody', (notMetIs) => {
    expect(judged({}, notMetIs).decidedBy).toBe('machine');
    expect(judged({ credential: 'DEF' }, notMetIs).decidedBy).toBe('machine');
    expect(judged({ 'ethics hours': undefined }, notMetIs)).toMatchObject({
      verdict: 'cannot-tell',
      decidedBy: 'person',
    });
  });

  it('of what is not met: whom the page names', () => {
    expect(judged({ 'ethics hours': 100 }, byMachine)).toMatchObject({ verdict: 'not-met', decidedBy: 'machine' });
    expect(judged({ 'ethics hours': 100 }, byProposal)).toMatchObject({ verdict: 'not-met', decidedBy: 'person' });
    expect(judged({ 'ethics hours': 100 }, byPerson)).toMatchObject({
      verdict: 'cannot-tell',
      decidedBy: 'person',
      missing: [],
    });
  });
});

describe('a finding explained', () => {
  const explained = (own: Facts, year = 2026, notMetIs = byProposal) => {
    const rule = ruleWhere(notMetIs);
    return explain(rule, decide(rule, { ...enough, ...own }, { year, asOf: `${year}-12-31` }));
  };

  it('goes through the page line by line, with what was found', () => {
    expect(explained({ 'ethics hours': 150, 'core hours': undefined }).steps).toMatchObject([
      { text: 'credential is ABC', found: 'ABC', holds: 'yes' },
      { text: 'attestation signed is yes', found: 'yes', holds: 'yes' },
      { text: 'counted hours is at least needed hours', found: '12', holds: 'yes' },
      { text: 'ethics hours is at least 2', found: '1.5', holds: 'no' },
      { text: 'core hours is at least needed core hours', found: 'not known', holds: 'unknown' },
      { text: 'documents in review is more than 0', found: '0', holds: 'no' },
      { text: 'hours in review is more than 0', found: '0', holds: 'no' },
    ]);
    expect(explained({}).steps.map(({ part }) => part)).toEqual([
      'applies if',
      ...Array.from({ length: 4 }, () => 'met when'),
      ...Array.from({ length: 2 }, () => 'wait while'),
    ]);
  });

  it('says since when each amount holds and by which page', () => {
    expect(explained({}).sources).toEqual([
      'needed hours: 12 since 2026 (page 4)',
      'needed core hours: 4 since 2026 (page 4)',
    ]);
    expect(explained({}, 2025).sources).toEqual([
      'needed hours: 10 since 2024 (page 3)',
      'needed core hours: 3 since 2024 (page 3)',
    ]);
    expect(explained({}, 2020).sources).toEqual([]);
    const rule = ruleWhere(byProposal);
    const [amount] = rule.amounts;
    if (!amount) throw new Error('the page above has amounts');
    const silent = { ...rule, amounts: [{ ...amount, dated: [{ fromYear: 2024, value: null, source: 'page 3' }] }] };
    const finding = decide(silent, enough, { year: 2026, asOf: '2026-12-31' });
    expect(explain(silent, finding).sources).toEqual(['needed hours: not published since 2024 (page 3)']);
  });

  it('says who decides', () => {
    expect(explained({}).whoDecides).toBe('The machine decides this.');
    expect(explained({ 'ethics hours': 100 }).whoDecides).toBe('A person decides this.');
    expect(explained({ 'ethics hours': 100 }, 2026, byMachine).whoDecides).toBe('The machine decides this.');
  });
});

describe('the sentence for the person', () => {
  const said = (words: string, own: Facts, year = 2026) =>
    decide(ruleWhere(byProposal, words), { ...enough, ...own }, { year, asOf: `${year}-12-31` }).why;

  it('gives amounts that are known, known from and to, or not known', () => {
    const words = '- not met: You have {counted hours} of {needed hours}, {short by} are short.';
    const between = { 'counted hours': undefined, 'counted hours, at least': 300, 'counted hours, at most': 800 };

    expect(said(words, { 'counted hours': 1175 })).toBe('You have 11.75 of 12, 0.25 are short.');
    expect(said(words, between)).toBe('You have 3 to 8 of 12, 0 are short.');
    expect(said(words, { 'ethics hours': 100 })).toBe('You have 12 of 12, 1 are short.');
    const one = '- not met: You have {ethics hours} ethics hours, and {counted hours} hours.';
    expect(said(one, { 'ethics hours': 100, 'counted hours': 100 })).toBe('You have 1 ethics hour, and 1 hour.');
    expect(said(one, { 'ethics hours': 101, 'counted hours': 1100 })).toBe('You have 1.01 ethics hours, and 11 hours.');
    expect(
      said('- met: {counted hours}, {short by}.', { 'counted hours': undefined, 'counted hours, at least': 1300 }),
    ).toBe('13 or more, 0.');
    expect(said('- does not apply: {counted hours}.', { credential: 'DEF', 'counted hours': undefined })).toBe(
      '(not known).',
    );
    expect(said('- cannot tell: {needed hours}.', {}, 2020)).toBe('(needed hours: not published).');
  });

  it('gives a word as it is, and nothing short where nothing is compared', () => {
    expect(said('- met: {credential}.', {})).toBe('ABC.');
    expect(said('- does not apply: {short by}.', { credential: 'DEF' })).toBe('0.');
    expect(said('- cannot tell: {short by}.', {}, 2020)).toBe('0.');
  });

  it('gives days in words', () => {
    expect(said('- met: It came on {report day}.', { 'report day': '2026-12-06' })).toBe(
      'It came on December 6, 2026.',
    );
  });

  it('names all that is missing', () => {
    const words = '- cannot tell: We look for {missing}.';

    expect(said(words, { 'ethics hours': undefined })).toMatch(/^We look for (?! and )[^,]*\.$/);
    expect(said(words, { 'ethics hours': undefined })).not.toContain(' and ');
    expect(said(words, { 'ethics hours': undefined, 'core hours': undefined })).toMatch(
      /^We look for [^,]+ and [^,]+\.$/,
    );
    expect(said(words, { 'counted hours': undefined, 'ethics hours': undefined, 'core hours': undefined })).toMatch(
      /^We look for [^,]+, [^,]+ and [^,]+\.$/,
    );
    expect(said(words, {}, 2020)).toBe(
      'We look for the needed hours for 2020, which we have not found published and the needed core hours for 2020, which we have not found published.',
    );
  });

  it('is the one about the fact that it hangs on, before the one for all', () => {
    const words =
      '- met: All is well.\n- met (ethics hours): Ethics are well.\n- not met (core hours): Core.\n- not met: No.';

    expect(said(words, {})).toBe('Ethics are well.');
    expect(said(words, { 'core hours': 100 })).toBe('Core.');
    expect(said(words, { 'ethics hours': 100 })).toBe('No.');
    expect(said('- not met (core hours): Core.', { 'ethics hours': 100 })).toBe('');
  });
});
