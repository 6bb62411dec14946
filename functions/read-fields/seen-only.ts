import type { FieldValue, Session, TrainingRow } from '#shared/domain/document.ts';
import type { PageReading } from '#shared/domain/reading.ts';

/**
 * What was only seen on a picture is never certain by itself, however sure the recogniser was: it loses decimal points
 * ("1.5" read as "15") at its highest confidence. A second source has to say the same.
 */
const seenMax = 0.85;

type Values = { fields: Record<string, FieldValue>; trainings: TrainingRow[]; sessions: Session[] };

/** Values from pages read by optical recognition, at most as sure as such a reading can be. */
export function seenOnly<Extract extends Values>(pages: readonly PageReading[], extract: Extract): Extract {
  const seen = new Set(pages.filter((page) => page.medium === 'ocr').map((page) => page.number));
  if (seen.size === 0) return extract;
  const capped = (value: FieldValue): FieldValue =>
    seen.has(value.page) ? { ...value, confidence: Math.min(value.confidence, seenMax) } : value;
  return {
    ...extract,
    fields: Object.fromEntries(Object.entries(extract.fields).map(([name, value]) => [name, capped(value)])),
    trainings: extract.trainings.map((row) => ({
      title: capped(row.title),
      provider: capped(row.provider),
      completedOn: capped(row.completedOn),
      hours: capped(row.hours),
      category: capped(row.category),
      priorApproved: capped(row.priorApproved),
    })),
    sessions: extract.sessions.map((session) => ({
      ...session,
      title: capped(session.title),
      hours: capped(session.hours),
    })),
  };
}
