import { dayInWords, isDay } from '#shared/domain/calendar.ts';
import type { FieldValue } from '#shared/domain/document.ts';
import { formatHours, hoursInWords } from '#shared/domain/hours.ts';
import { likenessToAny } from '#shared/domain/name-match.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { agreeingFrom } from '#shared/domain/unsure-name.ts';
import { type ReportPeriod, spanInWords } from '#shared/rules/period/person-periods.ts';
import {
  type ClaimDocument,
  certainFrom,
  fieldOf,
  hoursOf,
  isSeenOnly,
  type ReportedRow,
  readingsOf,
  type Training,
  textOf,
} from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { letterLikeness } from './pair-trainings.ts';

export type CheckContext = {
  period: ReportPeriod;
  receivedDay: string;
  trainedOn: string | null;
  /** why there is no form yet that could list a training; null when there is one */
  noForm: Concern | null;
  /** the title under which the training was approved beforehand, where it is surely that one */
  approvedTitle?: string | undefined;
  /** whom the person works for, by the roster */
  employer?: string | null;
  /** the names of the person on file */
  personNames?: readonly string[];
};

/** What is wrong with the papers of one training, whatever its topic. Empty: certificate and form agree and fit the year. */
export function checkCertificate(training: Training, context: CheckContext): Concern[] {
  const { certificate, reported } = training;
  if (!certificate) {
    const title = textOf(reported?.row.title) ?? 'a training on your form';
    return [concern('missing-certificate', `There is no certificate for "${title}" yet.`, reported?.from)];
  }
  const concerns = [
    ...checkPrinted(certificate),
    ...checkDay(certificate, context),
    ...certificate.document.reasons.map((r) => concern(r.code, r.text, certificate, r.field)),
  ];
  if (!reported && context.noForm) return [...concerns, context.noForm];
  if (!reported) {
    const title = textOf(fieldOf(certificate, 'courseTitle')) ?? 'A certificate';
    concerns.push(concern('unlisted-certificate', `"${title}" is not listed on a report form.`, certificate));
    return concerns;
  }
  return [...concerns, ...checkAgreement(reported, certificate), ...checkSureness(reported, certificate, context)];
}

/** On a picture the machine may have missed it: a person looks before the sender is asked for another. */
const notFound = (what: string) => `The ${what} could not be found on the picture of this certificate.`;

/** A certificate without a name, day or hours cannot be counted; the sender may send a corrected one. */
function checkPrinted(certificate: ClaimDocument): Concern[] {
  const has = (name: string) => textOf(fieldOf(certificate, name)) !== null;
  const concerns: Concern[] = [];
  if (!has('attendeeName'))
    concerns.push(concern('name-mismatch', 'No name can be read on this certificate.', certificate, 'attendeeName'));
  if (!has('courseTitle'))
    concerns.push(concern('low-confidence', 'The title of the training cannot be read.', certificate, 'courseTitle'));
  const isSeen = isSeenOnly(certificate);
  if (!has('completedOn')) {
    const why = isSeen ? notFound('day') : 'The certificate does not show the day of the training.';
    concerns.push(concern(isSeen ? 'low-confidence' : 'date-missing', why, certificate, 'completedOn'));
  }
  if (!has('hours')) {
    const why = isSeen ? notFound('hours') : 'The certificate does not show how many hours it is for.';
    concerns.push(concern(isSeen ? 'low-confidence' : 'hours-missing', why, certificate, 'hours'));
  }
  if (has('hours') && hoursOf(fieldOf(certificate, 'hours')) === null) {
    concerns.push(
      concern('unit-ambiguous', 'The hours on the certificate cannot be taken as they stand.', certificate, 'hours'),
    );
  }
  return concerns;
}

function checkDay(certificate: ClaimDocument, { period: { span }, receivedDay, trainedOn }: CheckContext): Concern[] {
  const day = textOf(fieldOf(certificate, 'completedOn'));
  if (day === null) return [];
  if (!isDay(day))
    return [concern('date-ambiguous', 'The day on the certificate is not clear.', certificate, 'completedOn')];
  if (day > receivedDay)
    return [
      concern(
        'date-future',
        `The certificate is dated ${dayInWords(day)}, after it was sent.`,
        certificate,
        'completedOn',
      ),
    ];
  const started = textOf(fieldOf(certificate, 'startedOn')) ?? day;
  // while nobody knows the days of the period, a person looks at the whole of it anyway
  if (span !== null && (started < span.start || day > span.lastDay || day < span.start)) {
    return [
      concern(
        'out-of-period',
        `This training was finished on ${dayInWords(day)}, not within ${spanInWords(span)}.`,
        certificate,
        'completedOn',
      ),
    ];
  }
  if (trainedOn !== null && day <= trainedOn) {
    return [concern('out-of-period', 'This training was not after the initial training.', certificate, 'completedOn')];
  }
  return [];
}

/** What the form says must be what the certificate says. */
function checkAgreement({ row, from }: ReportedRow, certificate: ClaimDocument): Concern[] {
  const concerns: Concern[] = [];
  const [said, printed] = [hoursOf(row.hours), hoursOf(fieldOf(certificate, 'hours'))];
  if (said !== null && printed !== null && said !== printed) {
    const why = `Your form says ${hoursInWords(said)}, the certificate says ${formatHours(printed)}.`;
    concerns.push(concern('hours-mismatch', why, certificate, 'hours'));
  }
  const [saidDay, printedDay] = [textOf(row.completedOn), textOf(fieldOf(certificate, 'completedOn'))];
  if (saidDay !== null && printedDay !== null && saidDay !== printedDay && !isWithin(saidDay, certificate)) {
    const why = `Your form says ${saidDay}, the certificate says ${printedDay}.`;
    const isSeen = isSeenOnly(certificate) || isSeenOnly(from);
    concerns.push(concern(isSeen ? 'low-confidence' : 'date-ambiguous', why, certificate, 'completedOn'));
  }
  if (saidDay === null && !isSameTitle(textOf(row.title) ?? '', textOf(fieldOf(certificate, 'courseTitle')) ?? '')) {
    const why = 'It is not certain that the certificate is for this training of the form.';
    concerns.push(concern('low-confidence', why, certificate, 'courseTitle'));
  }
  if (said === null) concerns.push(concern('low-confidence', 'The hours on the form cannot be read.', from, 'hours'));
  return concerns;
}

/** Where form and certificate agree, a doubtful reading is good enough. */
function checkSureness({ row }: ReportedRow, certificate: ClaimDocument, context: CheckContext): Concern[] {
  const concerns: Concern[] = [];
  const title = fieldOf(certificate, 'courseTitle');
  const pairs: [string, FieldValue | null, FieldValue | null][] = [
    ['hours', fieldOf(certificate, 'hours'), row.hours],
    ['completedOn', fieldOf(certificate, 'completedOn'), row.completedOn],
    ['courseTitle', isTitleOfRegister(title, row.title, context) ? null : title, row.title],
  ];
  for (const [name, value, other] of pairs) {
    if (!isCertain(value, other))
      concerns.push(concern('low-confidence', 'A value was not read with certainty.', certificate, name));
  }
  const name = fieldOf(certificate, 'attendeeName');
  if (name && name.confidence < agreeingFrom && !isNameOnFile(name, context))
    concerns.push(concern('low-confidence', 'The name was not read with certainty.', certificate, 'attendeeName'));
  return concerns;
}

/** A scribble is not misread into exactly the name of the person whose mail it came with. */
function isNameOnFile(name: FieldValue, { personNames = [] }: CheckContext): boolean {
  return readingsOf(name).some((reading) => ['same', 'middle-differs'].includes(likenessToAny(reading, personNames)));
}

/** Letters misread on a picture do not matter where form and certificate both come to the title that was approved. */
function isTitleOfRegister(title: FieldValue | null, listed: FieldValue, { approvedTitle }: CheckContext): boolean {
  if (approvedTitle === undefined) return false;
  const comesTo = (value: FieldValue | null) =>
    readingsOf(value).some((reading) => letterLikeness(reading, approvedTitle) > 0);
  return comesTo(title) && comesTo(listed);
}

/** A form may give any day of a training that took several. */
function isWithin(day: string, certificate: ClaimDocument): boolean {
  const started = textOf(fieldOf(certificate, 'startedOn'));
  const finished = textOf(fieldOf(certificate, 'completedOn'));
  return started !== null && finished !== null && started <= day && day <= finished;
}

function isCertain(value: FieldValue | null, other: FieldValue | null): boolean {
  if (!value || value.value === null) return true; // already reported as missing
  if (value.confidence >= certainFrom) return true;
  const agrees = typeof other?.value === 'string' && String(value.value).toLowerCase() === other.value.toLowerCase();
  return agrees && value.confidence >= agreeingFrom && other.confidence >= agreeingFrom;
}
