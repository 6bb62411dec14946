import type { Application } from '#shared/domain/application.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import type { aDeskOfMails, SentMail } from './a-desk-of-mails.ts';
import { aDocument, aField } from './a-document.ts';
import { submissionIdFor } from './a-submission.ts';

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

export type Desk = Awaited<ReturnType<typeof aDeskOfMails>>;
/** A mail of Odette's, received on May 10, 2026. */
export const sent = (documents: SentMail['documents'], own: Partial<SentMail> = {}): SentMail => ({
  documents,
  receivedAt: '2026-05-10T15:00:00.000Z',
  ...own,
  mail: { ...fromOdette, ...own.mail },
});

/** The one application that a mail brought or added to. */
export async function only(desk: Desk, number: number): Promise<Application> {
  const [application, ...more] = await applicationsOfMail(desk.records, submissionIdFor(number));
  if (!application || more.length > 0) throw new Error('there is not exactly one application');
  return application;
}

export const verdicts = ({ findings }: { findings: readonly { rule: string; verdict: string }[] }) =>
  Object.fromEntries(findings.map(({ rule, verdict }) => [rule, verdict]));
