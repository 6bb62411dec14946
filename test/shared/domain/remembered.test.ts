import { describe, expect, it } from 'vitest';
import { remembered } from '#shared/domain/remembered.ts';

function asked() {
  const texts: string[] = [];
  const lengthOf = remembered((text: string) => {
    texts.push(text);
    return [text.length];
  });
  return { texts, lengthOf };
}

describe('an answer about a text', () => {
  it('is worked out once, and is the same ever after', () => {
    const { texts, lengthOf } = asked();
    expect([lengthOf('Ethics'), lengthOf('Ethics'), lengthOf('')]).toEqual([[6], [6], [0]]);
    expect(lengthOf('Ethics')).toBe(lengthOf('Ethics'));
    expect(texts).toEqual(['Ethics', '']);
  });

  it('about a text too long for a title is worked out each time', () => {
    const { texts, lengthOf } = asked();
    const long = 'x'.repeat(1_001);
    expect([lengthOf(long), lengthOf(long)]).toEqual([[1_001], [1_001]]);
    expect(texts).toHaveLength(2);
  });

  it('is forgotten when thousands of others were asked about, and not while it is asked about itself', () => {
    const { texts, lengthOf } = asked();
    lengthOf('rare');
    for (let number = 0; number < 5_000; number += 1) {
      lengthOf(`title ${number}`);
      lengthOf('often');
    }
    lengthOf('rare');
    expect(texts.filter((text) => text === 'rare')).toHaveLength(2);
    expect(texts.filter((text) => text === 'often')).toHaveLength(1);
  });
});
