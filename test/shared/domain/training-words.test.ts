import { describe, expect, it } from 'vitest';
import { providerWords, titleWords, wordsOf } from '#shared/domain/training-words.ts';

describe('the words of a training', () => {
  it('are plain letters and digits', () => {
    expect(wordsOf(' Peers’ Rights & Blood-Borne "Illness" 101! ')).toEqual([
      ...['peers', 'rights', 'and', 'blood', 'borne', 'illness', '101'],
    ]);
    expect(wordsOf("Ñandú’s `way' R&D")).toEqual(['nandus', 'way', 'r', 'and', 'd']);
    expect(wordsOf(' - ')).toEqual([]);
    expect(wordsOf('ﬁrst')).toEqual(['first']);
  });

  it('are read up to a length that no title has', () => {
    expect(wordsOf('a '.repeat(300))).toHaveLength(200);
    expect(wordsOf(`${' '.repeat(3_999)}ab`)).toEqual(['a']);
  });

  it('of a title are those that tell it apart', () => {
    expect(titleWords('The Art and a Craft of the Peer')).toEqual(['art', 'craft', 'of', 'peer']);
  });

  it('of a provider are those without the form of a company', () => {
    const forms = ['Inc.', 'LLC', 'Ltd', 'Corp', 'Co.', 'The', 'and', 'of'];

    for (const form of forms) expect(providerWords(`Bayou ${form} Recovery`)).toEqual(['bayou', 'recovery']);
  });
});
