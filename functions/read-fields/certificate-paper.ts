import type { FieldValue, Session } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { Block, Part } from './blocks-of-page.ts';
import type { certificateLabels } from './certificate-labels.ts';
import { unclear } from './field-values.ts';
import type { OpenForm } from './form-reading.ts';
import type { PageView } from './page-view.ts';
import type { Found } from './value-near-label.ts';

/** A certificate prepared for reading: labels, paragraphs, sessions; doubts are gathered in `reasons`. */
export type CertificatePaper = {
  form: OpenForm<keyof typeof certificateLabels>;
  views: readonly PageView[];
  blocks: readonly Block[];
  sessions: readonly Session[];
  isDayFirst: boolean;
  reasons: Reason[];
};

export const foundAs = (part: Part, how: Found['how']): Found => ({ ...part, how });

/** Two values that fit equally well: the better one is kept, but not believed. */
export function doubted(value: FieldValue, field: string, reasons: Reason[]): FieldValue {
  reasons.push(unclear(field));
  return { ...value, confidence: Math.min(value.confidence, 0.55) };
}

/** The letters of a name or title alone, without "Ms.". */
export function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:mr|mrs|ms|miss|dr)\b\.?/g, '')
    .replace(/[^\p{L}]+/gu, '');
}

/** The same words, or one the shorter form of the other. */
export function isSameText(a: string, b: string): boolean {
  const [one, other] = [lettersOf(a), lettersOf(b)];
  return one.includes(other) || other.includes(one);
}
