import type { DocumentRecord } from '#shared/domain/document.ts';
import { aDocument, aField } from './a-document.ts';

/** A form with every answer, filled in on a computer by somebody who is on no roster. */
export function anApplication(
  fields: DocumentRecord['fields'] = {},
  own: Partial<DocumentRecord> = {},
): DocumentRecord {
  const answers = {
    legalName: aField('Odette Marchand'),
    dateOfBirth: aField('1990-05-02'),
    email: aField('odette@example.org'),
    phone: aField('504-555-0110'),
    parish: aField('Caddo'),
    educationLevel: aField('High school diploma'),
    livedExperience: aField(true),
    recoveryTwelveMonths: aField(true),
    signaturePresent: aField(true),
    ...fields,
  };
  return aDocument({ kind: 'training-application', fields: answers, sha256: 'e'.repeat(64), ...own });
}

export function aSchoolPaper(holderName: string | null = 'Odette Marchand', sha = 'd'): DocumentRecord {
  const fields = {
    ...(holderName === null ? {} : { holderName: aField(holderName) }),
    evidenceType: aField('diploma'),
  };
  return aDocument({ kind: 'education-evidence', fields, sha256: sha.repeat(64) });
}

/** Odette, who wants to join a class, writes from her own address. */
export const fromOdette = { from: 'odette@example.org', fromName: 'Odette Marchand' };
