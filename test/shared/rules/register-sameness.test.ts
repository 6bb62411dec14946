import { describe, expect, it } from 'vitest';
import { sameProvider, sameTitle } from '#shared/rules/register-sameness.ts';

describe('two titles', () => {
  it.each([
    ['one slip in two words', 'Recovery Groups', 'Recovry Groups'],
    ['a slip in a word of four letters', 'Peer Work', 'Pear Work'],
    ['two slips in a word of eight letters', 'Recovery Groups', 'Racovary Groups'],
    ['a slip in every third word', 'Helping Peers Plan Better Days Together', 'Helpng Peers Plan Beter Days Together'],
    ['a word written apart', 'Peer Workshop', 'Peer Work Shop'],
    ['other little words', 'Listening for Care in Groups', 'Listening with Care and Groups'],
    ['a subtitle behind a dash', 'Working as Helpers', 'Working as Helpers – An Introduction Evening'],
    ['a subtitle behind a colon', 'Working as Helpers', 'Working as Helpers: An Introduction Evening'],
    [
      'one word of five another, which is four fifths',
      'Helping Peers Plan Their Days',
      'Helping Peers Plan Their Meals',
    ],
    ['four words in another order', 'Planning Days and Weeks Together', 'Planning Weeks and Days Together'],
  ])('with %s are likely one training, whichever is the register', (_what, one, other) => {
    expect([sameTitle(one, other), sameTitle(other, one)]).toEqual(['likely', 'likely']);
  });

  it.each([
    ['one word and a little one', 'Groups', 'In Groups'],
    ['three words in another order', 'Helping Peers Plan', 'Plan Peers Helping'],
    ['three words and one more', 'Helping Peers Plan', 'Helping Peers Plan Webinar'],
    ['two words and one more', 'Peer Support', 'Peer Support Groups'],
    ['no word in common', 'Supporting Families After Loss', 'Writing Good Notes Daily'],
    ['two words of five others', 'Helping Peers Plan Their Days', 'Helping Peers Cook Their Meals'],
    ['one word before the colon', 'Groups', 'Groups: An Evening'],
    ['two slips in four words', 'Working Beside Helpers Today', 'Workng Beside Helpars Today'],
    [
      'a slip beside another word',
      'Helping Peers Plan Better Days Together',
      'Helpng Peers Plan Better Meals Together',
    ],
    ['another number inside a word', 'Peers Covid19', 'Peers Covid18'],
    ['another word of three letters', 'Day Groups', 'Dry Groups'],
    ['three letters beside four', 'Good Car', 'Good Care'],
    ['two slips in a word of seven letters', 'Helpers Groups', 'Hlprs Groups'],
    ['no word at all', '???', 'The'],
    ['a word beside none', '', 'Groups'],
  ])('with %s are not one training, whichever is the register', (_what, one, other) => {
    expect([sameTitle(one, other), sameTitle(other, one)]).toEqual(['none', 'none']);
  });

  it('with the same words are exactly one training', () => {
    expect(sameTitle('The Peers’ Rights & Duties', "PEERS' RIGHTS and duties")).toBe('exact');
  });
});

describe('two providers', () => {
  it.each<[string, string, string | null]>([
    ['no name beside one', 'Cypress House', null],
    ['no name beside an empty one', '', ''],
    ['initials before two words', 'National Alliance of Helpers Gulf Coast', 'NAH Gulf Coast'],
    ['initials alone', 'National Alliance of Helpers', 'NAH'],
    ['a longer name', 'Cypress House', 'Cypress House Academy'],
    ['a slip', 'Cypress House', 'Cypres House'],
  ])('with %s are likely one', (_what, one, other) => {
    expect(sameProvider(one, other)).toBe('likely');
    expect(sameProvider(other ?? '', one)).toBe('likely');
  });

  it.each([
    ['two initials', 'Cypress House', 'CH'],
    ['initials before another place', 'National Alliance of Helpers Gulf', 'NAH Coast'],
    ['initials without the place', 'National Alliance of Helpers Gulf', 'NAH'],
    ['one word of a longer name', 'Cypress House', 'Cypress'],
  ])('with %s are not one', (_what, one, other) => {
    expect([sameProvider(one, other), sameProvider(other, one)]).toEqual(['none', 'none']);
  });
});

describe('whether two names are one does not hang on which of them comes first', () => {
  it.each([
    ['a word of eight letters and one of six', 'Recovery Groups', 'Recvry Groups'],
    ['a word of nine letters and one of seven', 'Listening Groups', 'Listnng Groups'],
  ])('%s', (_what, one, other) => {
    expect(sameTitle(one, other)).toBe(sameTitle(other, one));
  });
});
