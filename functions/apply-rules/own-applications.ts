import { answeredIn } from '#shared/domain/answer.ts';
import type { Application } from '#shared/domain/application.ts';
import { likenessOf } from '#shared/domain/name-match.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import { type ClaimDocument, certainFrom, fieldOf, textOf } from './claim.ts';

/** An application of earlier mails with its papers, and what is unread among them. */
export type EarlierApplication = {
  application: Application;
  version: number;
  claims: readonly ClaimDocument[];
  unread: number;
  /** what people ruled when they decided about those mails */
  rulings: readonly SignedRulings[];
};

/** One applicant's papers in this mail: `forms` may be empty in a reply, and more than one when nobody knows which is meant. */
export type OwnPapers = {
  forms: readonly ClaimDocument[];
  beside: readonly ClaimDocument[];
  earlier: EarlierApplication | null;
};

export const applicationKinds: readonly string[] = ['training-application', 'family-training-application'];
export const isForm = ({ document }: ClaimDocument) => applicationKinds.includes(document.kind);

/**
 * Whose papers a mail holds: each form by the name on it, with the earlier application of the same proved sender where
 * name, kind and birthday agree. A school paper goes with the applicant whose name it bears, else with the only one there is.
 */
export function ownApplications(
  claims: readonly ClaimDocument[],
  earlier: readonly EarlierApplication[],
  mail: Pick<MailFacts, 'references'>,
): OwnPapers[] {
  const papers = claims.filter(({ isThisMail, document }) => isThisMail && document.kind === 'education-evidence');
  const groups: { forms: ClaimDocument[]; earlier: EarlierApplication | null }[] = [];
  for (const form of claims.filter((claim) => claim.isThisMail && isForm(claim))) {
    const same = groups.find(({ forms }) => forms.every((other) => isSameApplicant(form, other)));
    if (same) same.forms.push(form);
    else groups.push({ forms: [form], earlier: earlierOf(form, earlier) });
  }
  // two forms that both seem to go on with one application: neither does
  for (const group of groups) {
    const rivals = groups.filter((other) => other.earlier !== null && other.earlier === group.earlier);
    if (rivals.length > 1) for (const rival of rivals) rival.earlier = null;
  }
  if (groups.length === 0) return replyWithoutForm(papers, earlier, mail);
  const [only, ...more] = groups;
  return groups.map((group) => {
    const mine = papers.filter((paper) => isNamedLike(paper, nameOf(group.forms[0])));
    const nobodys = papers.filter((paper) => !groups.some(({ forms }) => isNamedLike(paper, nameOf(forms[0]))));
    return { ...group, beside: group === only && more.length === 0 ? [...mine, ...nobodys] : mine };
  });
}

/** Judged again, a form is the one it was; else it goes on with the only one it can. */
function earlierOf(form: ClaimDocument, earlier: readonly EarlierApplication[]): EarlierApplication | null {
  const own = earlier.find(({ application }) => application.papers.includes(paperOf(form)));
  const others = earlier.filter(({ application }) => application.submissions[0] !== form.submissionId);
  return own ?? onlyOne(others.filter((one) => goesOn(one.application, form)));
}

function onlyOne<Thing>(all: readonly Thing[]): Thing | null {
  const [one, ...more] = all;
  return one !== undefined && more.length === 0 ? one : null;
}

/** A paper more for an application sent before: the one that was answered, or the only one of the sender. */
function replyWithoutForm(
  papers: readonly ClaimDocument[],
  earlier: readonly EarlierApplication[],
  { references }: Pick<MailFacts, 'references'>,
): OwnPapers[] {
  const answeredMails = answeredIn(references);
  const answered = earlier.filter(({ application }) =>
    application.submissions.some((id) => answeredMails.includes(id)),
  );
  const named = earlier.filter(({ application }) => papers.some((paper) => isNamedLike(paper, application.name)));
  const judgedBefore = earlier.filter(({ application }) =>
    papers.some((paper) => application.papers.includes(paperOf(paper))),
  );
  if (judgedBefore.length > 0) return judgedBefore.map((one) => ({ forms: [], beside: papers, earlier: one }));
  const meant = answered.length > 0 ? answered : named.length > 0 ? named : earlier;
  const one = answered.length > 0 || papers.length > 0 ? onlyOne(meant) : null;
  return one ? [{ forms: [], beside: papers, earlier: one }] : [];
}

/** By mail, file and place in the file: a split or merge of another file does not move it. */
export const paperOf = ({ document, submissionId }: ClaimDocument) =>
  `${submissionId}#${document.fileId}#${document.part}`;

export const nameOf = (claim: ClaimDocument | undefined): string | null =>
  claim === undefined ? null : textOf(fieldOf(claim, 'legalName'));

export function bornOn(claim: ClaimDocument): string | null {
  const field = fieldOf(claim, 'dateOfBirth');
  return (field?.confidence ?? 0) >= certainFrom ? textOf(field) : null;
}

const isAlike = (one: string, other: string) => ['same', 'middle-differs'].includes(likenessOf(one, other));

function isNamedLike(paper: ClaimDocument, name: string | null): boolean {
  const holder = textOf(fieldOf(paper, 'holderName'));
  return holder !== null && name !== null && isAlike(holder, name);
}

function isSameApplicant(one: ClaimDocument, other: ClaimDocument): boolean {
  const names = [nameOf(one), nameOf(other)];
  const isSameName = names[0] && names[1] ? isAlike(names[0], names[1]) : names[0] === names[1];
  return isSameName && one.document.kind === other.document.kind && agree(bornOn(one), bornOn(other));
}

function goesOn(earlier: Application, form: ClaimDocument): boolean {
  const name = nameOf(form);
  const isSameName = name !== null && earlier.name !== null && isAlike(name, earlier.name);
  return isSameName && earlier.form === form.document.kind && agree(earlier.bornOn, bornOn(form));
}

const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;
