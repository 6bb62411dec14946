import type { KeptMails, Taken } from '../kept-mails.ts';
import type { YearLived } from '../run-year.ts';
import { isCleared, mayCount, yearTruth } from '../truth.ts';
import { localDay } from '../world/local-time.ts';
import type { Check } from './check.ts';

/** What the machine decided with nobody looking, held against what the papers say. There must be no wrong one. */
export function noWrongDecision({ mails, wish }: YearLived): Check {
  // what comes of a mail that was split is said of each of its parts
  const broken = mails.all.filter(isOneCase).flatMap((taken) => {
    const why = whyWrong(taken, mails, wish.year);
    return why === null ? [] : [`${taken.mail.intent.key}: ${taken.first ?? 'nothing'} by the machine, though ${why}`];
  });
  const looked = mails.all.filter(({ first }) => first !== 'needs-review').length;
  return { says: 'no wrong decision of the machine alone', looked, broken };
}

const isOneCase = ({ first, mail }: Taken) => first !== 'split' || mail.intent.people.length < 2;

function whyWrong(taken: Taken, mails: KeptMails, year: number): string | null {
  const { first, mail } = taken;
  const { nature, papersKey } = mail.intent;
  if (first === 'needs-review') return null;
  if (first === 'not-a-submission') return nature === 'automatic' ? null : 'a person wrote it';
  if (first === 'duplicate') {
    const isAgain = mails.all.some(
      (other) => other !== taken && other.mail.intent.papersKey === papersKey && other.mail.at < mail.at,
    );
    return isAgain ? null : 'its papers are new';
  }
  const needs = whyPerson(taken, mails, year);
  if (first === 'accepted') return needs ?? (isWhole(taken, mails, year) ? null : 'something lacks');
  if (first === 'needs-sender') return isWhole(taken, mails, year) && needs === null ? 'nothing lacks' : null;
  return 'nothing in it is dangerous';
}

function isWhole({ mail }: Taken, mails: KeptMails, year: number): boolean {
  const { mails: until } = mails.knownOf(mail, Date.parse(mail.at));
  return mail.intent.people.every((person) => yearTruth(person, year, until).isWhole);
}

/** Why a person of the office has to look at a mail, by what is in it; null: the machine may decide alone. */
export function whyPerson({ mail }: Taken, mails: KeptMails, year: number): string | null {
  const { intent, papers, at } = mail;
  const [person, ...others] = intent.people;
  if (intent.nature !== 'papers') return 'it is no report';
  if (!person || others.length > 0) return 'it is about several people';
  if (intent.isForged) return 'its address failed its proof';
  if (intent.from.address !== person.email) return 'it came from an address that is not on file';
  const { mails: until } = mails.knownOf(mail, Date.parse(at));
  if (!yearTruth(person, year, until).isDue) return 'nothing is due from them';
  if (localDay(at) > `${year}-12-31`) return 'it came too late';
  const states = papers.map((paper) => paper.states);
  if (states.some((one) => 'of' in one && one.of !== person.specialistId)) return 'a paper is of somebody else';
  const tooks = states.flatMap((one) => (one.what === 'certificate' ? [one.took] : []));
  if (tooks.some((took) => took.course.isForJob)) return 'a job asks for one of the trainings';
  if (tooks.some((took) => !mayCount(took, year))) return 'a training is of another year';
  const held = until.flatMap((each) =>
    each.papers.flatMap(({ states: one }) => (one.what === 'certificate' ? [one.took] : [])),
  );
  if (tooks.some((took) => held.some((other) => other.course.title === took.course.title && other.on !== took.on)))
    return 'a training is there twice';
  const isExplained = (took: (typeof tooks)[number]) => !took.course.approved && isCleared(took, person, until);
  const certified = until.flatMap((each) => each.papers).map((paper) => paper.states);
  if (certified.some((one) => one.what === 'certificate' && isExplained(one.took)))
    return 'a training was approved by nobody before';
  return null;
}
