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
  return isContradicted || isOpen ? [concern('topic-unclear', read.why, about, 'courseTitle')] : [];
}

function asksForBuckets(programme: Programme): boolean {
  const sums = bucketSchema.options.map((bucket) => `${bucket} hours`);
  return everyRule(programme).some(({ metWhen }) => metWhen.some(({ fact }) => sums.includes(fact)));
}
