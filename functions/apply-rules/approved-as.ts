import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { formatHours, type HoursHundredths, parseHours } from '#shared/domain/hours.ts';
import { matchApproved, type RegisterMatch } from '#shared/rules/approved-register.ts';
import { fieldOf, isSeenOnly, readingsOf, type Training, textOf } from './claim.ts';
import { letterLikeness } from './pair-trainings.ts';

/**
 * The register's line for this training. On a picture the provider may be misread: then the form's counts as well, and
 * a title that stands in the register is never called unapproved for the provider's sake.
 */
export function approvedAs(
  training: Training,
  register: readonly ApprovedTraining[],
  wanted: { title: string; completedOn: string | null },
): RegisterMatch {
  const { certificate, reported } = training;
  const printed = textOf(fieldOf(certificate, 'provider'));
  const listed = textOf(reported?.row.provider);
  const providers = isSeenOnly(certificate) ? [listed, printed, null] : [printed ?? listed];
  const titles = isSeenOnly(certificate) ? titlesSeen(training, wanted.title) : [wanted.title];
  const matches = titles.flatMap((title) =>
    providers.map((provider) => matchApproved([...register], { ...wanted, title, provider })),
  );
  const of = (grade: RegisterMatch['match']) => matches.filter(({ match }) => match === grade);
  const [exact, ...others] = of('exact');
  // two readings of one title that are two approved trainings: which of them it is, is a person's to say
  if (exact && others.some((each) => each.training !== exact.training)) return { match: 'likely' };
  return exact ?? of('likely')[0] ?? of('outside')[0] ?? { match: 'none' };
}

/** Every reading of a title that was seen, as long as they bear the same figures: "Part 1" is never "Part 2". */
function titlesSeen({ certificate, reported }: Training, title: string): string[] {
  const readings = [...readingsOf(fieldOf(certificate, 'courseTitle')), ...readingsOf(reported?.row.title)];
  return [...new Set([title, ...readings])].filter((reading) => letterLikeness(reading, title) > 0);
}

/** For the person who confirms it: which line it may be, what was approved, and what the certificate says besides. */
export function likelyInWords(
  title: string,
  approved: ApprovedTraining | undefined,
  hours: HoursHundredths | null,
): string {
  if (!approved) return `"${title}" may be one of several trainings approved beforehand.`;
  const line = `"${approved.title}" by ${approved.provider || 'a provider who is not named'}, ${approved.hours} ${approved.hours === '1' ? 'hour' : 'hours'}`;
  const whole = parseHours(approved.hours);
  const more =
    hours !== null && whole !== null && hours > whole ? ` The certificate is for ${formatHours(hours)}.` : '';
  return `"${title}" is close to, but not the same as, a training approved beforehand: ${line}.${more}`;
}
