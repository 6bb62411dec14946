import type { IdentityChange } from '#shared/domain/identity-change.ts';
import type { Resolution } from '#shared/domain/resolution.ts';
import type { Verification } from '#shared/domain/verification.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listIdentityChangesOf } from '#shared/records/identity-change-records.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { listVerifications } from '#shared/records/verification-records.ts';

/** What people of the office said of somebody on the roster, not of a mail. */
export type PersonEvent = { at: string; specialistId: string } & (
  | { what: 'identity-asked' | 'identity-decided'; change: IdentityChange }
  | { what: 'verification' | 'verification-second'; letter: Verification }
  | { what: 'year' | 'year-second'; resolution: Resolution }
);

const said = /^(?:IDENTITY-CHANGE|VERIFICATION|RESOLUTION)#/;

/** Of whom something was said, by the rows that hold it. */
export async function peopleSaidOf(rows: RecordRows): Promise<string[]> {
  const found = new Set<string>();
  for await (const { pk, sk } of rows.all())
    if (pk.startsWith('PERSON#') && said.test(sk)) found.add(pk.slice('PERSON#'.length));
  return [...found].sort();
}

export async function saidOfPerson(records: RecordStore, specialistId: string): Promise<PersonEvent[]> {
  const [changes, letters, resolutions] = await Promise.all([
    listIdentityChangesOf(records, specialistId),
    listVerifications(records, specialistId),
    listResolutionsOf(records, specialistId),
  ]);
  return [
    ...changes.flatMap(({ change }): PersonEvent[] => [
      ...(change.asked ? [{ at: change.asked.at, specialistId, what: 'identity-asked' as const, change }] : []),
      ...(change.decided ? [{ at: change.decided.at, specialistId, what: 'identity-decided' as const, change }] : []),
    ]),
    ...letters.flatMap((letter): PersonEvent[] => [
      { at: letter.at, specialistId, what: 'verification', letter },
      ...(letter.second ? [{ at: letter.second.at, specialistId, what: 'verification-second' as const, letter }] : []),
    ]),
    ...resolutions.flatMap(({ resolution }): PersonEvent[] => [
      { at: resolution.at, specialistId, what: 'year', resolution },
      ...(resolution.second
        ? [{ at: resolution.second.at, specialistId, what: 'year-second' as const, resolution }]
        : []),
    ]),
  ];
}
