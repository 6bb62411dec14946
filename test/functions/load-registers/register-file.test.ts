import { expect, it } from 'vitest';
import { makeLoadRegisterFile } from '#functions/load-registers/register-file.ts';

const report = { loaded: 1, unchanged: 0, refused: [] };

function aLoader() {
  const calls: string[] = [];
  const note = (register: string) => async () => {
    calls.push(register);
    return report;
  };
  return { calls, load: makeLoadRegisterFile({ loadRoster: note('roster'), loadApproved: note('approved') }) };
}

it('a file called roster is the roster, one called approved the register of trainings', async () => {
  const { calls, load } = aLoader();

  await load('registers/roster-2026-11.csv', '');
  await load('registers/approved-trainings.csv', '');

  expect(calls).toEqual(['roster', 'approved']);
});

it('a file of any other name is not guessed at', async () => {
  const { calls, load } = aLoader();

  await expect(load('registers/people.csv', '')).rejects.toMatchObject({ name: 'GiveUp' });
  await expect(load('registers/roster.xlsx', '')).rejects.toMatchObject({ name: 'GiveUp' });
  expect(calls).toEqual([]);
});
