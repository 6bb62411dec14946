import type { SweepHook } from '#functions/sweep/sweep-hook.ts';
import { runSweep, type SweepParts } from '#infra/local/run-sweep.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { keyOf } from '#shared/adapters/record-writes.ts';
import { caseFileSchema } from '#shared/domain/case-file.ts';
import type { Verdict } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import type { RecordKey, RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import { caseFileWrites, findCaseFile } from '#shared/records/case-file-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { touchMailWrite, touchPersonWrite } from '#shared/records/touched-records.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

export const louisiana = await programmeNamed('louisiana-rpss');
export const missingEthics = {
  rule: 'LA-CE-02',
  fact: 'ethics hours',
  amount: '1.25',
  inWords: '1.25 hours of ethics',
};

export type Paper = { number: number; outcome: Outcome; verdict: Verdict; year?: number };

export type Office = Awaited<ReturnType<typeof anOffice>>;

/** An office with a store of its own, a clock that is set, and nobody on its roster yet. */
export async function anOffice() {
  const store = openSqliteRecordStore(':memory:');
  const { records, rows } = rememberKeys(store);
  let now = '2026-11-20T08:00:00.000Z';
  const clock = { now: () => now };
  const parts = (own: Partial<SweepParts> = {}): SweepParts => ({ records, clock, programme: louisiana, ...own });
  return {
    records,
    clock,
    parts,
    setClock: (instant: string) => {
      now = instant;
    },
    sweep: (own: Partial<SweepParts> = {}) => runSweep(parts(own)),
    add: (own: Partial<Specialist>) =>
      putSpecialist(records, aSpecialist({ email: `${own.specialistId?.toLowerCase()}@example.org`, ...own })),
    /** A paper of somebody, judged; `isTouched` false: as if whoever wrote it had forgotten the touch. */
    receive: (id: string, paper: Paper, isTouched = true) => receive(records, id, paper, isTouched),
    /** Everything in the store. */
    rows,
    close: () => store.close(),
  };
}

async function receive(records: RecordStore, id: string, paper: Paper, isTouched: boolean): Promise<void> {
  const { number, outcome, verdict, year = 2026 } = paper;
  const submission = aSubmission({ number, outcome });
  const found = await findCaseFile(records, id, year);
  const { person: _person, ...finding } = aFinding({ verdict, year, why: 'You need 3 ethics hours.' });
  const caseFile = caseFileSchema.parse({
    specialistId: id,
    year,
    submissions: [...new Set([...(found?.caseFile.submissions ?? []), submissionIdFor(number)])],
    credits: [],
    findings: [finding],
    missing: verdict === 'not-met' ? [missingEthics] : [],
  });
  await records.write([
    submissionWrite(submission, 'any'),
    ...caseFileWrites(caseFile, found?.version ?? null),
    ...(isTouched
      ? [touchMailWrite(submission.submissionId, { people: [id], at: `2026-11-19T00:00:00.${number}Z` })]
      : []),
  ]);
}

export const touch = (records: RecordStore, id: string) => records.write([touchPersonWrite(id)]);

export type Rows = ReadonlyMap<string, StoredRecord>;

/** The same store, and a way to see all of it: the port itself lists no more than a partition. */
function rememberKeys(store: RecordStore) {
  const keys = new Map<string, RecordKey>();
  const records: RecordStore = {
    ...store,
    write(writes) {
      for (const write of writes) {
        const { pk, sk } = keyOf(write);
        keys.set(`${pk} / ${sk}`, { pk, sk });
      }
      return store.write(writes);
    },
  };
  async function rows(): Promise<Rows> {
    const found = new Map<string, StoredRecord>();
    for (const name of [...keys.keys()].sort()) {
      const row = await store.find(keys.get(name) ?? { pk: '', sk: '' });
      if (row) found.set(name, row);
    }
    return found;
  }
  return { records, rows };
}

/** Which rows differ between two looks at the store. */
export function changedRows(before: Rows, after: Rows): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key))).sort();
}

/** A hook that writes one row for everybody whose id ends so, once. */
export function aHook(ending: string): SweepHook {
  const key = (id: string) => ({ pk: `PERSON#${id}`, sk: 'NOTED' });
  return {
    name: 'notes',
    asks: ({ specialist }) => specialist.specialistId.endsWith(ending),
    async writesFor({ specialist, records, at }) {
      const { specialistId } = specialist;
      if (!specialistId.endsWith(ending) || (await records.find(key(specialistId)))) return [];
      return [{ put: { ...key(specialistId), body: { at } }, expect: 'absent' }];
    },
  };
}
