import { describe, expect, it } from 'vitest';
import { measuredVocabulary, readCreditsPage } from '#shared/rules/counting/read-credits-page.ts';

const page = `# What a training must be to count

## Settings

| setting                          | value               | source |
| -------------------------------- | ------------------- | ------ |
| minutes in an hour               | 50                  | page 1 |
| rounding                         | down to 0.25 hours  | page 1 |
| a training in two topics         | counts in each      | page 1 |
| same training again in a period  | not counted twice   | page 1 |
| one training for two credentials | each its own        | page 1 |
| approval                         | list or form        | page 1 |

## Units

| written              | hours each    | decided by | source |
| -------------------- | ------------- | ---------- | ------ |
| hour; Contact Hours  | 1             | machine    | page 2 |
| ceu                  | not published | a person   | page 2 |

## Measures

| measure          | counts    | where           | at most                                  | plus                          | over         | in words    |
| ---------------- | --------- | --------------- | ---------------------------------------- | ----------------------------- | ------------ | ----------- |
| ethics hours     | hours     | topic is ethics |                                          |                               |              |             |
| hours in all     | hours     | any             | 5.5 hours where mode is self paced       | what ethics hours has above 3 | leanest part | all hours   |
| ethics trainings | trainings | topic is ethics |                                          |                               | period       | trainings   |

## Not counted

| where            | what happens     | why      | source |
| ---------------- | ---------------- | -------- | ------ |
| topic is driving | not counted      | no topic | page 4 |
| topic is first aid | a person decides | perhaps  | page 5 |

## Providers

| provider  | class     | source |
| --------- | --------- | ------ |
| The GMHCN | sponsored | page 6 |

## Evidence

| paper       | accepted         | source |
| ----------- | ---------------- | ------ |
| certificate | always           | page 7 |
| letter      | a person decides | page 7 |
`;
const read = (from = '', to = '') => readCreditsPage('credits.md', page.replace(from, to));
const saying = (from: string, to: string) =>
  read(from, to).problems.map(({ page: path, line, says }) => `${path}, ${line}: ${says}`);
const topicIs = (value: string) => [{ attribute: 'topic', isNot: false, values: [value] }];

describe('the page of what counts', () => {
  it('is read whole', () => {
    expect(read().problems).toEqual([]);
    expect(read().read).toEqual({
      units: {
        units: [
          { words: ['hour', 'contact hours'], hoursEach: 100, needsPerson: false },
          { words: ['ceu'], hoursEach: null, needsPerson: true },
        ],
        minutesInHour: 50,
        roundDownTo: 25,
      },
      countsInEach: true,
      repeats: 'not counted twice',
      acrossCredentials: 'each its own',
      approval: 'list or form',
      measures: [
        {
          name: 'ethics hours',
          counts: 'hours',
          where: topicIs('ethics'),
          limit: null,
          surplus: null,
          addsCarriedOver: false,
          over: 'period',
          inWords: 'your ethics hours',
          line: expect.any(Number),
        },
        {
          name: 'hours in all',
          counts: 'hours',
          where: [],
          limit: { hours: 550, where: [{ attribute: 'mode', isNot: false, values: ['self paced'] }] },
          surplus: { measure: 'ethics hours', above: 300 },
          addsCarriedOver: false,
          over: 'leanest part',
          inWords: 'all hours',
          line: expect.any(Number),
        },
        {
          name: 'ethics trainings',
          counts: 'trainings',
          where: topicIs('ethics'),
          limit: null,
          surplus: null,
          addsCarriedOver: false,
          over: 'period',
          inWords: 'trainings',
          line: expect.any(Number),
        },
      ],
      exclusions: [
        { where: topicIs('driving'), tier: 'not counted', why: 'no topic', source: 'page 4' },
        { where: topicIs('first aid'), tier: 'a person decides', why: 'perhaps', source: 'page 5' },
      ],
      providerClasses: { 'the gmhcn': 'sponsored' },
      evidence: [
        { kind: 'certificate', when: 'always' },
        { kind: 'letter', when: 'a person decides' },
      ],
    });
  });

  it.each([
    ['| 50  ', '| 60  ', { minutesInHour: 60 }],
    ['| 50  ', '| not published  ', { minutesInHour: null }],
    ['down to 0.25 hours', 'down to 1 hour', { roundDownTo: 100 }],
    ['down to 0.25 hours', 'down to 0.5 hours', { roundDownTo: 50 }],
    ['down to 0.25 hours', 'down to 0.01 hours', { roundDownTo: 1 }],
    ['down to 0.25 hours', 'none', { roundDownTo: null }],
  ])('hours: "%s" may be "%s"', (from, to, own) => {
    expect(read(from, to).problems).toEqual([]);
    expect(read(from, to).read.units).toEqual({ ...read().read.units, ...own });
  });

  it.each([
    ['counts in each', 'a person decides', { countsInEach: false }],
    ['counts in each', 'not published', { countsInEach: false }],
    ['not counted twice', 'counted again', { repeats: 'counted again' }],
    ['not counted twice', 'a person decides', { repeats: 'a person decides' }],
    ['not counted twice', 'not published', { repeats: null }],
    ['each its own', 'shared', { acrossCredentials: 'shared' }],
    ['each its own', 'not published', { acrossCredentials: null }],
    ['list or form', 'none', { approval: 'none' }],
    ['list or form', 'list', { approval: 'list' }],
    ['list or form', 'after the fact', { approval: 'after the fact' }],
    ['list or form', 'not published', { approval: null }],
  ])('"%s" may be "%s"', (from, to, own) => {
    expect(read(from, to).problems).toEqual([]);
    expect(read(from, to).read).toEqual({ ...read().read, ...own });
  });

  const orNot = ', or: not published.';
  const atMost = 'write under "at most" such as: 5 hours where mode is self paced.';
  const plus =
    'write under "plus" such as: what hours on ethics has above 3, or: hours carried over. The other measure stands before this one.';

  it.each([
    ['| 50  ', '| 45  ', `"minutes in an hour" must be written as: 50 or 60${orNot}`],
    ['| 50  ', '| 150 ', `"minutes in an hour" must be written as: 50 or 60${orNot}`],
    ['| 50  ', '| 505 ', `"minutes in an hour" must be written as: 50 or 60${orNot}`],
    ['down to 0.25', 'up to 0.25', `"rounding" must be written as: "none" or "down to 0.25 hours"${orNot}`],
    ['down to 0.25', 'always down to 0.25', `"rounding" must be written as: "none" or "down to 0.25 hours"${orNot}`],
    ['0.25 hours', '0.25 hours each', `"rounding" must be written as: "none" or "down to 0.25 hours"${orNot}`],
    [
      'counts in each',
      'it counts in each',
      `"a training in two topics" must be written as: "counts in each" or "a person decides"${orNot}`,
    ],
    [
      'counts in each',
      'counts in each topic',
      `"a training in two topics" must be written as: "counts in each" or "a person decides"${orNot}`,
    ],
    [
      'not counted twice',
      'not counted twice or more',
      `"same training again in a period" must be written as: "not counted twice", "a person decides" or "counted again"${orNot}`,
    ],
    [
      'not counted twice',
      'is not counted twice',
      `"same training again in a period" must be written as: "not counted twice", "a person decides" or "counted again"${orNot}`,
    ],
    [
      'each its own',
      'each its own hours',
      `"one training for two credentials" must be written as: "shared" or "each its own"${orNot}`,
    ],
    [
      'each its own',
      'of each its own',
      `"one training for two credentials" must be written as: "shared" or "each its own"${orNot}`,
    ],
    [
      'list or form',
      'a list or form',
      `"approval" must be written as: none, list, list or form, after the fact${orNot}`,
    ],
    [
      'list or form',
      'list or form or none',
      `"approval" must be written as: none, list, list or form, after the fact${orNot}`,
    ],
    [
      '| not published | a person',
      '| many | a person',
      'write hours such as 1 or 10 under "hours each", or: not published.',
    ],
    ['| hours     | any', '| days      | any', 'write "hours" or "trainings" under "counts".'],
    [
      '| ethics trainings |',
      '| ethics hours each |',
      'a measure of hours has the word "hours" in its name, and no other.',
    ],
    ['| hours in all ', '| all ', 'a measure of hours has the word "hours" in its name, and no other.'],
    ['| hours in all ', '| ethics hours ', '"ethics hours" is measured twice.'],
    ['5.5 hours where', '5.5 hours if', atMost],
    ['5.5 hours where', 'about 5.5 hours where', atMost],
    ['5.5 hours where', 'few hours where', atMost],
    ['what ethics hours has', 'what ethics trainings has', plus],
    ['what ethics hours has', 'whatever ethics hours has', plus],
    ['what ethics hours has', 'also what ethics hours has', plus],
    ['has above 3', 'has above three', plus],
    ['has above 3', 'has above 3 h', plus],
    ['| not counted      |', '| never            |', 'write "not counted" or "a person decides" under "what happens".'],
    ['topic is driving', 'subject is driving', 'a training has no "subject". Did you mean "topic"?'],
    ['mode is self paced', 'mode is alone', '"alone" is no mode. Write one of: in person, live online, self paced.'],
    [
      'hours     | topic is ethics',
      'hours     | ethics         ',
      '"ethics" is no condition. Write "any", or such as "topic is ethics".',
    ],
  ])('says what is wrong with "%s" as "%s"', (from, to, says) => {
    const line = page.slice(0, page.indexOf(from)).split('\n').length;

    expect(saying(from, to)).toEqual([`credits.md, ${line}: ${says}`]);
  });

  it('may add what the period before left over', () => {
    const { problems, read: whole } = read('what ethics hours has above 3', 'hours carried over');

    expect(problems).toEqual([]);
    expect(whole.measures.map((each) => [each.surplus, each.addsCarriedOver])).toEqual([
      [null, false],
      [null, true],
      [null, false],
    ]);
  });

  it('gives rules facts to ask', () => {
    expect(measuredVocabulary(read().read.measures)).toEqual({
      'ethics hours': {
        kind: 'hours',
        inWords: 'your ethics hours',
        missing: { one: 'ethics hour', many: 'ethics hours' },
      },
      'hours in all': { kind: 'hours', inWords: 'all hours', missing: { one: 'hour in all', many: 'hours in all' } },
      'ethics trainings': {
        kind: 'count',
        inWords: 'trainings',
        missing: { one: 'ethics training', many: 'ethics trainings' },
      },
    });
  });
});
