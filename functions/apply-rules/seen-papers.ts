import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { hasUnsureName } from '#shared/domain/unsure-name.ts';
import { type ClaimDocument, fieldOf, isSeenOnly, type Training, textOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';

/**
 * What a picture may be the cause of: a word misread makes a training look unlisted, unapproved or nobody's. Nobody is
 * asked to send a form because of that; a person looks at the picture first.
 */
export function softened(concerns: readonly Concern[], training: Training): Concern[] {
  if (!isSeenOnly(training.certificate)) return [...concerns];
  const isTitleSure = hasTwoTitles(training);
  return concerns.map((one) => {
    const mayBeMisread =
      one.code === 'unlisted-certificate' ||
      (one.code === 'name-mismatch' && one.field === 'attendeeName') ||
      (one.code === 'missing-guidance-form' && !isTitleSure);
    return mayBeMisread ? misread(one) : one;
  });
}

function misread({ about, field }: Concern): Concern {
  const why = 'A paper is a picture that could not be read with certainty; a person will look at it.';
  return concern('low-confidence', why, about, field);
}

/** Form and certificate name the training alike: two readings that agree. */
function hasTwoTitles({ certificate, reported }: Training): boolean {
  const [printed, listed] = [textOf(fieldOf(certificate, 'courseTitle')), textOf(reported?.row.title)];
  return printed !== null && listed !== null && (isSameTitle(printed, listed) || !isSeenOnly(reported?.from));
}

/** Certificates on pictures that fit no line of the form: any of them may be the one that seems to be missing. */
export function looseSeen(trainings: readonly Training[]): number {
  return trainings.filter(({ certificate, reported }) => reported === null && isSeenOnly(certificate)).length;
}

/** The name on it speaks for nobody and against nobody. */
export const isUnsureOfName = ({ document }: ClaimDocument): boolean => hasUnsureName(document);
