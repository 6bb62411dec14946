import type { DocumentKind, Session, TrainingRow } from '#shared/domain/document.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { readApplicationForm } from './application-form.ts';
import { readCertificate } from './certificate.ts';
import { contradictoryAnswers } from './check-groups.ts';
import { isDayFirst } from './dates.ts';
import { readEducationEvidence } from './education-evidence.ts';
import type { Fields } from './form-reading.ts';
import { readGuidanceForm } from './guidance-form.ts';
import { type PageView, viewPage } from './page-view.ts';
import { readReportForm } from './report-form.ts';

export type Extract = { fields: Fields; trainings: TrainingRow[]; sessions: Session[]; reasons: Reason[] };

/** A form or a certificate is over by then; what follows is handouts. */
const pagesMax = 12;

const nothing: Extract = { fields: {}, trainings: [], sessions: [], reasons: [] };

/** The fields of one document from the words on its pages. Pure: the same words give the same fields. */
export function extractDocument(pages: readonly PageReading[], kind: DocumentKind): Extract {
  const views = pages
    .filter((page) => page.medium !== 'unread')
    .slice(0, pagesMax)
    .map(viewPage);
  if (views.length === 0) return nothing;
  const extract = { ...nothing, ...read(views, kind, isDayFirst(views.flatMap(textsOf))) };
  // a phrase in small print that was seen on a picture proves nothing, and needs no second look
  if (pages.some(({ medium }) => medium === 'ocr')) delete extract.fields.deliveryMode;
  return { ...extract, reasons: withoutRepeats([...extract.reasons, ...contradictoryAnswers(extract.fields)]) };
}

function read(views: readonly PageView[], kind: DocumentKind, dayFirst: boolean): Partial<Extract> {
  switch (kind) {
    case 'ce-report':
      return readReportForm(views, dayFirst);
    case 'certificate':
      return readCertificate(views, dayFirst);
    case 'ceu-guidance':
      return readGuidanceForm(views, dayFirst);
    case 'training-application':
    case 'family-training-application':
      return readApplicationForm(views, dayFirst, kind);
    case 'education-evidence':
      return readEducationEvidence(views, dayFirst);
    case 'other':
      return {};
  }
}

function textsOf(view: PageView): string[] {
  return [...view.segments.map((segment) => segment.text), ...view.entries.flatMap((entry) => entry.text ?? [])];
}

function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = `${reason.code} ${reason.field}`;
    return !seen.has(key) && seen.add(key);
  });
}
