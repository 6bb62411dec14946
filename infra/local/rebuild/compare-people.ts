import type { RecordStore } from '#shared/ports/record-store.ts';
import { listIdentityChangesOf } from '#shared/records/identity-change-records.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { listVerifications } from '#shared/records/verification-records.ts';
import { type Difference, differing, type Facts } from './compare-stores.ts';

/** Where two stores of one office say something else of people of whom somebody said something. */
export async function comparePeople(
  old: RecordStore,
  fresh: RecordStore,
  people: readonly string[],
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const person of people)
    differences.push(...differing(person, await factsOf(old, person), await factsOf(fresh, person)));
  return differences;
}

async function factsOf(records: RecordStore, specialistId: string): Promise<Facts> {
  const [specialist, changes, letters, resolutions] = await Promise.all([
    findSpecialist(records, specialistId),
    listIdentityChangesOf(records, specialistId),
    listVerifications(records, specialistId),
    listResolutionsOf(records, specialistId),
  ]);
  return {
    roster: specialist && [specialist.legalName, [...specialist.otherNames].sort(), specialist.email],
    identity: changes.map(({ change: { changeId, state, asked, decided } }) => {
      return { changeId, state, asked: asked?.by, decided: decided?.by };
    }),
    verifications: letters,
    years: resolutions.map(({ resolution }) => resolution),
  };
}
