import { bucketSchema } from '#shared/domain/credit.ts';
import { everyRule, type Programme } from '#shared/rules/programme.ts';
import { type Classification, classifyTraining, type TitleToSort } from '#shared/rules/topic.ts';
import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';

/**
 * Where nothing else stands against a training that is in no register, its title alone says what it counts as. What the
 * title does not surely show is a person's: where rules ask the sums of the buckets, or the report form says otherwise.
 */
export function topicConcerns(
  programme: Programme,
  training: TitleToSort,
  read: Classification,
  about: ClaimDocument | null,
): Concern[] {
  const isSure = read.topics?.length === 1;
  const isContradicted =
    read.topics === null && classifyTraining(programme, { ...training, claimedCategory: null }).topics;
  const isOpen = asksForBuckets(programme) && !isSure;
  return isContradicted || isOpen ? [topicDoubt('topic-unclear', training.title, read, about)] : [];
}

function asksForBuckets(programme: Programme): boolean {
  const sums = bucketSchema.options.map((bucket) => `${bucket} hours`);
  return everyRule(programme).some(({ metWhen }) => metWhen.some(({ fact }) => sums.includes(fact)));
}

const plainly = {
  'excluded-training': (title: string) => `${title} looks like a training that the programme does not accept.`,
  'possible-mandatory-training': (title: string) => `${title} may be a training that a job requires.`,
  'topic-unclear': (title: string) => `It is not clear what ${title} counts as.`,
} as const;

/** The sender reads which training it is about; by which words of which page it was seen is for people of the office. */
export function topicDoubt(
  code: keyof typeof plainly,
  title: string,
  read: Classification,
  about: ClaimDocument | null,
): Concern {
  const named = title === '' ? 'A training' : `"${title}"`;
  return {
    ...concern(code, `${plainly[code](named)} A person will look at it.`, about, 'courseTitle'),
    detail: read.why,
  };
}
