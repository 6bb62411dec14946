import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';

/** What the first page of a form asks for; a page with a place for any of it is a first page. */
const ofFirstPage = ['legalName', 'reportingYear', 'email', 'phone', 'initialTrainingDate', 'credentialType'];
const ofSecondPage = ['attestationChecked', 'signaturePresent', 'signatureDate', 'totalHours', 'totalEthicsHours'];

/**
 * The form that a page without a title goes on with, where each page came as a photo of its own: the only form of the same
 * mail. Null for a page that may be anybody's.
 */
export function formBefore(page: ClaimDocument, papers: readonly ClaimDocument[]): ClaimDocument | null {
  if (page.document.isRest !== true || ofFirstPage.some((name) => page.document.fields[name])) return null;
  const ofMail = papers.filter(({ submissionId }) => submissionId === page.submissionId);
  const firsts = ofMail.filter(({ document }) => document.kind === 'ce-report' && document.isRest !== true);
  const [only] = firsts;
  return only && firsts.length === 1 && only.at !== page.at ? only : null;
}

/** A second page that gave nothing may hold trainings or a signature that nobody has seen. */
export function secondPageConcerns(page: ClaimDocument, first: ClaimDocument): Concern[] {
  const { trainings, fields } = page.document;
  if (trainings.length > 0 || ofSecondPage.some((name) => fields[name]?.value != null)) return [];
  return [looksLikeRest(page, first)];
}

export function looksLikeRest(page: ClaimDocument, first: ClaimDocument): Concern {
  const why = `This looks like another page of the form in "${first.document.attachment}"; a person will look at it.`;
  return concern('needs-human-decision', why, page);
}
