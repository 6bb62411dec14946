import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { triedInWords } from '#infra/local/sweep-in-words.ts';
import { dryRecordStore } from '#shared/adapters/dry-record-store.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { listLettersOf } from '#shared/records/letter-records.ts';
import { anOffice, louisiana, type Office } from './a-swept-office.ts';

const hooks = [
  makeReminderHook({ programme: louisiana, secret: 'a secret of this installation', domain: 'example.gov' }),
];
let office: Office;
beforeEach(async () => {
  office = await anOffice();
  for (const specialistId of ['P-1', 'P-2', 'P-3'])
    await office.add({ specialistId, initialTrainingDate: '2020-03-10' });
});
afterEach(() => office.close());

async function night(day: string) {
  office.setClock(`${day}T08:00:00.000Z`);
  return office.sweep({ hooks });
}
async function nights(from: string, to: string): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) await night(day);
}
const lettersOf = async (id: string): Promise<Letter[]> =>
  (await listLettersOf(office.records, id))
    .map(({ letter }) => letter)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
const daysOf = async (id: string) => (await lettersOf(id)).map(({ day, letter }) => `${day} ${letter}`);

describe('reminders of a programme, night after night', () => {
  test('go to who has sent nothing on each time of the schedule, and after the due day once more', async () => {
    await nights('2026-11-25', '2027-01-20');
    expect(await daysOf('P-1')).toEqual([
      '2026-12-01 reminder-nothing-received',
      '2026-12-17 reminder-nothing-received',
      '2026-12-28 reminder-nothing-received',
      '2026-12-30 reminder-nothing-received',
      '2027-01-12 reminder-after-due-day',
      '2027-01-15 reminder-welcome',
    ]);
  }, 30_000);

  test('stop with the papers that complete a report, and say what is missing where papers were short', async () => {
    await nights('2026-11-30', '2026-12-02');
    await office.receive('P-1', { number: 1, outcome: 'accepted', verdict: 'met' });
    await office.receive('P-2', { number: 2, outcome: 'needs-sender', verdict: 'not-met' });
    await office.receive('P-3', { number: 3, outcome: 'needs-review', verdict: 'cannot-tell' });
    await nights('2026-12-16', '2026-12-17');
    expect(await daysOf('P-1')).toEqual(['2026-12-01 reminder-nothing-received']);
    const [, second] = await lettersOf('P-2');
    expect(second).toMatchObject({ day: '2026-12-17', standing: 'in-progress', letter: 'reminder-hours-missing' });
    expect(second?.text).toContain('What is still missing: 1.25 hours of ethics.');
    expect(await daysOf('P-3')).toEqual(['2026-12-01 reminder-nothing-received']);
  }, 30_000);

  test('of nights that were missed are written on the first one after, as long as they make sense', async () => {
    await night('2026-11-30');
    const { missedDays, counts } = await night('2026-12-03');
    expect(missedDays).toEqual(['2026-12-01', '2026-12-02']);
    expect(counts.beside).toEqual({ reminders: 6 });
    expect(await daysOf('P-1')).toEqual(['2026-12-03 reminder-nothing-received']);
    await night('2026-12-28');
    expect(await daysOf('P-1')).toEqual([
      '2026-12-03 reminder-nothing-received',
      '2026-12-28 reminder-nothing-received',
    ]);
  });

  test('cost nothing on a night without letters', async () => {
    await night('2026-12-07');
    const { counts } = await night('2026-12-08');
    expect(counts.beside).toEqual({});
    expect(counts.causes['asked-by-hook'] ?? 0).toBe(0);
  });

  test('are told by a dry run, which writes none', async () => {
    await night('2026-11-30');
    office.setClock('2026-12-01T08:00:00.000Z');
    const records = dryRecordStore(office.records);
    await office.sweep({ hooks, records });
    const words = triedInWords(records.changes());
    expect(words).toContain('  P-1 2026: letter reminder-nothing-received, 30-days-before-due-day, waiting');
    expect(words.at(-1)).toBe('Letters: 3 reminder-nothing-received (en)');
    expect(words.join('\n')).not.toContain('MAILED');
    expect(await daysOf('P-1')).toEqual([]);
  });
});
