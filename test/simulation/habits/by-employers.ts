import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { Person } from '#test/fixtures/make/people.ts';
import type { Chance } from '../world/chance.ts';
import { employers } from '../world/people.ts';
import type { Bundle, MailIntent, Story } from '../world/story.ts';
import { dayBetween, fullBundle, type Life, momentOn, someDays, wholeYear } from './on-paper.ts';

type Around = { chance: Chance; year: number; roster: readonly Person[] };

/** An employer sends the papers of several people in one mail; of some batches a certificate is missing, and follows. */
export function batchOf(people: readonly Person[], around: Around): Story {
  const { chance, year } = around;
  const day = dayBetween(`${year}-10-15`, `${year}-12-10`, chance);
  const isShort = chance.happens(0.3);
  const bundles: Bundle[] = people.map((person) => ({
    person,
    ...fullBundle(wholeYear({ person, ...around } satisfies Life, addDays(day, -4))),
  }));
  const [first, ...rest] = bundles;
  const left = first?.certificates.at(-1);
  if (!first || !left) throw new Error('an employer sends papers of somebody');
  const sent = isShort ? [{ ...first, certificates: first.certificates.slice(0, -1) }, ...rest] : bundles;
  const mail = mailOf(people, 'batch', sent);
  const reply = mailOf([first.person], 'batch reply', [{ person: first.person, certificates: [left] }]);
  return {
    ...{ habit: 'employer batch', people, isReminded: false, isAway: false, isStranger: false },
    sends: [{ at: momentOn(day, chance), mail }],
    replies: isShort ? [{ afterDays: someDays(chance), mail: reply }] : [],
  };
}

function mailOf(people: readonly Person[], name: string, bundles: readonly Bundle[]): MailIntent {
  const key = `${people.map(({ specialistId }) => specialistId).join(' ')} ${name}`;
  const employer = employers.find((each) => each.name === people[0]?.employer);
  return {
    ...{ key, papersKey: key, nature: 'papers', people, isForged: false, wrapping: 'files', bundles },
    from: {
      name: `Office of ${employer?.name ?? 'an employer'}`,
      address: `office@${employer?.domain ?? 'example.org'}`,
    },
    subject: 'Reports of our peer specialists',
    text: `Hello,\n\nattached are the papers of ${people.length} of our peer specialists.\n\nThe office\n`,
  };
}

/** Somebody who invites the office to something: no case of anybody. */
export function invitation(number: number, { chance, year }: Omit<Around, 'roster'>): Story {
  const names = ['Magnolia Street Clubhouse', 'Rosewood Drop-In Center', 'Levee Road Arts House'];
  const name = chance.oneOf(names);
  const key = `invitation ${number}`;
  const mail: MailIntent = {
    ...{ key, papersKey: key, nature: 'invitation', people: [], isForged: false, wrapping: 'files', bundles: [] },
    from: { name, address: `hello@${name.toLowerCase().replace(/[^a-z]/g, '')}.example.org` },
    subject: 'You are invited',
    text: 'Please see our letter.\n',
  };
  const sends = [{ at: momentOn(dayBetween(`${year}-01-10`, `${year}-12-20`, chance), chance), mail }];
  return {
    ...{ habit: 'invitation', people: [], replies: [], isReminded: false, isAway: false, isStranger: true },
    sends,
  };
}
