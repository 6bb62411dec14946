import { beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import {
  findSpecialist,
  listSpecialists,
  putSpecialist,
  specialistsByEmail,
  specialistsByNameToken,
} from '#shared/records/roster-records.ts';

const aPerson = (change: Partial<Specialist> = {}): Specialist => ({
  specialistId: 'RPSS-0021',
  legalName: 'Monique Landry Arceneaux',
  otherNames: ['Monique Landry'],
  email: 'M.Arceneaux@example.com',
  credentialType: 'RPSS',
  initialTrainingDate: '2017-07-22',
  status: 'active',
  employer: null,
  ...change,
});

describe('the roster', () => {
  let records: RecordStore;
  beforeEach(() => {
    records = openSqliteRecordStore(':memory:');
  });
  const idsByName = async (token: string) =>
    (await specialistsByNameToken(records, token)).map(({ specialistId }) => specialistId);

  it('gives a person back as put', async () => {
    expect(await putSpecialist(records, aPerson())).toBe('added');
    expect(await findSpecialist(records, 'RPSS-0021')).toEqual(aPerson());
    expect(await findSpecialist(records, 'RPSS-9999')).toBeNull();
  });

  it('finds everybody who bears a part of a name, also an earlier name', async () => {
    await putSpecialist(records, aPerson());
    await putSpecialist(records, aPerson({ specialistId: 'RPSS-0001', legalName: 'Zoë Landry', otherNames: [] }));
    expect(await idsByName('landry')).toEqual(['RPSS-0001', 'RPSS-0021']);
    expect(await idsByName('arceneaux')).toEqual(['RPSS-0021']);
    expect(await idsByName('zoe')).toEqual(['RPSS-0001']);
    expect(await idsByName('nobody')).toEqual([]);
  });

  it('finds by address whatever the case, and both people where they share one', async () => {
    await putSpecialist(records, aPerson());
    await putSpecialist(records, aPerson({ specialistId: 'RPSS-0022', email: 'm.arceneaux@EXAMPLE.com' }));
    const found = await specialistsByEmail(records, ' m.ARCENEAUX@example.com');
    expect(found.map(({ specialistId }) => specialistId)).toEqual(['RPSS-0021', 'RPSS-0022']);
  });

  it('forgets a name and an address that a person no longer has', async () => {
    await putSpecialist(records, aPerson());
    const renamed = aPerson({ legalName: 'Monique Broussard', otherNames: [], email: null });
    expect(await putSpecialist(records, renamed)).toBe('changed');
    expect(await idsByName('landry')).toEqual([]);
    expect(await idsByName('broussard')).toEqual(['RPSS-0021']);
    expect(await specialistsByEmail(records, 'm.arceneaux@example.com')).toEqual([]);
    expect(await listSpecialists(records)).toEqual([renamed]);
  });

  it('writes nothing when nothing changed', async () => {
    await putSpecialist(records, aPerson());
    expect(await putSpecialist(records, aPerson())).toBe('unchanged');
    expect((await records.find({ pk: 'PERSON#RPSS-0021', sk: 'PROFILE' }))?.version).toBe(1);
  });

  it('leaves rows alone that other parts keep under the person', async () => {
    const year = { pk: 'PERSON#RPSS-0021', sk: 'YEAR#2026' };
    await records.write([{ put: { ...year, body: { hours: 250 } }, expect: 'absent' }]);
    expect(await putSpecialist(records, aPerson())).toBe('added');
    await putSpecialist(records, aPerson({ status: 'inactive' }));
    expect(await records.find(year)).toEqual({ ...year, body: { hours: 250 }, version: 1 });
  });

  it('changes a name of ten parts into ten others in one write, with the row of its audit trail, and gives up on eleven', async () => {
    const parts = (letter: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${letter}${String.fromCodePoint(97 + at)}`).join(' ');
    await putSpecialist(records, aPerson({ legalName: parts('a', 10), otherNames: [], email: 'old@example.com' }));
    const changed = aPerson({ legalName: parts('b', 10), otherNames: [], email: 'new@example.com' });
    const told = personAuditWrite('RPSS-0021', {
      at: '2026-12-02',
      by: 'machine',
      action: 'roster-changed',
      codes: [],
    });
    expect(await putSpecialist(records, changed, [told])).toBe('changed');
    expect([await idsByName('aa'), await idsByName('bj')]).toEqual([[], ['RPSS-0021']]);
    const tooMany = aPerson({ legalName: parts('c', 11), otherNames: [] });
    await expect(putSpecialist(records, tooMany)).rejects.toMatchObject({ name: 'GiveUp' });
  });
});
