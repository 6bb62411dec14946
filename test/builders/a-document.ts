import type { DocumentRecord, FieldValue, FileRecord, Session, TrainingRow } from '#shared/domain/document.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import type { Box } from '#shared/domain/reading.ts';
import { submissionIdFor } from './a-submission.ts';

export function aField(value: FieldValue['value'], own: Partial<FieldValue> = {}): FieldValue {
  return { value, confidence: 0.98, page: 1, box: [0.2, 0.2, 0.4, 0.02], raw: null, ...own };
}

/** A row of a report form, on the line `top` of page 1. */
export function aTraining(own: Partial<TrainingRow> = {}, top = 0.5): TrainingRow {
  const at = (left: number, width: number): { box: Box } => ({ box: [left, top, width, 0.02] });
  return {
    title: aField('Ethics and Boundaries in Peer Support', at(0.08, 0.3)),
    provider: aField('Bayou Recovery Institute', at(0.4, 0.2)),
    completedOn: aField('2026-03-04', { ...at(0.62, 0.1), raw: '03/04/2026' }),
    hours: aField('3', at(0.74, 0.05)),
    category: aField('ethics', at(0.8, 0.08)),
    priorApproved: aField(true, at(0.9, 0.04)),
    ...own,
  };
}

export function aSession(own: Partial<Session> = {}): Session {
  return { title: aField('Opening session'), hours: aField('1.5'), ethics: false, ...own };
}

export function aFile(own: Partial<FileRecord> = {}): FileRecord {
  const sha256 = 'a'.repeat(64);
  return {
    submissionId: submissionIdFor(1),
    fileId: fileIdOf(1),
    attachment: 'certificate.pdf',
    mediaType: 'application/pdf',
    sha256,
    bytes: 48_211,
    fileKey: `document/${sha256}`,
    isDecoration: false,
    refused: null,
    readingKey: null,
    ...own,
  };
}

/** A one-page certificate with everything on it. */
export function aDocument(own: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    submissionId: submissionIdFor(1),
    fileId: fileIdOf(1),
    part: 1,
    attachment: 'certificate.pdf',
    sha256: 'a'.repeat(64),
    pages: [1, 1],
    kind: 'certificate',
    kindConfidence: 0.99,
    reading: 'text-layer',
    fields: {
      attendeeName: aField('Dana Fontenot', { box: [0.3, 0.35, 0.4, 0.03] }),
      courseTitle: aField('Ethics and Boundaries in Peer Support', { box: [0.2, 0.45, 0.6, 0.03] }),
      completedOn: aField('2026-03-04', { box: [0.42, 0.55, 0.16, 0.02], raw: 'March 4, 2026' }),
      hours: aField('3', { box: [0.46, 0.6, 0.08, 0.02], raw: '3.0', confidence: 0.91 }),
    },
    trainings: [],
    sessions: [],
    reasons: [],
    isSensitive: false,
    ...own,
  };
}
