import { addDays } from '#shared/domain/day-arithmetic.ts';
import {
  besideUnapproved,
  bloodborne,
  type Course,
  drumming,
  gardening,
  governmentalEthics,
  lastEthics,
  shortEthics,
  type Took,
  twoOfThreeEthics,
} from '../world/courses.ts';
import type { Bundle, MailIntent, Story } from '../world/story.ts';
import {
  core,
  dayBetween,
  fullBundle,
  type Life,
  momentOn,
  ownMail,
  someDays,
  storyOf,
  tookAll,
  wholeYear,
} from './on-paper.ts';

type Given = Omit<Bundle, 'person'>;

/** A first mail between summer and December, and what is sent when the office asks. */
function asked(habit: string, life: Life, packs: (until: string) => { first: Given; reply: Given | null }): Story {
  const { chance, year } = life;
  const day = dayBetween(`${year}-06-15`, `${year}-12-15`, chance);
  const { first, reply: next } = packs(addDays(day, -4));
  const reply = (given: Given): MailIntent =>
    ownMail(life, 'reply', given, { subject: 'Re: Your continuing education report' });
  return storyOf(habit, life, {
    sends: [{ at: momentOn(day, chance), mail: ownMail(life, 'report', first) }],
    replies: next === null ? [] : [{ afterDays: someDays(chance), mail: reply(next) }],
  });
}

const listed = (lists: readonly Took[], certificates: Given['certificates'] = lists): Given => {
  return { report: { lists, isSigned: true }, certificates };
};

/** One certificate was forgotten, and is sent when asked for. */
export const missingPage = (life: Life): Story =>
  asked('missing page', life, (until) => {
    const lists = wholeYear(life, until);
    const left = life.chance.oneOf(lists);
    return {
      first: listed(
        lists,
        lists.filter((took) => took !== left),
      ),
      reply: { certificates: [left] },
    };
  });

/** Never sends what is missing. */
export const givesUp = (life: Life): Story => {
  const story = missingPage(life);
  return { ...story, habit: 'gives up', replies: [] };
};

/** Statement not ticked, no signature; a signed form when asked. */
export const unsigned = (life: Life): Story =>
  asked('unsigned', life, (until) => {
    const lists = wholeYear(life, until);
    return {
      first: { report: { lists, isSigned: false }, certificates: lists },
      reply: { report: { lists, isSigned: true }, certificates: [] },
    };
  });

/** A certificate behind a password, and then without. */
export const lockedFile = (life: Life): Story =>
  asked('locked file', life, (until) => {
    const lists = wholeYear(life, until);
    const [first, ...rest] = lists;
    if (!first) return { first: listed(lists), reply: null };
    return { first: listed(lists, [{ ...first, isLocked: true }, ...rest]), reply: { certificates: [first] } };
  });

/** Certificates alone; the form when asked. */
export const noForm = (life: Life): Story =>
  asked('no form', life, (until) => {
    const lists = wholeYear(life, until);
    return { first: { certificates: lists }, reply: { report: { lists, isSigned: true }, certificates: [] } };
  });

/** A quarter of an hour of ethics too few, and one more training when asked. */
export const ethicsShort = (life: Life): Story =>
  asked('ethics short', life, (until) => {
    const lists = tookAll([...shortEthics, ...core(life)], life, until);
    const more: Took = { course: lastEthics, on: addDays(until, 2) };
    return { first: listed(lists), reply: listed([...lists, more], [more]) };
  });

/** A training that nobody approved, with its own form at once, or when asked. */
export const guidanceAtOnce = (life: Life): Story =>
  asked('guidance form', life, (until) => {
    const { lists, own } = withUnapproved(life, until, life.chance.oneOf([drumming, gardening]));
    return { first: { ...listed(lists), guidance: [own] }, reply: null };
  });
export const guidanceWhenAsked = (life: Life): Story =>
  asked('guidance form when asked', life, (until) => {
    const { lists, own } = withUnapproved(life, until, life.chance.oneOf([drumming, gardening]));
    return { first: listed(lists), reply: { certificates: [], guidance: [own] } };
  });

/** Ten hours only with the one that nobody approved. */
function withUnapproved(life: Life, until: string, course: Course): { lists: Took[]; own: Took } {
  const lists = tookAll([...besideUnapproved, course], life, until);
  const own = lists.find((took) => took.course === course);
  if (!own) throw new Error('the training was not taken');
  return { lists, own };
}

/** A training that the job asks for, beside enough others. */
export const jobTraining = (life: Life): Story =>
  asked('job training', life, (until) => ({ first: listed(withOneMore(life, until, bloodborne)), reply: null }));

const withOneMore = (life: Life, until: string, course: Course): Took[] => [
  ...wholeYear(life, addDays(until, -8)),
  { course, on: addDays(until, -3) },
];

/** A public servant's yearly course counted as ethics: an hour short without it. */
export const stateEthics = (life: Life): Story =>
  asked('state ethics', life, (until) => {
    const lists = tookAll([...twoOfThreeEthics, governmentalEthics, ...core(life)], life, until);
    const more: Took = { course: lastEthics, on: addDays(until, 2) };
    return { first: listed(lists), reply: listed([...lists, more], [more]) };
  });

/** A colleague's certificate by mistake; the own one when asked. */
export const colleagues = (life: Life): Story =>
  asked("colleague's certificate", life, (until) => {
    const { chance, person, roster } = life;
    const lists = wholeYear(life, until);
    const wrong = chance.oneOf(lists);
    const printedFor = chance.oneOf(roster.filter(({ specialistId }) => specialistId !== person.specialistId));
    const sent = lists.map((took) => (took === wrong ? { ...took, printedFor } : took));
    return { first: listed(lists, sent), reply: { certificates: [wrong] } };
  });

/** A certificate of the year before, listed among the others: short without it, and another training when asked. */
export const lastYears = (life: Life): Story =>
  asked("last year's certificate", life, (until) => {
    const { year } = life;
    const lists = wholeYear(life, until);
    const old = life.chance.oneOf(lists.filter(({ course }) => !course.sessions));
    const on = old.on.replace(String(year), String(year - 1));
    const first = lists.map((took) => (took === old ? { ...took, on } : took));
    const again: Took = { ...old, on: addDays(until, 2) };
    const all = lists.map((took) => (took === old ? again : took));
    return { first: listed(first), reply: listed(all, [again]) };
  });

/** Trained this year, so nothing is due yet; some ask all the same. */
export function firstYear(life: Life): Story {
  const { chance, year, person } = life;
  const trained = { ...person, initialTrainingDate: `${year}-0${chance.whole(1, 6)}-15` };
  const own = { ...life, person: trained };
  const story = storyOf('first year', own, {});
  if (chance.happens(0.6)) return story;
  const lists = tookAll(core(own), own, `${year}-12-01`).filter(({ on }) => on > trained.initialTrainingDate);
  const day = dayBetween(`${year}-12-05`, `${year}-12-20`, chance);
  return { ...story, sends: [{ at: momentOn(day, chance), mail: ownMail(own, 'report', fullBundle(lists)) }] };
}
