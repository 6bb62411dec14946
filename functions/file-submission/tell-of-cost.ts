import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Microdollars } from '#shared/domain/price.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findReadingCost } from '#shared/records/reading-budget.ts';
import type { Metrics } from '#shared/telemetry/metrics.ts';

/** `besideReading`: what a mail costs for all that is not counted mail by mail, worked out from the price list. */
export type CostFigures = { metrics: Metrics; besideReading: Microdollars };

/**
 * That a mail is through, and what it cost. A mail that a reply opened again is told of again, with all that it cost until then:
 * rather too much than too little.
 */
export async function tellOfCost(
  records: RecordStore,
  { metrics, besideReading }: CostFigures,
  submissionId: SubmissionId,
): Promise<void> {
  const { microdollars } = await findReadingCost(records, submissionId);
  const of = { Of: 'intake' };
  metrics.count([
    { name: 'MailsFiled', of, value: 1 },
    { name: 'ReadingMicrodollars', of, value: microdollars },
    { name: 'SubmissionMicrodollars', of, value: microdollars + besideReading },
  ]);
}
