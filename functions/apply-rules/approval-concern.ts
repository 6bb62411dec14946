import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { dayInWords } from '#shared/domain/calendar.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';

/**
 * What stands against a training that is not in the register of approved ones, by the programme's own page: nothing where it
 * asks for no approval, its form where it has one, and else a person.
 */
export function approvalConcerns(
  programme: Programme,
  title: string,
  about: ClaimDocument | null,
  outside?: ApprovedTraining,
): Concern[] {
  const approval = outside
    ? `was approved from ${dayInWords(outside.approvedFrom)} to ${dayInWords(outside.approvedTo)}, not for the day on your certificate`
    : null;
  switch (programme.counting.approval) {
    case 'none':
      return [];
    case 'list or form':
      return [
        concern(
          'missing-guidance-form',
          `"${title}" ${approval ?? 'was not approved beforehand'}. Please send the guidance form for it.`,
          about,
        ),
      ];
    case 'list':
      return [
        concern(
          'needs-human-decision',
          `"${title}" ${approval ?? 'is not on the list of approved trainings'}; a person will look.`,
          about,
        ),
      ];
    case 'after the fact':
      return [concern('needs-human-decision', `A person decides whether "${title}" is approved.`, about)];
    case null:
      return [
        concern(
          'needs-human-decision',
          `Which trainings need an approval is not published; a person will look at "${title}".`,
          about,
        ),
      ];
  }
}
