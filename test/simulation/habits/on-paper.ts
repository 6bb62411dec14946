import { addDays, daysBetween } from '#shared/domain/day-arithmetic.ts';
import type { Person } from '#test/fixtures/make/people.ts';
import type { Chance } from '../world/chance.ts';
import { besideSummit, type Course, coreChoices, ethicsChoices, summitOf, type Took } from '../world/courses.ts';
import { localInstant } from '../world/local-time.ts';
import type { Bundle, MailIntent, Story } from '../world/story.ts';

/** What a habit is made from. */
export type Life = {
  readonly person: Person;
  readonly chance: Chance;
  readonly year: number;
  readonly roster: readonly Person[];
};

/** An hour of the day at which people write mails, often in the evening. */
export function momentOn(day: string, chance: Chance): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const hour = chance.happens(0.4) ? chance.whole(18, 22) : chance.whole(7, 17);
  return localInstant(day, `${two(hour)}:${two(chance.whole(0, 59))}:${two(chance.whole(0, 59))}`);
}

export function dayBetween(from: string, to: string, chance: Chance): string {
  return addDays(from, chance.whole(0, daysBetween(from, to)));
}

/** These courses, each finished on another day before `until`, and none within a conference of another. */
export function tookAll(courses: readonly Course[], { year, chance }: Life, until: string): Took[] {
  const days = Math.max(courses.length * 3, daysBetween(`${year}-01-06`, until));
  const step = Math.floor(days / courses.length);
  return courses.map((course, i) => {
    if (course.sessions) return { course, on: `${year}-10-09`, startedOn: `${year}-10-08` };
    const on = addDays(`${year}-01-06`, i * step + chance.whole(0, Math.max(0, step - 2)));
    const isAtSummit = on === `${year}-10-08` || on === `${year}-10-09`;
    return { course, on: isAtSummit ? `${year}-10-06` : on };
  });
}

/** A whole year: ten hours or a little more, three of them ethics or a little more. */
export function wholeYear(life: Life, until: string): Took[] {
  const { chance, year } = life;
  const isAtSummit = until > `${year}-10-15` && chance.happens(0.15);
  const courses = isAtSummit
    ? [summitOf(year), ...besideSummit]
    : [...chance.oneOf(ethicsChoices), ...chance.oneOf(coreChoices)];
  return tookAll(chance.shuffled(courses), life, until);
}

export const core = (life: Life): readonly Course[] => life.chance.oneOf(coreChoices);

const greetings = ['Good morning,', 'Hello,', 'Hi,', 'Dear team,'];
const sentences = [
  'my report and my certificates are attached.',
  'here is my continuing education report for this year.',
  'please find my CE report with all certificates.',
];
const subjects = ['CE report', 'My continuing education', 'CEUs', 'Report and certificates', 'Peer CE report'];

type Said = Partial<Pick<MailIntent, 'from' | 'isForged' | 'subject' | 'text' | 'wrapping' | 'nature' | 'papersKey'>>;

/** One person's own mail. `name` tells it from the person's other mails. */
export function ownMail(life: Life, name: string, bundle: Omit<Bundle, 'person'> | null, said: Said = {}): MailIntent {
  const { person, chance } = life;
  const key = `${person.specialistId} ${name}`;
  const first = person.legalName.split(' ')[0] ?? '';
  return {
    ...{ key, papersKey: key, nature: 'papers', people: [person], isForged: false },
    from: { name: person.legalName, address: person.email },
    subject: chance.oneOf(subjects),
    text: `${chance.oneOf(greetings)}\n\n${chance.oneOf(sentences)}\n\n${chance.happens(0.5) ? first : person.legalName}\n`,
    bundles: bundle === null ? [] : [{ person, ...bundle }],
    wrapping: 'files',
    ...said,
  };
}

/** Report and certificates of everything listed. */
export const fullBundle = (lists: readonly Took[]) => ({ report: { lists, isSigned: true }, certificates: lists });

export function storyOf(habit: string, life: Life, rest: Partial<Story>): Story {
  return {
    habit,
    people: [life.person],
    sends: [],
    replies: [],
    isReminded: false,
    isAway: false,
    isStranger: false,
    ...rest,
  };
}

/** So many days after the office asks; most people take their time, and some answer the same day. */
export const someDays = (chance: Chance) => (chance.happens(0.3) ? chance.whole(0, 1) : chance.whole(2, 14));
