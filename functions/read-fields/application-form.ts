import type { DocumentKind, FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { answerTo } from './answer-to-question.ts';
import { markValue, optionOf } from './check-groups.ts';
import { readEducationLevel } from './education-level.ts';
import { asDate, asEmail, asPhone, asText, type Parse } from './field-values.ts';
import { type Fields, type OpenForm, openForm, readField, readFieldsOf, readLegalName } from './form-reading.ts';
import { headingOf } from './heading-of-form.ts';
import { type Months, monthsIn } from './months.ts';
import type { PageView } from './page-view.ts';
import { phrases } from './phrases.ts';
import { personLabels, reportLabels } from './report-labels.ts';
import { readSignature } from './signature.ts';
import { findUnanswered } from './unanswered-questions.ts';

const applicationLabels = {
  ...personLabels,
  dateOfBirth: phrases('date of birth', 'birth date', 'birthdate', 'dob', 'born [on]', 'fecha de nacimiento'),
  parish: phrases(
    'parish [of] [residence|where you live|you live in|where you reside]',
    '[home] parish',
    'parish county',
    'parroquia',
  ),
  educationLevel: phrases(
    '[highest] [level] [of] education [level|completed]',
    'highest (grade|level) or (degree|diploma) [completed|earned|finished]',
    'highest (grade|degree|level|diploma) [of] [education|school|schooling] [you] [have] [completed|earned|degree|finished]',
    'highest diploma or degree [earned|completed]',
    '(educational|schooling) [level|attainment|background]',
    'education [completed]',
    'nivel de educacion',
  ),
  signature: reportLabels.signature,
  signatureDate: reportLabels.signatureDate,
  employer: reportLabels.employer,
  classWished: phrases(
    '(preferred|desired|requested) [training] (class|session|cohort|training) [date|dates|location]',
    '(class|session|cohort|training) [date|dates|location] (preferred|desired|requested|wished)',
    '(preferred|desired|requested) [training] (date|dates) [of] [class|training]',
    '(class|session|cohort|training) [date|dates] [you are] applying for',
    'which (class|session|training|cohort) [date|dates] [do|would|are] [you] (prefer|want|like|applying for)',
  ),
  recoveryLength: phrases('(length of|time in) recovery'),
  caregiverExperienceMonths: phrases(
    '(length|years|months|time|duration|amount) of [parenting|caregiving|parent|caregiver] [or] [caregiver|caregiving] experience',
    '(caregiving|caregiver|parenting|parent caregiver) experience',
  ),
} as const;
type Field = keyof typeof applicationLabels;

const yesOrNo = {
  livedExperience:
    /\blived experience\b|\b(?:self-?)?identif\w+ (?:yourself )?as\b.*\b(?:person|individual|someone|peer)\b|\bpersonal experience (?:with|of)\b.*\b(?:mental|behavioral|substance|addiction|recovery)|\bexperiencia vivida\b/i,
  caresForChild:
    /\b(?:parent|caregiver|guardian|raised|raising|cared? for)\b.*\b(?:child|youth|young person|son|daughter)/i,
  recoveryTwelveMonths:
    /\brecovery\b.*\b(?:12|twelve|one|1)\b[\s-]*(?:\(\d+\)\s*)?(?:continuous\s+)?(?:months?|year)|\b(?:12|twelve|one|1)\b[\s-]*(?:\(\d+\)\s*)?(?:continuous\s+)?(?:months?|year).*\brecovery\b|\brecuperaci[oó]n\b.*\b(?:12|doce)\b/i,
} as const;

const howLong = {
  recoveryLength: /\b(?:how long|how many (?:months|years)|length of time|since when|time)\b.*\brecovery\b/i,
  caregiverExperienceMonths:
    /\b(?:how long|how many|length|years|months|number|time|since when|dates?|amount)\b.*\b(?:parent\w*|caregiv\w*|guardian|car(?:e|ed|ing) for|rais(?:ed|ing))\b|\b(?:parent\w*|caregiv\w*)\b.*\b(?:how long|how many|months|years)\b/i,
} as const;

type Answer = FieldValue | null;

/** An application for a training. Stories told in it are not read: people read them. */
export function readApplicationForm(
  views: readonly PageView[],
  isDayFirst: boolean,
  kind: DocumentKind,
): { fields: Fields; reasons: Reason[] } {
  const form = openForm(views, applicationLabels, isDayFirst, [], howLong);
  const { fields, reasons } = readFieldsOf(form, {
    dateOfBirth: asDate,
    email: asEmail,
    phone: asPhone,
    parish: asParish,
    signatureDate: asDate,
  });
  for (const [field, reading] of [
    ['legalName', readLegalName(form)],
    ['educationLevel', readEducationLevel(form)],
  ] as const) {
    if (reading === null) continue;
    fields[field] = reading.value;
    reasons.push(...reading.reasons);
  }
  const signedOn = typeof fields.signatureDate?.value === 'string' ? fields.signatureDate.value : null;
  const isFamily = kind === 'family-training-application';
  const others: Record<string, Answer> = {
    livedExperience: livedExperienceIn(views, isFamily),
    ...(isFamily
      ? { caregiverExperienceMonths: monthsAt(form, 'caregiverExperienceMonths', signedOn) }
      : { recoveryTwelveMonths: recoveryIn(form, signedOn) }),
    signaturePresent: readSignature(form, 'signature'),
    unansweredQuestions: findUnanswered(form),
    appliedFor: headingOf(views[0]),
    classWished: classIn(form),
  };
  for (const [name, value] of Object.entries(others)) if (value) fields[name] = value;
  if (others.unansweredQuestions) reasons.push(unanswered);
  return { fields, reasons };
}

const unanswered: Reason = {
  code: 'question-unanswered',
  text: 'Some questions on the form have no answer.',
  field: 'unansweredQuestions',
};

/** "St. Landry Parish" is St. Landry; a state or a postal code behind it does not belong to it. */
const asParish: Parse = (text, context) => {
  const parish = asText(text, context)
    ?.value.replace(/,?\s+(?:parish|county)\b.*$/i, '')
    .replace(/,.*$|\s+[A-Z]{2}(?:\s+\d{5}.*)?$/, '');
  return parish === undefined || parish === '' || /\d{3}|@/.test(parish) ? null : { value: parish };
};

/** A name or a day; anything longer is a story, and stays on its page. */
const classNameMax = 60;
const asClassName: Parse = (text, context) => {
  const name = asText(text, context);
  return name !== null && name.value.length <= classNameMax ? name : null;
};

function classIn(form: OpenForm<Field>): Answer {
  const wished = readField(form, 'classWished', asClassName)?.value;
  return wished && wished.value !== null ? wished : null;
}

function answerIn(views: readonly PageView[], question: RegExp): Answer {
  const answers = views.flatMap((view) => answerTo(view, question) ?? tickedStatement(view, question) ?? []);
  return answers[0] ?? null;
}

const livedExperienceIn = (views: readonly PageView[], isFamily: boolean): Answer =>
  answerIn(views, yesOrNo.livedExperience) ?? (isFamily ? answerIn(views, yesOrNo.caresForChild) : null);

/** "I am a person with lived experience" beside one box: the tick is the answer. */
function tickedStatement(view: PageView, about: RegExp): Answer {
  for (const mark of view.marks) {
    const option = optionOf(view, mark);
    if (/^\W*(?:i|yo)\b/i.test(option.text) && about.test(option.text))
      return markValue(view, mark, mark.checked || null);
  }
  return null;
}

function recoveryIn(form: OpenForm<Field>, signedOn: string | null): Answer {
  const ticked = answerIn(form.views, yesOrNo.recoveryTwelveMonths);
  if (ticked !== null) return ticked;
  const length = monthsAt(form, 'recoveryLength', signedOn);
  if (length === null || typeof length.value !== 'string') return length;
  return { ...length, value: Number(length.value) >= 12 };
}

function monthsAt(form: OpenForm<Field>, field: Field, signedOn: string | null): Answer {
  const asMonths: Parse = (text) => {
    const months = monthsIn(text, signedOn) ?? bareMonths(text, labelOf(form, field));
    return months && { value: months.value, ...(months.isExact ? {} : { share: 0.6 }) };
  };
  return readField(form, field, asMonths)?.value ?? null;
}

const labelOf = (form: OpenForm<Field>, wanted: Field) => form.labels.find(({ field }) => field === wanted)?.text ?? '';

/** A number alone counts what the question asks for: months, or years. */
function bareMonths(text: string, label: string): Months | null {
  const unit = /\bmonths?\b/i.test(label) ? 'months' : /\byears?\b/i.test(label) ? 'years' : null;
  const isBoth = /\bmonths?\b.*\byears?\b|\byears?\b.*\bmonths?\b/i.test(label);
  return unit && !isBoth && /^\W*\d{1,3}(?:\.\d)?\W*$/.test(text) ? monthsIn(`${text.trim()} ${unit}`, null) : null;
}
