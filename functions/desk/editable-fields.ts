import type { DocumentKind } from '#shared/domain/document.ts';

const report = ['reportingYear', 'legalName', 'email', 'phone', 'credentialType', 'initialTrainingDate', 'employer'];
const training = ['courseTitle', 'provider', 'startedOn', 'completedOn', 'hours', 'ethicsHours'];
const application = ['legalName', 'dateOfBirth', 'email', 'phone', 'parish', 'employer', 'educationLevel'];
const story = ['livedExperience', 'recoveryTwelveMonths', 'caregiverExperienceMonths', 'unansweredQuestions'];
const signature = ['signaturePresent', 'signatureDate'];

/** What a person may write on a paper of each kind, in the order of the paper, whether or not the machine found it. */
export const editableFields: Readonly<Record<DocumentKind, readonly string[]>> = {
  'ce-report': [...report, 'totalHours', 'totalEthicsHours', 'attestationChecked', ...signature],
  certificate: ['attendeeName', ...training, 'certificateId', ...signature],
  'ceu-guidance': ['legalName', ...training, 'competency', 'mandatoryForJob', ...signature],
  'training-application': [...application, ...story, ...signature],
  'family-training-application': [...application, ...story, ...signature],
  'education-evidence': ['holderName', 'institution', 'evidenceType', 'awardedOn'],
  other: [],
};
