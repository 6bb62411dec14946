/** What a value is, for comparing two readings of it and for how sure a reading of its sort has proved to be. */
export type ValueType = 'date' | 'hours' | 'name' | 'text' | 'identifier' | 'choice' | 'mark' | 'signature';

const types: Readonly<Record<string, ValueType>> = {
  completedOn: 'date',
  startedOn: 'date',
  signatureDate: 'date',
  initialTrainingDate: 'date',
  dateOfBirth: 'date',
  awardedOn: 'date',
  hours: 'hours',
  ethicsHours: 'hours',
  totalHours: 'hours',
  totalEthicsHours: 'hours',
  attendeeName: 'name',
  legalName: 'name',
  holderName: 'name',
  email: 'identifier',
  phone: 'identifier',
  certificateId: 'identifier',
  reportingYear: 'identifier',
  attestationChecked: 'mark',
  mandatoryForJob: 'mark',
  livedExperience: 'mark',
  recoveryTwelveMonths: 'mark',
  priorApproved: 'mark',
  ethics: 'mark',
  signaturePresent: 'signature',
  category: 'choice',
  credentialType: 'choice',
  educationLevel: 'choice',
  evidenceType: 'choice',
};

export const valueTypeOf = (field: string): ValueType =>
  (Object.hasOwn(types, field) ? types[field] : undefined) ?? 'text';
