import type { DocumentRecord } from './document.ts';

/** Two sources that agree, each at least this sure, are as good as one that is certain. */
export const agreeingFrom = 0.6;

/** A name on a picture that the machine itself hardly believes: it speaks for nobody and against nobody. */
export function hasUnsureName({ reading, fields }: Pick<DocumentRecord, 'reading' | 'fields'>): boolean {
  const name = fields.attendeeName ?? fields.legalName;
  return reading === 'ocr' && (name?.confidence ?? 0) < agreeingFrom;
}
