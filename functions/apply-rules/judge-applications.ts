import type { Application, Completeness } from '#shared/domain/application.ts';
import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import { isProved } from '#shared/domain/sender-policy.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import { type Directed, destinationOf } from '#shared/rules/destination.ts';
import type { FactName } from '#shared/rules/facts.ts';
import { judgeApplication } from '#shared/rules/judge-application.ts';
import { missingIn } from '#shared/rules/nearest-miss.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { judgeShadowApplication } from '#shared/rules/shadow.ts';
import { type ApplicationPapers, applicationFacts, credentialFor, isInAnotherName } from './application-facts.ts';
import { whatApplicantsHear } from './application-words.ts';
import { type ClaimDocument, fieldOf, textOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import {
  bornOn,
  type EarlierApplication,
  isForm,
  nameOf,
  type OwnPapers,
  ownApplications,
  paperOf,
} from './own-applications.ts';
import { overridden } from './rulings.ts';

/** What a rule found wanting, by the reasons that people know, in words that name no training and no verdict. */
const reasonFor: Partial<Record<FactName, { code: ReasonCode; why: string }>> = {
  'age on receipt': { code: 'age-below-minimum', why: 'A person will look at the date of birth on a form.' },
  'education evidence attached': {
    code: 'education-evidence-missing',
    why: 'A copy of a diploma, degree or transcript is not here yet.',
  },
  'questions without answer': { code: 'question-unanswered', why: 'Some questions on a form have no answer yet.' },
  'application signed': { code: 'signature-missing', why: 'A form is not signed yet.' },
};
const reasons = new Map(Object.entries(reasonFor));

/** Whether everything came: the rules that ask only for these say it. */
const completing: ReadonlySet<string> = new Set<FactName>([
  'education evidence attached',
  'questions without answer',
  'application signed',
]);

export type ApplicationMail = {
  submission: Submission;
  mail: MailFacts;
  claims: readonly ClaimDocument[];
  unread: number;
  earlier: readonly EarlierApplication[];
  /** false: a person set the mail aside as not the office's */
  isOurs: boolean;
  /** what people ruled about this mail */
  rulings: readonly SignedRulings[];
};

/** One application as it now stands; `concerns` are for a person of the office: nothing is accepted or refused by them. */
export type JudgedApplication = {
  application: Application;
  version: number | null;
  /** 0-based places in this mail of its papers */
  documents: number[];
  concerns: Concern[];
};

/** Every application that a mail brings or adds to, each from its own facts, whoever its applicant is. */
export function judgeApplications(programme: Programme, sent: ApplicationMail): JudgedApplication[] {
  if (!sent.isOurs) return withoutThisMail(programme, sent);
  return ownApplications(sent.claims, sent.earlier, sent.mail).flatMap((own) => judgeOne(programme, sent, own));
}

/** What the mail brought is taken out again; an application that nothing else brought leaves the list. */
function withoutThisMail(programme: Programme, sent: ApplicationMail): JudgedApplication[] {
  const { submissionId } = sent.submission;
  const own = sent.earlier.filter(({ application }) => application.submissions.includes(submissionId));
  return own.flatMap((earlier) => {
    const rest = judgeOne(programme, { ...sent, unread: 0 }, { forms: [], beside: [], earlier });
    if (rest.length > 0) return rest.map((one) => ({ ...one, concerns: [] }));
    const application = { ...earlier.application, isOurs: false };
    return [{ application, version: earlier.version, documents: [], concerns: [] }];
  });
}

function judgeOne(programme: Programme, sent: ApplicationMail, own: OwnPapers): JudgedApplication[] {
  const before = own.earlier;
  const form = newestForm(own);
  if (!form) return [];
  const { submission } = sent;
  const receivedAt = before?.application.receivedAt ?? submission.envelope.receivedAt;
  const receivedDay = dayIn(programme.timeZone, receivedAt);
  const claims = [...own.forms, ...own.beside, ...(before?.claims ?? [])];
  const directed = own.forms.length === 0 && before ? before.application : directionsFor(programme, submission, form);
  const papers: ApplicationPapers = { form, claims, unread: sent.unread + (before?.unread ?? 0), directed };
  const facts = applicationFacts(programme, papers);
  // of two forms in one name nobody can say which is meant
  const isClear = own.forms.length <= 1;
  const identity = identityOf(sent, form, before);
  const rulings = [...(before?.rulings ?? []), ...sent.rulings];
  const findings = (isClear ? judgeApplication(programme, facts, receivedDay) : []).map((finding) =>
    overridden(finding, identity, rulings),
  );
  const when = { year: yearOf(receivedDay), asOf: receivedDay };
  const completeness = completenessOf(programme, findings);
  const isComplete = completeness === 'complete';
  const application: Application = {
    ...identity,
    papers: [...new Set(claims.map(paperOf))].sort(),
    credential: credentialFor(programme, papers),
    receivedAt,
    completeSince: isComplete ? (before?.application.completeSince ?? submission.envelope.receivedAt) : null,
    classWished: textOf(fieldOf(form, 'classWished')) ?? before?.application.classWished ?? null,
    isOurs: true,
    decided: before?.application.decided ?? null,
    completeness,
    ...whatApplicantsHear(programme, papers, findings),
    destination: directed.destination,
    directions: [...directed.directions],
    findings,
    shadow: isClear ? judgeShadowApplication(programme, facts, when) : [],
  };
  const documents = [...own.forms, ...own.beside].map(({ at }) => at);
  const concerns = [...forPeople(papers, own), ...wanting(programme, findings, form)];
  return [{ application, version: before?.version ?? null, documents, concerns }];
}

function directionsFor(programme: Programme, { envelope }: Submission, form: ClaimDocument): Directed {
  const heading = textOf(fieldOf(form, 'appliedFor'));
  return destinationOf(programme, { kind: form.document.kind, heading, recipients: envelope.recipients });
}

/** Ids of mails sort by time of receipt: an older mail that is judged again does not bring its form back. */
function newestForm({ forms, earlier }: OwnPapers): ClaimDocument | undefined {
  const all = [...forms.slice(0, 1), ...(earlier?.claims.filter(isForm) ?? [])];
  return all.sort((a, b) => (a.submissionId < b.submissionId ? -1 : 1)).at(-1);
}

function identityOf({ submission, mail }: ApplicationMail, form: ClaimDocument, before: EarlierApplication | null) {
  const { submissionId, reference } = submission;
  const known = before?.application;
  return {
    applicationId: known?.applicationId ?? paperOf(form).replaceAll('#', '-'),
    reference: known?.reference ?? reference,
    form: form.document.kind,
    name: nameOf(form) ?? known?.name ?? null,
    bornOn: bornOn(form) ?? known?.bornOn ?? null,
    address: known?.address ?? mail.from?.toLowerCase() ?? null,
    isProved: known?.isProved ?? isProved(mail),
    submissions: [...new Set([...(known?.submissions ?? []), submissionId])].sort(),
  };
}

function completenessOf(programme: Programme, findings: readonly Finding[]): Completeness {
  const asking = new Set(
    programme.eligibility
      .filter(({ metWhen }) => metWhen.every(({ fact }) => completing.has(fact)))
      .map(({ id }) => id),
  );
  const verdicts = findings
    .filter(({ rule, verdict }) => asking.has(rule) && verdict !== 'does-not-apply')
    .map(({ verdict }) => verdict);
  if (verdicts.includes('not-met')) return 'incomplete';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'met') ? 'complete' : 'cannot-tell';
}

/** Whatever was found, a person looks. */
function forPeople({ form, claims, directed }: ApplicationPapers, own: OwnPapers): Concern[] {
  const [about = form] = [...own.forms, ...own.beside];
  const others = claims.filter((paper) => paper.document.kind === 'education-evidence' && isInAnotherName(paper, form));
  return [
    concern('needs-human-decision', 'A form or school paper like this is looked at by a person.', about),
    ...(own.forms.length > 1
      ? [concern('needs-human-decision', 'Two forms of one person came; a person finds out which is meant.', about)]
      : []),
    ...(directed.destination === 'somebody-else'
      ? [concern('needs-human-decision', 'A form names another office than ours; a person will look.', about)]
      : []),
    ...others.map((paper) =>
      concern('name-mismatch', 'The name on a school paper is not the name on the form.', paper),
    ),
  ];
}

function wanting(programme: Programme, findings: readonly Finding[], form: ClaimDocument): Concern[] {
  return missingIn(programme, findings).flatMap(({ fact }) => {
    const reason = reasons.get(fact);
    return reason === undefined ? [] : [concern(reason.code, reason.why, form)];
  });
}
