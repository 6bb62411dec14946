/** What the rules look at: a value that decides nothing is not worth paying for a second look. */
export const decidingFields: ReadonlySet<string> = new Set([
  ...['attendeeName', 'courseTitle', 'provider', 'completedOn', 'startedOn', 'hours', 'ethicsHours'],
  ...['legalName', 'reportingYear', 'totalHours', 'attestationChecked', 'signaturePresent', 'mandatoryForJob'],
  ...['title', 'category', 'dateOfBirth'],
]);
