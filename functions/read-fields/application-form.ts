import type { DocumentKind, FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { answerTo } from './check-groups.ts';
import { asDate, asEmail, asPhone, asText } from './field-values.ts';
import { type Fields, openForm, readFieldsOf, readLegalName } from './form-reading.ts';
import type { PageView } from './page-view.ts';
import { phrases } from './phrases.ts';
import { personLabels, reportLabels } from './report-labels.ts';
import { readSignature } from './signature.ts';

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
    'highest (grade|degree|level|diploma) [of] [education] [completed|earned|degree]',
    'education [completed]',
    'nivel de educacion',
  ),
  signature: reportLabels.signature,
  signatureDate: reportLabels.signatureDate,
  employer: reportLabels.employer,
} as const;

const questions = {
  livedExperience: /\blived experience\b|\bidentify as\b.*\b(?:person|individual)\b/i,
  recoveryTwelveMonths: /\brecovery\b.*\b(?:12|twelve)\b|\b(?:12|twelve)\b.*\brecovery\b/i,
} as const;

/** An application for a training. Stories told in it are not read: people read them. */
export function readApplicationForm(
  views: readonly PageView[],
  isDayFirst: boolean,
  kind: DocumentKind,
): { fields: Fields; reasons: Reason[] } {
  const form = openForm(views, applicationLabels, isDayFirst);
  const { fields, reasons } = readFieldsOf(form, {
    dateOfBirth: asDate,
    email: asEmail,
    phone: asPhone,
    parish: asText,
    educationLevel: asText,
    signatureDate: asDate,
  });
  const name = readLegalName(form);
  if (name) {
    fields.legalName = name.value;
    reasons.push(...name.reasons);
  }
  const answer = (question: RegExp) =>
    views.map((view) => answerTo(view, question)).find((found) => found !== null) ?? null;
  const others: Record<string, FieldValue | null> = {
    livedExperience: answer(questions.livedExperience),
    ...(kind === 'training-application' ? { recoveryTwelveMonths: answer(questions.recoveryTwelveMonths) } : {}),
    signaturePresent: readSignature(form, 'signature'),
  };
  for (const [name, value] of Object.entries(others)) if (value) fields[name] = value;
  return { fields, reasons };
}
