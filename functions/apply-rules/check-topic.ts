import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import type { Bucket } from '#shared/domain/credit.ts';
import { type HoursHundredths, hoursInWords, parseHours } from '#shared/domain/hours.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type Classification, classifyTraining } from '#shared/rules/topic.ts';
import { approvalConcerns } from './approval-concern.ts';
import { approvedAs, likelyInWords } from './approved-as.ts';
import { certainFrom, fieldOf, hoursOf, isSeenOnly, surelyYesNo, type Training, textOf, yesNoOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { titleOf } from './pair-trainings.ts';
import { topicConcerns, topicDoubt } from './topic-concern.ts';

export type CreditPart = { bucket: Bucket | null; hours: HoursHundredths };
export type TopicCheck = {
  concerns: Concern[];
  parts: CreditPart[];
  why: string;
  isClinical: boolean;
  /** the register's line that this training is, where it is surely one */
  approved?: ApprovedTraining;
};

/**
 * Which bucket a training's hours belong to. The register of approved trainings decides; where a training is not on it,
 * the machine never counts it by itself: it asks for the guidance form, or a person.
 */
export function checkTopic(
  training: Training,
  programme: Programme,
  register: readonly ApprovedTraining[],
): TopicCheck {
  const title = titleOf(training) ?? '';
  const provider = textOf(fieldOf(training.certificate, 'provider')) ?? textOf(training.reported?.row.provider) ?? '';
  const completedOn =
    textOf(fieldOf(training.certificate, 'completedOn')) ?? textOf(training.reported?.row.completedOn);
  const hours = hoursOf(fieldOf(training.certificate, 'hours')) ?? hoursOf(training.reported?.row.hours);
  const mandatory = yesNoOf(fieldOf(training.guidance, 'mandatoryForJob')) === true;
  const { match, training: approved } = approvedAs(training, register, { title, completedOn });
  const claimed = claimedBucket(training);
  const named = { title, provider, claimedCategory: claimed };
  const classification = classifyTraining(programme, named);

  if (mandatory) {
    const why = 'The guidance form says this training was required by an employer.';
    return undecided(hours, classification, [
      concern('possible-mandatory-training', why, training.guidance, 'mandatoryForJob'),
    ]);
  }
  const saysNo = surelyYesNo(training.guidance, 'mandatoryForJob') === false;
  if (match === 'exact' && training.guidance && !saysNo) {
    const why = 'The guidance form does not say whether the training was required by an employer.';
    return undecided(hours, classification, [
      concern('possible-mandatory-training', why, training.guidance, 'mandatoryForJob'),
    ]);
  }
  if (match === 'exact' && approved) return { ...approvedParts(training, approved, hours, claimed), approved };
  if (match === 'likely') {
    const why = likelyInWords(title, approved, hours);
    return undecided(hours, classification, [
      concern('needs-human-decision', why, training.certificate, 'courseTitle'),
    ]);
  }
  const outside = match === 'outside' ? approved : undefined;
  const against = notApproved(programme, training, { title, classification, outside });
  const about = training.certificate ?? training.reported?.from ?? null;
  if (against.length > 0) return undecided(hours, classification, against);
  return undecided(hours, classification, topicConcerns(programme, named, classification, about));
}

function claimedBucket(training: Training): Bucket | null {
  const category = textOf(training.reported?.row.category);
  return category === 'ethics' || category === 'core' ? category : null;
}

function undecided(hours: HoursHundredths | null, classification: Classification, concerns: Concern[]): TopicCheck {
  const parts = hours === null ? [] : [{ bucket: classification.bucket, hours }];
  return {
    concerns,
    parts,
    why: concerns[0]?.detail ?? concerns[0]?.why ?? 'No approval is asked for.',
    isClinical: classification.exclusion === 'clinical',
  };
}

function notApproved(
  programme: Programme,
  training: Training,
  {
    title,
    classification,
    outside,
  }: { title: string; classification: Classification; outside?: ApprovedTraining | undefined },
): Concern[] {
  const about = training.certificate ?? training.reported?.from ?? null;
  if (classification.exclusion === 'named') return [topicDoubt('excluded-training', title, classification, about)];
  if (classification.exclusion === 'look-alike')
    return [topicDoubt('possible-mandatory-training', title, classification, about)];
  if (classification.exclusion === 'clinical') return [topicDoubt('topic-unclear', title, classification, about)];
  if (!training.guidance) return approvalConcerns(programme, title, about, outside);
  if (surelyYesNo(training.guidance, 'signaturePresent') === false) {
    return [
      concern(
        'signature-missing',
        `The guidance form for "${title}" is not signed.`,
        training.guidance,
        'signaturePresent',
      ),
    ];
  }
  const why = `"${title}" was not approved beforehand; a person looks at its guidance form.`;
  return [concern('needs-human-decision', why, training.guidance)];
}

function approvedParts(
  training: Training,
  approved: ApprovedTraining,
  hours: HoursHundredths | null,
  claimed: Bucket | null,
): TopicCheck {
  const whole = parseHours(approved.hours);
  const ethics = parseHours(approved.ethicsHours);
  const why = 'Approved beforehand.';
  const isClinical = false;
  if (hours === null) return { concerns: [], parts: [], why, isClinical };
  if (whole === null || ethics === null || hours > whole) {
    const text = `The certificate is for ${hoursInWords(hours)}; ${approved.hours} ${approved.hours === '1' ? 'was' : 'were'} approved.`;
    return {
      concerns: [concern('hours-mismatch', text, training.certificate, 'hours')],
      parts: [{ bucket: null, hours }],
      why: text,
      isClinical,
    };
  }
  if (hours !== whole && !isHoursSure(training)) {
    const text = 'Form and certificate are pictures, and their hours are not those that were approved.';
    return {
      concerns: [concern('low-confidence', text, training.certificate, 'hours')],
      parts: [{ bucket: null, hours }],
      why: text,
      isClinical,
    };
  }
  if (ethics === 0 || ethics === whole) {
    const bucket: Bucket = ethics === 0 ? 'core' : 'ethics';
    return { concerns: categoryConcerns(training, claimed, bucket), parts: [{ bucket, hours }], why, isClinical };
  }
  return splitParts(training, { whole, ethics, hours });
}

/** Two pictures may both have lost the same decimal point: hours seen twice on either of them are sure. */
function isHoursSure({ certificate, reported }: Training): boolean {
  if (!isSeenOnly(certificate) || !isSeenOnly(reported?.from)) return true;
  return [fieldOf(certificate, 'hours'), reported?.row.hours].some((value) => (value?.confidence ?? 0) >= certainFrom);
}

function categoryConcerns(training: Training, claimed: Bucket | null, bucket: Bucket): Concern[] {
  const printed = hoursOf(fieldOf(training.certificate, 'ethicsHours'));
  const hours = hoursOf(fieldOf(training.certificate, 'hours'));
  const expected = bucket === 'ethics' ? hours : 0;
  if (printed !== null && printed !== expected) {
    const why = 'The ethics hours on the certificate are not those that were approved.';
    return [concern('hours-mismatch', why, training.certificate, 'ethicsHours')];
  }
  const said = training.reported?.ethicsHours;
  if (said !== undefined && said !== expected) return [partsDiffer(training)];
  if (claimed === null || claimed === bucket) return [];
  const names = { ethics: 'ethics', core: 'core skills' };
  const why = `Your form lists this training under ${names[claimed]}; it was approved for ${names[bucket]}.`;
  return [concern('topic-unclear', why, training.certificate, 'category')];
}

function partsDiffer(training: Training): Concern {
  const why = 'The ethics hours on your form are not those that were approved for this training.';
  return concern('hours-mismatch', why, training.reported?.from, 'hours');
}

/** A conference: its ethics part counts only when the certificate itself shows it, and as approved. */
function splitParts(
  training: Training,
  { whole, ethics, hours }: { whole: HoursHundredths; ethics: HoursHundredths; hours: HoursHundredths },
): TopicCheck {
  const printed = hoursOf(fieldOf(training.certificate, 'ethicsHours'));
  const said = training.reported?.ethicsHours ?? ethics;
  if (hours === whole && printed === ethics && said === ethics) {
    const why = 'Approved beforehand; the certificate shows which part was ethics.';
    const parts: CreditPart[] = [
      { bucket: 'ethics', hours: ethics },
      { bucket: 'core', hours: whole - ethics },
    ];
    return { concerns: [], parts, why, isClinical: false };
  }
  const why = 'The certificate does not show clearly which part of this training was ethics.';
  const unclear = () => concern('topic-unclear', why, training.certificate, 'ethicsHours');
  // a certificate that is not there yet is asked for; what it shows is no question for a person before it came
  const ofPart = training.certificate === null ? [] : [unclear()];
  return {
    concerns: said === ethics ? ofPart : [partsDiffer(training)],
    parts: [{ bucket: null, hours }],
    why,
    isClinical: false,
  };
}
