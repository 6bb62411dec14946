import type { DocumentKind } from '#shared/domain/document.ts';

export const kindWords: Readonly<Record<DocumentKind, string>> = {
  'ce-report': 'Report form',
  'ceu-guidance': 'Guidance form',
  certificate: 'Certificate',
  'training-application': 'Training application',
  'family-training-application': 'Family training application',
  'education-evidence': 'Education evidence',
  other: 'Other paper',
};
