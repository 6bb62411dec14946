import type { PersonStanding } from '#shared/domain/person-standing.ts';
import { segments } from '#shared/domain/segment.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { pageOfSegment } from '#shared/records/standing-records.ts';

/** Everybody's standing in one report year, segment after segment, in an order that is always the same. */
export async function* walkStandings(records: RecordStore, year: number): AsyncGenerator<PersonStanding> {
  for (const segment of segments) {
    let after: string | undefined;
    do {
      const page = await pageOfSegment(records, segment, { limit: 500, ...(after === undefined ? {} : { after }) });
      for (const standing of page.standings) if (standing.year === year) yield standing;
      after = page.after;
    } while (after !== undefined);
  }
}
