import { describe, expect, it } from 'vitest';
import { rowColumns } from '#shared/domain/correction.ts';
import { valueTypeOf } from '#shared/domain/value-types.ts';

const sorts = {
  date: ['completedOn', 'startedOn', 'signatureDate', 'initialTrainingDate', 'dateOfBirth', 'awardedOn'],
  hours: ['hours', 'ethicsHours', 'totalHours', 'totalEthicsHours'],
  name: ['attendeeName', 'legalName', 'holderName'],
  identifier: ['email', 'phone', 'certificateId', 'reportingYear'],
  mark: ['attestationChecked', 'mandatoryForJob', 'livedExperience', 'recoveryTwelveMonths', 'priorApproved'],
  signature: ['signaturePresent'],
  choice: ['category', 'credentialType', 'educationLevel', 'evidenceType'],
};

describe('what a value is', () => {
  it.each(Object.entries(sorts))('%s', (sort, fields) => {
    for (const field of fields) expect(`${field}: ${valueTypeOf(field)}`).toBe(`${field}: ${sort}`);
  });

  it('is plain text where nothing better is known', () => {
    expect(['courseTitle', 'provider', 'address', ''].map(valueTypeOf)).toEqual(['text', 'text', 'text', 'text']);
  });

  it('is known of each column of a report', () => {
    expect(rowColumns.map(valueTypeOf)).toEqual(['text', 'text', 'date', 'hours', 'choice', 'mark']);
  });
});
