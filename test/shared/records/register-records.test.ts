import { expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { listApprovedTrainings, putApprovedTraining } from '#shared/records/register-records.ts';

const aTraining = {
  title: 'Facilitating Recovery Groups',
  provider: 'Acadian Peer Learning Center',
  hours: '5',
  ethicsHours: '0',
  approvedFrom: '2026-01-01',
  approvedTo: '2026-12-31',
};

it('a training of the register is put right, not doubled, when its hours change', async () => {
  const records = openSqliteRecordStore(':memory:');
  expect(await putApprovedTraining(records, aTraining)).toBe('added');
  expect(await putApprovedTraining(records, aTraining)).toBe('unchanged');
  expect(await putApprovedTraining(records, { ...aTraining, hours: '4.5' })).toBe('changed');
  expect(await listApprovedTrainings(records)).toEqual([{ ...aTraining, hours: '4.5' }]);
});

it('the same title of another year or provider is another training', async () => {
  const records = openSqliteRecordStore(':memory:');
  for (const change of [{}, { approvedFrom: '2027-01-01', approvedTo: '2027-12-31' }, { provider: 'Another' }]) {
    expect(await putApprovedTraining(records, { ...aTraining, ...change })).toBe('added');
  }
  expect(await listApprovedTrainings(records)).toHaveLength(3);
});
