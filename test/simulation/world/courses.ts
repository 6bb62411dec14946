import type { Session } from '#test/fixtures/make/content.ts';
import { type Training, trainings } from '#test/fixtures/make/trainings.ts';

/** A training of the made-up world. `isForJob`: an employer makes everybody take it; it is no recovery training. */
export type Course = Training & { readonly isForJob: boolean; readonly sessions?: readonly Session[] };

/** One training that somebody finished on a day. */
export type Took = { readonly course: Course; readonly on: string; readonly startedOn?: string };

const asCourse = (training: Training): Course => ({ ...training, isForJob: false });
const forJob = (training: Training): Course => ({ ...training, isForJob: true });

export const drumming = asCourse(trainings.drumming);
export const gardening = asCourse(trainings.gardening);
export const bloodborne = forJob(trainings.bloodborne);
export const governmentalEthics = forJob(trainings.governmentalEthics);

const core = ['listening', 'planning', 'groups', 'crisis', 'trauma', 'housing', 'story', 'emergencyRoom'] as const;
const moreCore = ['parents', 'wellness', 'advocacy', 'afterSexualTrauma'] as const;
const coreCourses = [...core, ...moreCore].map((name) => asCourse(trainings[name]));

/** Three hours of ethics or a little more. */
export const ethicsChoices: readonly (readonly Course[])[] = [
  [trainings.boundaries],
  [trainings.boundaries],
  [trainings.smallTowns, trainings.keepPrivate],
  [trainings.ethicalNotes, trainings.smallTowns],
  [trainings.peerCode, trainings.smallTowns],
  [trainings.ethicsDay],
].map((each) => each.map(asCourse));

/** A quarter of an hour short of three, and what makes it whole. */
export const shortEthics: readonly Course[] = [trainings.ethicalNotes, trainings.peerCode].map(asCourse);
export const lastEthics: Course = asCourse(trainings.keepPrivate);
/** One hour short without the one that an employer made them take. */
export const twoOfThreeEthics: readonly Course[] = [asCourse(trainings.smallTowns)];

/** Ten hours only together with three more. */
export const besideUnapproved: readonly Course[] = [trainings.boundaries, trainings.planning].map(asCourse);

/** Seven hours of core skills or a little more, in two or three trainings. */
export const coreChoices: readonly (readonly Course[])[] = subsets(coreCourses, [2, 3]).filter((each) => {
  const hours = each.reduce((sum, { hours }) => sum + Number(hours), 0);
  return hours >= 7 && hours <= 9;
});

export function summitOf(year: number): Course {
  return {
    ...asCourse(trainings.summit),
    title: `Pelican Peer Summit ${year}`,
    sessions: [
      { title: 'Opening circle: what peers know', hours: '1.5', ethics: false },
      { title: 'Gifts, rides and phone numbers: an ethics workshop', hours: '1', ethics: true },
      { title: 'Peers beside the ambulance', hours: '2', ethics: false },
      { title: 'Building a recovery cafe', hours: '1.5', ethics: false },
    ],
  };
}

/** What goes with the summit's five hours of core and one of ethics. */
export const besideSummit: readonly Course[] = [asCourse(trainings.smallTowns), asCourse(trainings.housing)];

export function approvedCsvOf(year: number): string {
  const approved = [
    ...Object.values(trainings).filter((one) => one.approved && one !== trainings.summit),
    summitOf(year),
  ];
  const lines = approved.map((t) => `${t.title},${t.provider},${t.hours},${t.ethicsHours},${year}-01-01,${year}-12-31`);
  return `${['title,provider,hours,ethicsHours,approvedFrom,approvedTo', ...lines.sort()].join('\n')}\n`;
}

function subsets(list: readonly Course[], sizes: readonly number[]): Course[][] {
  const all: Course[][] = [[]];
  for (const one of list) all.push(...all.map((each) => [...each, one]));
  return all.filter(({ length }) => sizes.includes(length));
}
