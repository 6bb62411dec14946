import type { FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { answerTo } from './answer-to-question.ts';
import { asDate, asHours, asText } from './field-values.ts';
import { type Fields, openForm, readFieldsOf, readLegalName } from './form-reading.ts';
import type { PageView } from './page-view.ts';
import { phrases } from './phrases.ts';
import { personLabels, reportLabels, trainingColumns } from './report-labels.ts';
import { readSignature } from './signature.ts';

const guidanceLabels = {
  ...personLabels,
  courseTitle: trainingColumns.title,
  provider: phrases(
    '[training|course|name of|name of training] (provider|sponsor|organization|sponsor provider|provider sponsor|provider or sponsor|sponsoring organization|training organization|presenting organization|host organization) [name] [of] [training|the training|or sponsor|or organization|organization|agency]',
    '(offered|provided|presented|sponsored|hosted) by',
    'who (provided|offered|sponsored) [it|the training]',
  ),
  completedOn: phrases(
    '(date|dates) [of] [training|the training|course|event] [completed|attended|completion|taken|of completion|of attendance] [mm dd yyyy]',
    '[training|course|completion|event] (date|dates)',
    'completed on',
    'date [you] [completed|attended] [the] training',
  ),
  hours: phrases(
    '[number|total|total number] [of] [ce|ceu|contact|clock|training|credit] (hours|ceus|credits|hrs) [claimed|requested|earned|completed|awarded|you claim]',
    'ceus claimed',
    'length of training',
  ),
  ethicsHours: phrases(
    '[number|total] [of] ethics [ce|ceu|contact|clock] (hours|ceus|credits|hrs) [claimed|requested|earned|completed|included]',
    'of (which|these) [are|in] ethics [hours|ceus]',
    '[number] [of] (hours|ceus) (in|of|for) ethics',
    '(hours|ceus) [claimed] (as|in|for) ethics',
  ),
  competency: phrases(
    '[which] [peer|samhsa] core (competency|competencies|competence) [area|category|it] [addressed|covered|supported|met|does it address|does this training address|does it support]',
    '(competency|competencies) [area] [addressed|covered|supported]',
  ),
  trainer: phrases('[name] [of] (trainer|presenter|instructor) [s] [name|and credentials|credentials]'),
  signature: reportLabels.signature,
  signatureDate: phrases(
    '[signature|todays] date signed',
    'signature date',
    'date of signature',
    'dated',
    'todays date',
    'signed on',
  ),
} as const;

const mandatory =
  /\b(?:mandat\w+|require[ds]?|obligat\w+|condition)\b.*\b(?:job|employ\w*|work\w*|position|agency|trabajo)\b|\b(?:job|employ\w*|work)\b.*\b(?:mandat\w+|require[ds]?|obligat\w+)\b/i;

/** The form for a training that was not approved in advance. */
export function readGuidanceForm(
  views: readonly PageView[],
  isDayFirst: boolean,
): { fields: Fields; reasons: Reason[] } {
  const form = openForm(views, guidanceLabels, isDayFirst);
  const { fields, reasons } = readFieldsOf(form, {
    courseTitle: asText,
    provider: asText,
    completedOn: asDate,
    hours: asHours,
    ethicsHours: asHours,
    competency: asText,
  });
  const name = readLegalName(form);
  if (name) {
    fields.legalName = name.value;
    reasons.push(...name.reasons);
  }
  const others: Record<string, FieldValue | null> = {
    mandatoryForJob: views.map((view) => answerTo(view, mandatory)).find((answer) => answer !== null) ?? null,
    signaturePresent: readSignature(form, 'signature'),
  };
  for (const [name, value] of Object.entries(others)) if (value) fields[name] = value;
  return { fields, reasons };
}
