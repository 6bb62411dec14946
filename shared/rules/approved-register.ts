import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { providerWords, titleWords } from '#shared/domain/training-words.ts';
import { slipsBetween } from './closest-word.ts';

export type RegisterQuery = {
  readonly title: string;
  readonly provider: string | null;
  /** yyyy-mm-dd, null when the certificate bears no date */
  readonly completedOn: string | null;
};

/** `exact`: same words and date inside. `likely`: a slip of the pen, a subtitle or a missing provider: a person may confirm. */
export type RegisterMatch = { match: 'exact' | 'likely' | 'none'; training?: ApprovedTraining };

/** The line of the register of approved trainings that this training is. A date outside the approval is no match. */
export function matchApproved(register: readonly ApprovedTraining[], wanted: RegisterQuery): RegisterMatch {
  const inTime = register.filter((training) => isInTime(training, wanted.completedOn));
  const graded = inTime.map((training) => ({ training, grade: gradeOf(training, wanted) }));
  const exact = graded.find((each) => each.grade === 'exact');
  if (exact) return { match: 'exact', training: exact.training };
  const likely = graded.filter((each) => each.grade === 'likely');
  const only = likely[0];
  return only && likely.length === 1 ? { match: 'likely', training: only.training } : { match: 'none' };
}

function isInTime(training: ApprovedTraining, completedOn: string | null): boolean {
  return completedOn === null || (training.approvedFrom <= completedOn && completedOn <= training.approvedTo);
}

function gradeOf(training: ApprovedTraining, wanted: RegisterQuery): RegisterMatch['match'] {
  const title = sameness(
    titleWords(training.title),
    titleWords(wanted.title),
    withoutSubtitle(training.title, wanted.title),
  );
  const provider =
    wanted.provider === null ? 'likely' : sameness(providerWords(training.provider), providerWords(wanted.provider));
  if (title === 'none' || provider === 'none') return 'none';
  return title === 'exact' && provider === 'exact' && wanted.completedOn !== null ? 'exact' : 'likely';
}

/** Both titles up to their colon or dash, when exactly one of them has a subtitle. */
function withoutSubtitle(one: string, other: string): [string[], string[]] | undefined {
  const main = (text: string) => text.split(/:| [–—-] /)[0] ?? text;
  const isOneSided = (main(one) === one) !== (main(other) === other);
  return isOneSided ? [titleWords(main(one)), titleWords(main(other))] : undefined;
}

function sameness(
  one: readonly string[],
  other: readonly string[],
  shorter?: [string[], string[]],
): RegisterMatch['match'] {
  if (one.length === 0 || other.length === 0) return 'none';
  if (one.join(' ') === other.join(' ')) return 'exact';
  if (areNear(one, other)) return 'likely';
  return shorter && shorter[0].length > 1 && areNear(...shorter) ? 'likely' : 'none';
}

/**
 * The same words in order, where at most every third differs by a slip. Numbers and short words never slip: "Part 1" is
 * not "Part 2", and "II" is not "III".
 */
function areNear(one: readonly string[], other: readonly string[]): boolean {
  if (one.join('') === other.join('')) return true;
  if (one.length !== other.length) return false;
  const differing = one.flatMap((word, place) => (word === other[place] ? [] : [[word, other[place] ?? ''] as const]));
  return differing.length <= Math.max(1, Math.floor(one.length / 3)) && differing.every(([a, b]) => isSlip(a, b));
}

function isSlip(one: string, other: string): boolean {
  if (/\d/.test(one + other) || Math.min(one.length, other.length) < 4) return false;
  return slipsBetween(one, other) <= (one.length >= 8 ? 2 : 1);
}
