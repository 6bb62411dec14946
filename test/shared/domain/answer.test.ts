import { describe, expect, it } from 'vitest';
import { answeredIn, messageIdOf } from '#shared/domain/answer.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const [one, two] = [submissionIdFor(1), submissionIdFor(2)];

describe('the Message-ID of an answer', () => {
  it('names the mail, and the decision where it is the letter of one', () => {
    expect(messageIdOf(one, null, 'example.org')).toBe(`answer.${one}@example.org`);
    expect(messageIdOf(one, 3, 'example.org')).toBe(`answer.${one}.3@example.org`);
  });

  it('leads back to the mail, each once, whatever else somebody refers to', () => {
    const ids = [
      messageIdOf(one, null, 'example.org'),
      `<${messageIdOf(one, 12, 'x.org')}>`,
      messageIdOf(two, 1, 'x.org'),
    ];

    expect(answeredIn(ids)).toEqual([one, two]);
    expect(answeredIn([messageIdOf(one, null, 'x.org')])).toEqual([one]);
    expect(answeredIn([messageIdOf(one, 12, 'x.org')])).toEqual([one]);
    expect(answeredIn([])).toEqual([]);
    expect(answeredIn(['<other@example.org>', `re.answer.${one}@x.org`, `<<answer.${one}@x.org`])).toEqual([]);
    expect(answeredIn([`answer.${one}.a@x.org`, `answer.${one}.@x.org`, 'answer.sub_short@x.org'])).toEqual([]);
    expect(answeredIn([`answer.${one}`, `answer.SUB_${one.slice(4)}@x.org`])).toEqual([]);
  });
});
