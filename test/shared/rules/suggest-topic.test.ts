import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TopicChoice, topicChoiceSchema } from '#shared/domain/topic-choice.ts';
import { suggestTopic } from '#shared/rules/suggest-topic.ts';
import { classifyTraining } from '#shared/rules/topic.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const said = (own: Partial<TopicChoice> = {}): TopicChoice => ({
  title: 'State Peer Conference',
  provider: 'Cypress Learning, LLC',
  choice: 'core',
  by: 'reviewer-1',
  at: '2026-03-04T15:00:00.000Z',
  ...own,
});
const conference = { title: 'The State Peer-Conference', provider: 'Cypress Learning' };

describe('what a reviewer said of a training before', () => {
  test('is suggested for the same title and provider, however they are written, with who said it and when', () => {
    const suggestion = suggestTopic([said()], conference);

    expect(suggestion).toMatchObject({ choice: 'core', from: [said()] });
    expect(suggestion?.why).toBe('Decided before: "State Peer Conference" as core by reviewer-1 on 2026-03-04.');
  });

  test.each([
    ['another title', { title: 'State Peer Convention' }],
    ['another part of a course', { title: 'State Peer Conference, Part 2' }],
    ['another provider', { provider: 'Bayou Academy' }],
    ['no title', { title: '' }],
  ])('is not suggested for %s', (_what, own) => {
    expect(suggestTopic([said()], { ...conference, ...own })).toBeNull();
  });

  test('says that the provider is not certain where one of the two papers names none', () => {
    const silent = suggestTopic([said()], { ...conference, provider: null });

    expect(silent).toMatchObject({ choice: 'core' });
    expect(silent?.why).toContain('not certain that the provider is the same');
    expect(suggestTopic([said({ provider: null })], conference)?.why).toContain('not certain');
  });

  test('is no suggestion where people have said different things: both are shown', () => {
    const both = [said(), said({ by: 'reviewer-2', choice: 'not accepted', at: '2026-05-01T15:00:00.000Z' })];
    const suggestion = suggestTopic(both, conference);

    expect(suggestion?.choice).toBeNull();
    expect(suggestion?.from.map(({ by }) => by)).toEqual(['reviewer-2', 'reviewer-1']);
    expect(suggestion?.why).toContain('"State Peer Conference" as not accepted by reviewer-2 on 2026-05-01');
  });

  test('is the last word of somebody who changed their mind', () => {
    const changed = [said({ choice: 'ethics', at: '2026-06-01T15:00:00.000Z' }), said()];

    expect(suggestTopic(changed, conference)).toMatchObject({ choice: 'ethics', from: [{ choice: 'ethics' }] });
  });

  test('is never a rule: the title is left to a person as before, whatever was said of it', async () => {
    const programme = await programmeNamed('louisiana-rpss');
    const many = Array.from({ length: 50 }, (_, at) => said({ by: `reviewer-${at}` }));
    const suggestion = suggestTopic(many, conference);

    expect(suggestion?.choice).toBe('core');
    expect(Object.keys(suggestion ?? {}).sort()).toEqual(['choice', 'from', 'why']);
    expect(classifyTraining(programme, conference).bucket).toBeNull();
  });

  test('does not hang on the order in which it is kept', () => {
    const choice = fc.record({
      title: fc.constantFrom('State Peer Conference', 'Another Day'),
      provider: fc.constantFrom('Cypress Learning', 'Bayou Academy', null),
      choice: fc.constantFrom('ethics' as const, 'core' as const, 'not accepted' as const),
      by: fc.constantFrom('reviewer-1', 'reviewer-2'),
      at: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString()),
    });
    fc.assert(
      fc.property(fc.uniqueArray(choice, { maxLength: 8, selector: ({ at }) => at }), (all) => {
        expect(suggestTopic(all.toReversed(), conference)).toEqual(suggestTopic(all, conference));
      }),
    );
  });

  test('is kept only with who said it and when', () => {
    expect(topicChoiceSchema.safeParse(said()).success).toBe(true);
    expect(topicChoiceSchema.safeParse(said({ by: '' })).success).toBe(false);
  });
});
