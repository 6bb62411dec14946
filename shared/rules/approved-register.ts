import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { type Sameness, sameProvider, sameTitle } from './register-sameness.ts';

export type RegisterQuery = {
  readonly title: string;
  readonly provider: string | null;
  /** yyyy-mm-dd, null when the certificate bears no date */
  readonly completedOn: string | null;
};

/**
 * `exact`: same words and date inside. `likely`: a slip of the pen, other little words, a subtitle, a short name or no name of
 * the provider, or two lines that fit: a person may confirm, and `training` is the line where there is only one.
 * `outside`: the very training, and no line of it was approved on that day.
 */
export type RegisterMatch = { match: Sameness | 'outside'; training?: ApprovedTraining };

/** The line of the register of approved trainings that this training is. */
export function matchApproved(register: readonly ApprovedTraining[], wanted: RegisterQuery): RegisterMatch {
  const graded = register.map((training) => ({ training, grade: gradeOf(training, wanted) }));
  const linesOf = (grade: Sameness, isIn: boolean) => {
    const those = graded.filter((each) => each.grade === grade && isInTime(each.training, wanted.completedOn) === isIn);
    return those.map(({ training }) => training);
  };
  const [exact, ...others] = linesOf('exact', true);
  // lines for years that overlap may differ in what they approve; which of them holds is a person's to say
  if (exact)
    return others.every((each) => isAlike(each, exact)) ? { match: 'exact', training: exact } : { match: 'likely' };
  const [likely, ...more] = linesOf('likely', true);
  if (likely) return more.length === 0 ? { match: 'likely', training: likely } : { match: 'likely' };
  const latest = linesOf('exact', false).sort((a, b) => (a.approvedTo < b.approvedTo ? 1 : -1))[0];
  return latest ? { match: 'outside', training: latest } : { match: 'none' };
}

function isInTime(training: ApprovedTraining, completedOn: string | null): boolean {
  return completedOn === null || (training.approvedFrom <= completedOn && completedOn <= training.approvedTo);
}

function isAlike(one: ApprovedTraining, other: ApprovedTraining): boolean {
  return one.hours === other.hours && one.ethicsHours === other.ethicsHours;
}

function gradeOf(training: ApprovedTraining, wanted: RegisterQuery): Sameness {
  const title = sameTitle(training.title, wanted.title);
  const provider = sameProvider(training.provider, wanted.provider);
  if (title === 'none' || provider === 'none') return 'none';
  return title === 'exact' && provider === 'exact' && wanted.completedOn !== null ? 'exact' : 'likely';
}
