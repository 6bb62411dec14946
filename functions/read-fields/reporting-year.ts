import type { FieldValue } from '#shared/domain/document.ts';
import { topOf } from '#shared/reading/box-geometry.ts';
import type { PageView } from './page-view.ts';

const inTitle =
  /\b(20\d{2})\b(?=.*\b(?:report|reporting|continuing education|ce|ceus?|attestation)\b)|\b(?:report|reporting|year|continuing education|ceus?)\b.*\b(20\d{2})\b/i;
const isNotThat = /\b(?:rev|revised|form|version|effective|due|before|by|no later)\b/i;

/** A year in the form's title ("2026 Continuing Education Report"), where no label names it. */
export function findYear(views: readonly PageView[]): FieldValue | null {
  for (const view of views) {
    for (const segment of view.segments.filter((one) => topOf(one.box) < 0.3 && !isNotThat.test(one.text))) {
      const found = inTitle.exec(segment.text);
      const value = found?.[1] ?? found?.[2];
      if (value !== undefined)
        return { value, confidence: 0.9, page: view.number, box: segment.box, raw: segment.text };
    }
  }
  return null;
}
