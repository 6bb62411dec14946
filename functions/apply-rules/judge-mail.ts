import type { Application } from '#shared/domain/application.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { MatchedPerson } from '#shared/domain/person.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import { policyOfMail } from '#shared/domain/sender-policy.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import { isPast, personPeriods, type ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { isAboutApplications } from '#shared/rules/programme.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { applicantConcerns, isOnlyApplicants, withApplicants } from './applicants.ts';
import { boundedReasons, boundedRequests } from './bounded-words.ts';
import { caseClaimsOf, reportYearOf } from './case-claims.ts';
import type { ClaimDocument } from './claim.ts';
import { asReason, type Concern, concern } from './concern.ts';
import { concludeOutcome } from './conclude.ts';
import { creditsOf } from './credits.ts';
import { noFormConcern } from './form-concerns.ts';
import { found, judgedBy } from './found.ts';
import type { EarlierMails } from './gather-case.ts';
import { judgeApplications } from './judge-applications.ts';
import { judgePerson, type LawBook, type PersonJudgement } from './judge-person.ts';
import { ledgerBefore } from './ledger-before.ts';
import { identityConcerns, type KnownPerson, paperConcerns, unreadCount } from './mail-concerns.ts';
import type { EarlierApplication } from './own-applications.ts';
import { pairTrainings } from './pair-trainings.ts';
import { inProgrammeUnits } from './programme-units.ts';
import { releasedLedgers } from './released-ledgers.ts';
import { inheritedConcerns, unsettled } from './rulings.ts';
import { heldAgainst } from './said-papers.ts';
import { isUnsureOfName } from './seen-papers.ts';

export type PersonPapers = KnownPerson & {
  /** papers of this mail */
  claims: ClaimDocument[];
  /** the report years in whose ledger this mail stands, since it was judged before */
  standsIn?: readonly number[];
  /** papers of earlier mails, by report year */
  earlier: (year: number) => Promise<EarlierMails & { caseFile: CaseFile | null; version: number | null }>;
};

export type MailPapers = {
  submission: Submission;
  mail: MailFacts;
  documents: readonly DocumentRecord[];
  claims: readonly ClaimDocument[];
  files: readonly FileRecord[];
  strays: readonly number[];
  people: readonly PersonPapers[];
  /** what the same proved sender applied for before */
  applications?: readonly EarlierApplication[];
  /** false: a person set the mail aside as not the office's */
  isOurs?: boolean;
  /** people whose ledger it may stand in, and who have nothing to do with it, as a person of the office said */
  released: readonly PersonPapers[];
  /** what people ruled about this mail */
  rulings: readonly SignedRulings[];
};

export type MailJudgement = {
  judgement: Judgement;
  caseFiles: { caseFile: CaseFile; version: number | null }[];
  applications: { application: Application; version: number | null }[];
};

/** One mail, held against everything known: who, what counts, what is missing, and whether a person has to look. */
export async function judgeMail(papers: MailPapers, law: LawBook): Promise<MailJudgement> {
  const { submission, mail, people, files, claims, rulings } = papers;
  const receivedDay = dayIn(law.programme.timeZone, submission.envelope.receivedAt);
  const unread = unreadIn(papers);
  const hasPapers = files.some((file) => !file.isDecoration);
  const applied = judgeApplications(law.programme, {
    ...{ submission, mail, claims, unread, rulings },
    earlier: papers.applications ?? [],
    isOurs: papers.isOurs ?? true,
  });
  const doubts = isOnlyApplicants(people, applied, claims)
    ? applicantConcerns(mail)
    : identityConcerns(people, mail, { hasPapers, employers: believedFor(submission, law) });
  const identity = unsettled(doubts, rulings);
  const opening = openingReasonsOf(submission).map((reason) => fromOpening(reason));
  const ofMail = [...opening, ...(hasPapers ? [] : withoutPapers(mail)), ...identity, ...paperConcerns(papers)];

  const inUnits = (all: readonly ClaimDocument[]) => all.map((claim) => inProgrammeUnits(claim, law.programme));

  const judged: Judged[] = [];
  const caseFiles: MailJudgement['caseFiles'] = [];
  for (const [at, person] of people.entries()) {
    const periods = personPeriods(law.programme, rosterFacts(person.specialist));
    const year = reportYearOf(person.claims, receivedDay, periods);
    const period = periods.in(year);
    const earlier = await person.earlier(year);
    const own = heldAgainst(person.claims, earlier.said);
    const caseClaims = caseClaimsOf(inUnits([...earlier.claims, ...own]), year, periods);
    if (!person.specialist) {
      judged.push({ ...unknownPerson(caseClaims, period, receivedDay, identity, law), at, period });
      continue;
    }
    const received = { at: newerOf(submission, earlier.receivedAt), headerDate: mail.headerDate };
    const isAbout = caseClaims.reports.length + caseClaims.certificates.length + caseClaims.guidances.length > 0;
    if (!isAbout && unread === 0) continue;
    const completeSince = completeSinceOf(earlier.caseFile);
    const yearBefore = await ledgerBefore(person, year, periods, law);
    const about = { person: person.specialist, periods, claims: caseClaims, blockedBy: identity };
    const all = [...earlier.rulings, ...rulings];
    const result = judgePerson({ ...about, unread, received, completeSince, before: yearBefore, rulings: all }, law);
    const before = [...fromEarlier(own, earlier), ...inheritedConcerns(result.findings, rulings)];
    judged.push({ ...result, concerns: [...result.concerns, ...before], at, period });
    const { specialistId } = person.specialist;
    const submissions = [...new Set([...(earlier.caseFile?.submissions ?? []), submission.submissionId])];
    // a mail that nobody knows the sender of is noted in a ledger, and changes nothing that is there
    const unchanged = identity.length > 0 ? earlier.caseFile : null;
    const ledger = unchanged ?? { ...found(result, law), credits: result.credits };
    caseFiles.push({
      caseFile: { ...ledger, specialistId, year, submissions },
      version: earlier.version,
    });
  }
  const linked = linkedLedgers(papers, identity, caseFiles);
  linked.push(...(await releasedLedgers(papers, linked, law)));
  const applicants = withApplicants(people, applied);
  judged.unshift(...applicants.judged);
  const judgement = conclude({ ...papers, matched: applicants.matched }, ofMail, judged, { receivedDay, law });
  return { judgement, caseFiles: linked, applications: applied };
}

/** Pages that may hold anything. What an item's mail brought besides, and nobody can say whose it is, may be this person's too. */
function unreadIn({ submission, documents, files, claims, strays }: MailPapers): number {
  const unsure = claims.filter((claim) => strays.includes(claim.at) && isUnsureOfName(claim)).length;
  return unreadCount(documents, files) + unsure + (submission.itemOf?.unread ?? 0);
}

/** Somebody else's word counts only where each person's papers are a case of their own. */
const believedFor = ({ itemOf }: Submission, { programme }: LawBook) => (itemOf ? programme.employers : []);

/** A mail that is said to be forged stands on nobody's record until a person settles whose it is; where one put it, it stays. */
function linkedLedgers(
  { mail, people }: MailPapers,
  doubts: readonly Concern[],
  ledgers: MailJudgement['caseFiles'],
): MailJudgement['caseFiles'] {
  const { link } = policyOfMail(mail, { isOnFile: true, claimsAnother: false });
  if (link !== 'no' || doubts.length === 0) return ledgers;
  return ledgers.filter(({ caseFile: { specialistId, year } }) => {
    const person = people.find((each) => each.specialist?.specialistId === specialistId);
    return person?.standsIn?.includes(year) ?? false;
  });
}

const underway = 'A person of the office is looking at an earlier e-mail of yours; a person will look at this one too.';

/** What people said of the same papers, or are just saying of others of the year. */
function fromEarlier(own: readonly ClaimDocument[], { isUnderway }: EarlierMails): Concern[] {
  const said = own.flatMap(({ saidBefore }) => saidBefore ?? []);
  return isUnderway ? [...said, concern('needs-human-decision', underway)] : said;
}

/** `at`: the place of the person in the mail; `period`: null for an application. */
type Judged = PersonJudgement & { at: number; period: ReportPeriod | null; applicationId?: string };

function conclude(
  { matched, submission, documents, rulings }: MailPapers & { matched: MatchedPerson[] },
  ofMail: Concern[],
  judged: readonly Judged[],
  { receivedDay, law }: { receivedDay: string; law: LawBook },
): Judgement {
  const concerns = unsettled(distinct([...ofMail, ...judged.flatMap((one) => one.concerns)]), rulings);
  const findings = judged.flatMap(({ at, applicationId, findings: own }) =>
    own.map((finding) => ({ ...finding, person: at, ...(applicationId === undefined ? {} : { applicationId }) })),
  );
  const isLate = judged.some(({ period }) => period !== null && isPast(period, receivedDay));
  const concluded = concludeOutcome(concerns, findings, isLate);
  const unexplained = concluded === 'needs-review' && !concerns.some((one) => one.fixedBy === 'person');
  if (unexplained)
    concerns.push(concern('needs-human-decision', 'A person has to look at this before we can say more.'));
  const { reasons, isWhole } = boundedReasons(concerns.map(asReason));
  return {
    people: matched,
    credits: judged.flatMap((one) =>
      one.credits
        .filter((credit) => credit.evidence.some((e) => e.submissionId === submission.submissionId))
        .map((credit) => ({ ...credit, person: one.at })),
    ),
    findings,
    periods: judged.flatMap(({ at, period }) => (period ? [{ person: at, ...daysOf(period) }] : [])),
    shadow: judged.flatMap((one) => one.shadow.map((finding) => ({ ...finding, person: one.at }))),
    missing: judged.flatMap((one) => found(one, law).missing.map((each) => ({ ...each, person: one.at }))),
    judgedBy: judgedBy(law),
    papers: documents.length,
    reasons,
    requests: boundedRequests(requestsOf(concerns, findings)),
    outcome: isWhole ? concluded : 'needs-review',
  };
}

function daysOf({ year, span, due }: ReportPeriod) {
  return { year, start: span?.start ?? null, lastDay: span?.lastDay ?? null, due };
}

/** What the sender can do about it, in their own words: the sentences of what they can fix, and of what is short. */
function requestsOf(concerns: readonly Concern[], findings: Judgement['findings']): string[] {
  const asked = concerns.filter((one) => one.fixedBy === 'sender').map((one) => one.why);
  const short = findings
    // what is short of an application is a person's to say, beside the papers that are asked for
    .filter(({ verdict, required, page }) => verdict === 'not-met' && required !== null && !isAboutApplications(page))
    .map((finding) => finding.why);
  return [...new Set([...asked, ...short])];
}

/** The day on which the year had all it needs: what comes later does not make it late. */
function completeSinceOf(caseFile: CaseFile | null): string | null {
  const findings = caseFile?.findings ?? [];
  if (!findings.every(({ verdict }) => verdict === 'met' || verdict === 'does-not-apply')) return null;
  const days = findings.map((finding) => finding.facts['report day']);
  return days.find((day) => typeof day === 'string') ?? null;
}

/** Nobody on the roster: what was sent is listed, nothing is counted, nothing is said about a standing. */
function unknownPerson(
  claims: ReturnType<typeof caseClaimsOf>,
  period: ReportPeriod,
  receivedDay: string,
  identity: Concern[],
  law: LawBook,
): PersonJudgement {
  const context = {
    period,
    receivedDay,
    trainedOn: null,
    noForm: noFormConcern(claims, 0),
    ...law,
    blockedBy: identity,
  };
  const trainings = pairTrainings(claims.rows, claims.certificates, claims.guidances);
  return {
    credits: trainings.flatMap((training) => creditsOf(training, context).credits),
    findings: [],
    shadow: [],
    concerns: [],
  };
}

/** A mail without any paper: a link cannot be opened, anything else may be a question that a person should read. */
function withoutPapers({ fileLinks }: MailFacts): Concern[] {
  if (fileLinks.length > 0) {
    return [
      concern('link-instead-of-file', 'You sent a link. We cannot open links; please attach the files themselves.'),
    ];
  }
  return [concern('needs-human-decision', 'There was no document in this e-mail; a person will read it.')];
}

/** What was said when it was opened: kept beside what it was judged to be, since that takes its place. */
export function openingReasonsOf({ state, reasons, openingReasons }: Submission): Reason[] {
  return openingReasons ?? (state === 'opened' ? reasons : []);
}

/** A year that a later mail completed was not complete on the day of an earlier one. */
function newerOf({ envelope }: Submission, other: string | null): string {
  return other !== null && other > envelope.receivedAt ? other : envelope.receivedAt;
}

function fromOpening({ code, text }: Reason): Concern {
  return concern(code, text);
}

function distinct(concerns: readonly Concern[]): Concern[] {
  const key = (one: Concern) => `${one.code}|${one.why}|${one.about?.submissionId ?? ''}|${one.about?.at ?? ''}`;
  return [...new Map(concerns.map((one) => [key(one), one])).values()];
}
