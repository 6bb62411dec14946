import { describe, expect, it } from 'vitest';
import type { AcceptedEvidence } from '#shared/rules/counting/approval.ts';
import type { Measure } from '#shared/rules/counting/measure.ts';
import type { PeriodRule } from '#shared/rules/period/period.ts';
import type { Programme, Rule } from '#shared/rules/programme.ts';
import { programmeInLines } from '#shared/rules/programme-in-lines.ts';
import type { MapRow } from '#shared/rules/topics/topic-book.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const written = await programmeNamed('louisiana-rpss');
const [anyRule] = written.rules;
if (!anyRule) throw new Error('louisiana-rpss has no rule to copy');

const credential = (word: string) => ({ word, meaning: word, aliases: [], basis: '', application: null });
const rule = (own: Partial<Rule>): Rule => ({ ...anyRule, shadowSince: null, examples: [], ...own });
const [example] = anyRule.examples;
if (!example) throw new Error('the first rule of louisiana-rpss has no example to copy');

/** A programme that has published nothing: its pages are there and say so. */
const silent: Programme = {
  ...written,
  name: 'Silent Programme',
  credentials: [credential('SP')],
  rules: [],
  eligibility: [],
  shadow: [],
  period: {
    periods: [],
    lateSteps: [],
    carryOver: { isAllowed: null, atMost: null, keptFor: null, makeUp: null },
    waivers: [],
  },
  counting: {
    units: { units: [], minutesInHour: null, roundDownTo: null },
    measures: [],
    exclusions: [],
    countsInEach: false,
    providerClasses: {},
    repeats: null,
    acrossCredentials: null,
    approval: null,
    evidence: [],
  },
  conditions: {
    stated: [],
    attestations: [],
    channels: [],
    audit: { mode: null, share: null, exempt: null, keepYears: null },
    whoDecides: {},
  },
  topics: { pages: [], signals: [], map: [], examples: [] },
};

const period: PeriodRule = {
  fromYear: 2024,
  basis: 'calendar year',
  countedFrom: 'certification day',
  months: 24,
  endsOn: { month: 12, day: 31, years: 'every' },
  subPeriodMonths: null,
  firstPeriod: null,
  windowOpens: null,
  due: null,
  windowCloses: null,
};
const measure = (name: string): Measure => ({
  name,
  counts: 'hours',
  where: [],
  limit: null,
  surplus: null,
  addsCarriedOver: false,
  over: 'period',
  inWords: '',
  line: 1,
});
const counts = (topic: string, countsAs: string): MapRow => {
  return { topic, countsAs, onlyBesidePeers: false, list: '', page: '', line: 1, citation: '' };
};
const late = (step: string, fee: string) => ({ upToDays: null, step, fee, effect: '', source: '' });

/** The lines of the silent programme where it says something after all. */
const saying = (own: Partial<Programme>) => programmeInLines({ ...silent, ...own });
const { counting, conditions } = silent;

describe('a programme that has published nothing', () => {
  it('says so in every line', () => {
    expect(programmeInLines(silent)).toEqual([
      'Silent Programme (SP)',
      '',
      'when late    none',
      'left over    not published; missed hours: not published',
      'waivers      none',
      'units        none; minutes in an hour: not published',
      'measures     none',
      'not counted  none',
      'topics       none',
      'again        not published; for two credentials: not published',
      'approval     not published',
      'evidence     none',
      'people know  none',
      'signed       none',
      'ways         none',
      'audit        not published; papers kept: not published',
      '',
    ]);
  });

  it('still has a line for a period of which only the kind is known', () => {
    const periods = [{ ...period, countedFrom: null, months: null }];
    expect(saying({ period: { ...silent.period, periods } })).toContain(
      'period       from 2024: calendar year, not published, counted from not published',
    );
  });
});

describe('what a programme has published', () => {
  it('begins with its name and the words of all its credentials', () => {
    expect(saying({ credentials: [credential('ONE'), credential('TWO')] })[0]).toBe('Silent Programme (ONE, TWO)');
  });

  it('has one line for each time the period changed, then steps, left over hours and waivers', () => {
    const lines = saying({
      period: {
        periods: [
          period,
          { ...period, fromYear: 2026, basis: 'anniversary', countedFrom: 'first training day', months: 12 },
        ],
        lateSteps: [late('grace', '$0'), late('lapsed', '$50')],
        carryOver: { isAllowed: true, atMost: null, keptFor: null, makeUp: false },
        waivers: [
          { reason: 'illness', evidence: '', effect: '', source: '' },
          { reason: 'service', evidence: '', effect: '', source: '' },
        ],
      },
    });
    expect(lines.slice(2, 7)).toEqual([
      'period       from 2024: calendar year, 24 months, counted from certification day',
      'period       from 2026: anniversary, 12 months, counted from first training day',
      'when late    grace ($0), lapsed ($50)',
      'left over    kept; missed hours: cannot be made up',
      'waivers      illness, service',
    ]);
  });

  it('says the other way round when hours are lost and may be made up', () => {
    const carryOver = { isAllowed: false, atMost: null, keptFor: null, makeUp: true };
    expect(saying({ period: { ...silent.period, carryOver } })).toContain(
      'left over    lost; missed hours: may be made up',
    );
  });

  it('names each unit by its first word, each measure, and why something is not counted', () => {
    const lines = saying({
      counting: {
        ...counting,
        units: {
          units: [
            { words: ['hour', 'hours'], hoursEach: 100, needsPerson: false },
            { words: ['ceu'], hoursEach: 1000, needsPerson: true },
            { words: [], hoursEach: null, needsPerson: true },
          ],
          minutesInHour: 50,
          roundDownTo: null,
        },
        measures: [measure('total hours'), measure('ethics hours')],
        exclusions: [
          { where: [], tier: 'not counted', why: 'staff meeting', source: '' },
          { where: [], tier: 'a person decides', why: 'first aid', source: '' },
        ],
      },
    });
    expect(lines.slice(5, 8)).toEqual([
      'units        hour, ceu, ; minutes in an hour: 50',
      'measures     total hours, ethics hours',
      'not counted  staff meeting, first aid',
    ]);
  });

  it('puts together the topics that count as the same, in the order of the map', () => {
    const map = [counts('boundaries', 'ethics'), counts('wellness', 'core'), counts('privacy', 'ethics')];
    expect(saying({ topics: { ...silent.topics, map } })).toContain(
      'topics       ethics (boundaries; privacy), core (wellness)',
    );
  });

  it('says what holds for repeats, for two credentials, for approval, and which evidence is taken', () => {
    const evidence: AcceptedEvidence[] = [
      { kind: 'certificate', when: 'always' },
      { kind: 'transcript', when: 'a person decides' },
    ];
    const lines = saying({
      counting: { ...counting, repeats: 'counted again', acrossCredentials: 'shared', approval: 'list', evidence },
    });
    expect(lines.slice(9, 12)).toEqual([
      'again        counted again; for two credentials: shared',
      'approval     list',
      'evidence     certificate (always), transcript (a person decides)',
    ]);
  });

  it('says what only people know, who signs what, and which ways are closed', () => {
    const lines = saying({
      conditions: {
        ...conditions,
        stated: [
          { name: 'hours owed', kind: 'hours', inWords: '', unlessTold: 'unknown' },
          { name: 'fee paid', kind: 'yes-no', inWords: '', unlessTold: 'unknown' },
        ],
        attestations: [
          { statement: 'all true', signedBy: 'the person', often: '' },
          { statement: 'was there', signedBy: 'the supervisor', often: '' },
        ],
        channels: [
          { way: 'portal', isTaken: true },
          { way: 'fax', isTaken: false },
        ],
      },
    });
    expect(lines.slice(12, 15)).toEqual([
      'people know  hours owed, fee paid',
      'signed       all true (the person), was there (the supervisor)',
      'ways         portal, not fax',
    ]);
  });

  it('says of an audit the share, who is not drawn and how long papers are kept, each only where known', () => {
    const audit = (own: Partial<typeof conditions.audit>) =>
      saying({ conditions: { ...conditions, audit: { ...conditions.audit, ...own } } }).at(-2);
    expect(audit({ mode: 'a sample', share: '10', exempt: 'new people', keepYears: 3 })).toBe(
      'audit        a sample, 10 percent, not new people; papers kept: 3 years',
    );
    expect(audit({ mode: 'all papers', keepYears: 5 })).toBe('audit        all papers; papers kept: 5 years');
    expect(audit({ mode: 'a sample', share: '5' })).toBe(
      'audit        a sample, 5 percent; papers kept: not published',
    );
  });
});

describe('the rules of a programme', () => {
  it('come last: live ones, those of applications, then those in shadow with their day', () => {
    const lines = saying({
      rules: [
        rule({ id: 'CE-1', severity: 'A', title: 'Enough hours', examples: Array.from({ length: 12 }, () => example) }),
      ],
      eligibility: [rule({ id: 'EL-1', severity: 'H', title: 'Old enough', examples: [example] })],
      shadow: [rule({ id: 'CE-2', severity: 'R', title: 'More hours', shadowSince: '2026-01-31' })],
    });
    expect(lines.slice(-4)).toEqual([
      '',
      'CE-1  A  12 examples  Enough hours',
      'EL-1  H   1 examples  Old enough',
      'CE-2  R   0 examples  More hours (in shadow since 2026-01-31)',
    ]);
  });
});
