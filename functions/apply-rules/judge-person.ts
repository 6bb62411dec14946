import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Credit } from '#shared/domain/credit.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { formatHours, hoursInWords } from '#shared/domain/hours.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import type { Bounds } from '#shared/rules/bounds.ts';
import { countYear } from '#shared/rules/count-year.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import type { PersonPeriods } from '#shared/rules/period/person-periods.ts';
import { credentialOf, type Programme } from '#shared/rules/programme.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { judgeShadow } from '#shared/rules/shadow.ts';
import { hoursCarriedOver } from './carried-hours.ts';
import type { CaseClaims } from './case-claims.ts';
import { caseFacts } from './case-facts.ts';
import { certainFrom, fieldOf, hoursOf, type Training, textOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { countedCredits } from './counted-credits.ts';
import { type Assessed, creditsOf } from './credits.ts';
import { formConcerns, guidanceConcerns, noFormConcern } from './form-concerns.ts';
import { pairTrainings } from './pair-trainings.ts';
import { repeatedTrainings } from './repeated-trainings.ts';
import { overridden, ruledCredit, ruledOutConcerns } from './rulings.ts';
import { looseSeen } from './seen-papers.ts';
import { lateConcerns, standingConcerns } from './standing-concerns.ts';

export type Received = { at: string; headerDate: string | null };
export type PersonCase = {
  person: Specialist;
  periods: PersonPeriods;
  claims: CaseClaims;
  /** what stands against everything of this mail: a doubtful identity or sender */
  blockedBy: Concern[];
  unread: number;
  received: Received;
  /** the day on which everything had been there already, before this mail; null when it was not */
  completeSince: string | null;
  /** what people of the office ruled about the trainings and findings of this year */
  rulings: readonly SignedRulings[];
  /** the ledger of the period before, where hours may be carried over from it */
  before: CaseFile | null;
};
export type PersonJudgement = {
  credits: Credit[];
  findings: Finding[];
  /** what pages in shadow would say */
  shadow: Finding[];
  concerns: Concern[];
  /** what the period before left over, where the programme carries hours over */
  carriedHours?: Bounds;
};
export type LawBook = {
  programme: Programme;
  register: readonly ApprovedTraining[];
  /** what reviewers said of trainings before: shown to the next one, and never judged by */
  choices?: readonly TopicChoice[];
};

/** Everything one person has sent for one year, laid side by side and held against the programme's rules. */
export function judgePerson(input: PersonCase, { programme, register, choices = [] }: LawBook): PersonJudgement {
  const { person, periods, claims, blockedBy, received, completeSince, rulings } = input;
  const period = periods.in(claims.year);
  const receivedDay = dayIn(programme.timeZone, received.at);
  const standing = standingConcerns(period, periods, receivedDay, person);
  const trainings = trainingsOf(claims);
  // a picture that fits nothing may be what seems to be missing, like one that nobody has read
  const unread = input.unread + looseSeen(trainings);
  const noForm = noFormConcern(claims, unread);
  const personNames = [person.legalName, ...person.otherNames];
  const context = {
    period,
    receivedDay,
    trainedOn: person.initialTrainingDate,
    noForm,
    personNames,
    employer: person.employer,
  };
  const blocked = { ...context, programme, register, choices, blockedBy: [...blockedBy, ...standing] };
  const assessed = assess(trainings, blocked, rulings);
  const credits = assessed.flatMap((one) => one.credits);
  const carried = hoursCarriedOver(programme, input.before, period, rosterFacts(person));
  const facts = caseFacts({
    person,
    credential: credentialOf(programme, person.credentialType),
    period,
    claims,
    trainings,
    credits,
    clinical: assessed.filter((one) => one.isClinical).length,
    unread,
    carried,
    reportDay: completeSince ?? receivedDay,
    mailDated: received.headerDate === null ? undefined : dayIn(programme.timeZone, received.headerDate),
  });
  const counted = countYear(programme, countedCredits(programme, credits), facts, claims.year);
  const when = { year: claims.year, asOf: received.at };
  const findings = judgeYear(programme, { ...counted, ...facts }, when).map((finding) =>
    overridden(finding, person, rulings),
  );
  const shadow = judgeShadow(programme, { ...counted, ...facts }, when);
  const concerns = [
    ...certificateConcerns(
      assessed.flatMap((one) => one.concerns),
      trainings,
      unread,
    ),
    ...formConcerns(claims, { person, programme, unread }),
    ...guidanceConcerns(claims, trainings),
    ...totalConcerns(claims, trainings),
    ...standing,
    ...lateConcerns(period, receivedDay),
    ...surplusConcerns(findings, credits),
  ];
  return { credits, findings, shadow, concerns, ...(carried === undefined ? {} : { carriedHours: carried }) };
}

/** Each training by itself, and what people of the office ruled about it. */
function assess(
  trainings: readonly Training[],
  context: Parameters<typeof creditsOf>[1],
  rulings: readonly SignedRulings[],
): Assessed[] {
  const repeated = repeatedTrainings(trainings);
  return trainings.map((training) => {
    const again = repeated.get(training);
    const doubts = [...(again ? [again] : []), ...doubtsOf(training)];
    const result = creditsOf(training, { ...context, blockedBy: [...doubts, ...context.blockedBy] });
    const ruled = result.credits.map((credit) => ruledCredit(credit, rulings));
    const isRuled = ruled.every(({ ruling }) => ruling !== undefined);
    return {
      ...result,
      credits: ruled,
      isClinical: result.isClinical && !isRuled,
      concerns: isRuled ? [] : [...result.concerns, ...doubts, ...ruledOutConcerns(ruled, result.credits)],
    };
  });
}

/** A certificate that only a doubtful mail brought, or without a name an earlier one, waits with that mail while no form lists it. */
function trainingsOf(claims: CaseClaims): Training[] {
  const trainings = pairTrainings(claims.rows, claims.certificates, claims.guidances);
  return trainings.filter(({ reported, certificate }) => {
    if (reported !== null) return true;
    const isOfNobody = certificate?.isThisMail === false && textOf(fieldOf(certificate, 'attendeeName')) === null;
    return certificate?.doubt === null && !isOfNobody;
  });
}

function doubtsOf({ certificate, reported, guidance }: Training): Concern[] {
  return [certificate, reported?.from, guidance].flatMap((claim) => {
    return [claim?.doubt, claim?.saidBefore].filter((doubt) => doubt !== null && doubt !== undefined);
  });
}

/** A row without certificate is only known to be missing one when there are not enough unread pages to hold them. */
function certificateConcerns(concerns: Concern[], trainings: readonly Training[], unread: number): Concern[] {
  const missing = trainings.filter((training) => training.certificate === null).length;
  return missing > unread ? concerns : concerns.filter((one) => one.code !== 'missing-certificate');
}

/** What the form adds up to must be what its rows add up to; otherwise something is misread or miscounted. */
function totalConcerns({ forms, rows }: CaseClaims, trainings: readonly Training[]): Concern[] {
  const stated = forms
    .map((report) => ({ report, field: fieldOf(report, 'totalHours') }))
    .find(({ field }) => (field?.confidence ?? 0) >= certainFrom);
  const said = hoursOf(stated?.field);
  if (!stated || said === null || rows.length === 0) return [];
  const listed = rows.map((one) => hoursOf(one.row.hours));
  if (listed.some((hours) => hours === null)) return [];
  const onForm = listed.reduce((total: number, hours) => total + (hours ?? 0), 0);
  const paired = trainings.filter((training) => training.certificate !== null);
  const onPaper = paired.reduce((total, training) => total + (hoursOf(fieldOf(training.certificate, 'hours')) ?? 0), 0);
  const differs = said !== onForm || (paired.length === trainings.length && said !== onPaper);
  if (!differs) return [];
  const why = `Your form gives a total of ${hoursInWords(said)}; its trainings add up to ${formatHours(said === onForm ? onPaper : onForm)}.`;
  return [concern('hours-mismatch', why, stated.report, 'totalHours')];
}

/** Ten hours in all, three in ethics, and still not seven others: only extra ethics hours are in the way (reading A2). */
function surplusConcerns(findings: readonly Finding[], credits: readonly Credit[]): Concern[] {
  const open = credits.some((credit) => credit.status === 'undecided');
  const isSurplus = (finding: Finding) =>
    finding.verdict === 'cannot-tell' && finding.missing.includes('core hours with ethics surplus');
  const [finding] = findings.filter(isSurplus);
  return finding && !open ? [concern('ethics-surplus', finding.why)] : [];
}
