import type { Programme } from '#shared/rules/programme.ts';
import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';

/**
 * What stands against a training that is not in the register of approved ones, by the programme's own page: nothing where it
 * asks for no approval, its form where it has one, and else a person.
 */
export function approvalConcerns(programme: Programme, title: string, about: ClaimDocument | null): Concern[] {
  switch (programme.counting.approval) {
    case 'none':
      return [];
    case 'list or form':
      return [
        concern(
          'missing-guidance-form',
          `"${title}" was not approved beforehand. Please send the guidance form for it.`,
          about,
        ),
      ];
    case 'list':
      return [
        concern(
          'needs-human-decision',
          `"${title}" is not on the list of approved trainings; a person will look.`,
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
