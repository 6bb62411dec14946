import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TopicChoice, topicChoiceSchema } from '#shared/domain/topic-choice.ts';
import { suggestTopic, topicChoicesIn } from '#shared/rules/suggest-topic.ts';
import { classifyTraining } from '#shared/rules/topic.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { ann, ben } from '#test/builders/staff.ts';

const said = (own: Partial<TopicChoice> = {}): TopicChoice => ({
  title: 'State Peer Conference',
  provider: 'Cypress Learning, LLC',
  choice: 'core',
  programme: 'louisiana-rpss',
  because: 'Its agenda is about peer work.',
  by: ann,
  at: '2026-03-04T15:00:00.000Z',
  ...own,
});
const suggest = (choices: readonly TopicChoice[], training: { title: string; provider: string | null }) =>
  suggestTopic(choices, training, 'America/Chicago');
const conference = { title: 'The State Peer-Conference', provider: 'Cypress Learning' };

describe('what a reviewer said of a training before', () => {
  test('is suggested for the same title and provider, however they are written, with who said it and when', () => {
    const suggestion = suggest([said()], conference);

    expect(suggestion).toMatchObject({ choice: 'core', from: [said()] });
    expect(suggestion?.why).toBe('A reviewer counted this title as core on March 4, 2026. A suggestion only.');
  });

  test.each([
    ['another title', { title: 'State Peer Convention' }],
    ['another part of a course', { title: 'State Peer Conference, Part 2' }],
    ['another provider', { provider: 'Bayou Academy' }],
    ['no title', { title: '' }],
  ])('is not suggested for %s', (_what, own) => {
    expect(suggest([said()], { ...conference, ...own })).toBeNull();
  });

  test('says that the provider is not certain where one of the two papers names none', () => {
    const silent = suggest([said()], { ...conference, provider: null });

    expect(silent).toMatchObject({ choice: 'core' });
    expect(silent?.why).toContain('not certain that the provider is the same');
    expect(suggest([said({ provider: null })], conference)?.why).toContain('not certain');
  });

  test('is no suggestion where people have said different things: both are shown', () => {
    const both = [said(), said({ by: ben, choice: 'not accepted', at: '2026-05-01T15:00:00.000Z' })];
    const suggestion = suggest(both, conference);

    expect(suggestion?.choice).toBeNull();
    expect(suggestion?.from.map(({ by }) => by)).toEqual([ben, ann]);
    expect(suggestion?.why).toBe(
      'Reviewers differed: did not accept this title on May 1, 2026; counted this title as core on March 4, 2026. A suggestion only.',
    );
  });

  test('is the last word of somebody who changed their mind', () => {
    const changed = [said({ choice: 'ethics', at: '2026-06-01T15:00:00.000Z' }), said()];

    expect(suggest(changed, conference)).toMatchObject({ choice: 'ethics', from: [{ choice: 'ethics' }] });
  });

  test('is never a rule: the title is left to a person as before, whatever was said of it', async () => {
    const programme = await programmeNamed('louisiana-rpss');
    const many = Array.from({ length: 50 }, (_, at) =>
      said({ at: `2026-03-${String((at % 28) + 1).padStart(2, '0')}T15:00:00.000Z` }),
    );
    const suggestion = suggest(many, conference);

    expect(suggestion?.choice).toBe('core');
    expect(Object.keys(suggestion ?? {}).sort()).toEqual(['choice', 'from', 'why']);
    expect(classifyTraining(programme, conference).bucket).toBeNull();
  });

  test('does not hang on the order in which it is kept', () => {
    const choice = fc.record({
      programme: fc.constant('louisiana-rpss'),
      because: fc.constant('Its agenda.'),
      title: fc.constantFrom('State Peer Conference', 'Another Day'),
      provider: fc.constantFrom('Cypress Learning', 'Bayou Academy', null),
      choice: fc.constantFrom('ethics' as const, 'core' as const, 'not accepted' as const),
      by: fc.constantFrom(ann, ben),
      at: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString()),
    });
    fc.assert(
      fc.property(fc.uniqueArray(choice, { maxLength: 8, selector: ({ at }) => at }), (all) => {
        expect(suggest(all.toReversed(), conference)).toEqual(suggest(all, conference));
      }),
    );
  });

  test('is kept only with who said it and when', () => {
    expect(topicChoiceSchema.safeParse(said()).success).toBe(true);
    expect(topicChoiceSchema.safeParse({ ...said(), by: '' }).success).toBe(false);
  });

  test('is dated by the day where the programme lives', () => {
    const late = suggest([said({ at: '2026-03-05T03:00:00.000Z' })], conference);

    expect(late?.why).toContain('on March 4, 2026');
  });

  test('can be one of the programme’s own buckets, or that it is not accepted', async () => {
    expect(topicChoicesIn(await programmeNamed('louisiana-rpss'))).toEqual(['core', 'ethics', 'not accepted']);
    expect(topicChoicesIn(await programmeNamed('ohio-peer-supporter'))).toContain('human trafficking');
    expect(topicChoicesIn(await programmeNamed('tennessee-cprs-earlier'))).toEqual(['ethics', 'not accepted']);
  });
});
