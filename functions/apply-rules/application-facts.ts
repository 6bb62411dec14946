import { isDay } from '#shared/domain/calendar.ts';
import { likenessToAny } from '#shared/domain/name-match.ts';
import type { Directed } from '#shared/rules/destination.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { type OpenQuestions, openQuestions } from '#shared/rules/form-questions.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type ClaimDocument, certainFrom, fieldOf, isSeenOnly, readingsOf, surelyYesNo, textOf } from './claim.ts';

export type ApplicationPapers = {
  form: ClaimDocument;
  /** every paper of the mails that belong to it */
  claims: readonly ClaimDocument[];
  unread: number;
  directed: Directed;
};

/**
 * What the rules about an application may ask, from its form and the papers beside it. Only what was read for certain; of
 * a person's own story only that the statement is there. A form of somebody else's programme is for none of our credentials.
 */
export function applicationFacts(programme: Programme, papers: ApplicationPapers): Facts {
  const { form, unread, directed } = papers;
  const born = certainText(form, 'dateOfBirth');
  const months = certainText(form, 'caregiverExperienceMonths') ?? '';
  return {
    credential: credentialFor(programme, papers) ?? undefined,
    'born on': born !== null && isDay(born) ? born : undefined,
    'diploma stated': diplomaStated(certainText(form, 'educationLevel')),
    'education evidence attached': evidenceAttached(papers),
    'questions without answer': openQuestionsOf(programme, papers)?.count ?? undefined,
    'application signed': surelyYesNo(form, 'signaturePresent') ?? undefined,
    'lived experience stated': surelyYesNo(form, 'livedExperience') ?? undefined,
    'recovery year stated': surelyYesNo(form, 'recoveryTwelveMonths') ?? undefined,
    'caregiver months stated': /^\d{1,3}$/.test(months) ? Number(months) : undefined,
    'came to the place for applications': {
      here: true,
      elsewhere: false,
      'somebody-else': false,
      'not-known': undefined,
    }[directed.destination],
    'documents in review': unread,
  };
}

/** Null for a form of somebody else's programme. */
export function credentialFor({ credentials }: Programme, { form, directed }: ApplicationPapers): string | null {
  if (directed.destination === 'somebody-else') return null;
  return credentials.find(({ application }) => application === form.document.kind)?.word ?? null;
}

/** A picture may hide an empty line: what is only seen says nothing about what is missing. */
export function openQuestionsOf(programme: Programme, papers: ApplicationPapers): OpenQuestions | null {
  const credential = credentialFor(programme, papers);
  if (isSeenOnly(papers.form) || credential === null) return null;
  return openQuestions(programme.applications?.questions ?? [], credential, papers.form.document.fields);
}

/** A school paper in another name may be theirs all the same: a person looks. */
function evidenceAttached({ form, claims, unread }: ApplicationPapers): boolean | undefined {
  const papers = claims.filter(({ document }) => document.kind === 'education-evidence');
  if (papers.some((paper) => !isInAnotherName(paper, form))) return true;
  return papers.length > 0 || unread > 0 ? undefined : false;
}

export function isInAnotherName(paper: ClaimDocument, form: ClaimDocument): boolean {
  const [holders, applicants] = [fieldOf(paper, 'holderName'), fieldOf(form, 'legalName')].map(readingsOf);
  if (!holders || !applicants || holders.length === 0 || applicants.length === 0) return false;
  return holders.every((holder) => likenessToAny(holder, applicants) === 'different');
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
