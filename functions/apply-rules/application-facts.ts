import { isDay } from '#shared/domain/calendar.ts';
import type { Facts } from '#shared/rules/facts.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type ClaimDocument, certainFrom, fieldOf, isSeenOnly, surelyYesNo, textOf } from './claim.ts';

/** Fewer than these, and too little of the form was seen to say that nothing is left empty. */
const fieldsMin = 6;

/**
 * What the rules about an application may ask, from its form and the papers beside it. Only what was read for certain; of
 * a person's own story only that the statement is there.
 */
export function applicationFacts(
  programme: Programme,
  application: ClaimDocument,
  beside: { claims: readonly ClaimDocument[]; unread: number },
): Facts {
  const { kind } = application.document;
  const born = certainText(application, 'dateOfBirth');
  const months = certainText(application, 'caregiverExperienceMonths') ?? '';
  const hasEvidence = beside.claims.some(({ document }) => document.kind === 'education-evidence');
  const way = programme.conditions.channels.find((channel) => channel.way === 'application to this inbox');
  return {
    credential: programme.credentials.find((credential) => credential.application === kind)?.word,
    'born on': born !== null && isDay(born) ? born : undefined,
    'diploma stated': diplomaStated(certainText(application, 'educationLevel')),
    'education evidence attached': hasEvidence ? true : beside.unread > 0 ? undefined : false,
    'questions without answer': emptyQuestions(application),
    'application signed': surelyYesNo(application, 'signaturePresent') ?? undefined,
    'lived experience stated': surelyYesNo(application, 'livedExperience') ?? undefined,
    'recovery year stated': surelyYesNo(application, 'recoveryTwelveMonths') ?? undefined,
    'caregiver months stated': /^\d{1,3}$/.test(months) ? Number(months) : undefined,
    'came to the place for applications': way?.isTaken,
    'documents in review': beside.unread,
  };
}

function certainText(claim: ClaimDocument, name: string): string | null {
  const value = fieldOf(claim, name);
  return (value?.confidence ?? 0) >= certainFrom ? textOf(value) : null;
}

const lessThanDiploma =
  /\b(?:some|less than|no|not|did not|without|in(?:complete)?) (?:high school|diploma|degree)|\bgrade\b/i;
const diplomaOrMore =
  /\b(?:high school|g\.?e\.?d|hi\s?set|diploma|college|associate\S*|bachelor\S*|master\S*|doctor\w*|graduate|university)\b/i;

function diplomaStated(level: string | null): boolean | undefined {
  if (level === null) return undefined;
  if (lessThanDiploma.test(level)) return false;
  return diplomaOrMore.test(level) ? true : undefined;
}

/** The reader lists the questions that are empty, and leaves the list out where it found none. */
function emptyQuestions(application: ClaimDocument): number | undefined {
  if (isSeenOnly(application)) return undefined;
  const listed = textOf(fieldOf(application, 'unansweredQuestions'));
  if (listed !== null) return listed.split('; ').length;
  return Object.keys(application.document.fields).length >= fieldsMin ? 0 : undefined;
}
