import { beforeEach, describe, expect, it } from 'vitest';
import { makeLoadRegisters } from '#functions/load-registers/load-registers.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listApprovedTrainings } from '#shared/records/register-records.ts';
import { findSpecialist, listSpecialists } from '#shared/records/roster-records.ts';

const rosterHead = 'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer';
const approvedHead = 'title,provider,hours,ethicsHours,approvedFrom,approvedTo';
const roster = (...lines: string[]) => [rosterHead, ...lines, ''].join('\n');
const approved = (...lines: string[]) => [approvedHead, ...lines, ''].join('\n');

describe('loading the registers', () => {
  let records: RecordStore;
  let load: ReturnType<typeof makeLoadRegisters>;
  beforeEach(() => {
    records = openSqliteRecordStore(':memory:');
    load = makeLoadRegisters({ records });
  });

  it('a roster line becomes a person; empty cells are not known', async () => {
    const text = roster(
      'RPSS-1,"Landry, Monique","Monique L.; M. Landry | Nique",m@example.com,RPSS,2017-07-22,active,',
    );
    expect(await load.loadRoster(text)).toEqual({ loaded: 1, unchanged: 0, refused: [] });
    expect(await findSpecialist(records, 'RPSS-1')).toEqual({
      specialistId: 'RPSS-1',
      legalName: 'Landry, Monique',
      otherNames: ['Monique L.', 'M. Landry', 'Nique'],
      email: 'm@example.com',
      credentialType: 'RPSS',
      initialTrainingDate: '2017-07-22',
      status: 'active',
      employer: null,
    });
  });

  it('the day of certification is a column that a file may leave out; what is on file about it then stays', async () => {
    const withDay = (day: string) => [`${rosterHead},certifiedOn`, `P-1,Ana Lee,,,CPSS,,active,,${day}`, ''].join('\n');
    const onFile = async () => (await findSpecialist(records, 'P-1'))?.certifiedOn;
    await load.loadRoster(withDay('2024-03-15'));
    expect(await onFile()).toBe('2024-03-15');
    expect(await load.loadRoster(roster('P-1,Ana Lee,,,CPSS,,active,Harbor'))).toMatchObject({ loaded: 1 });
    expect(await findSpecialist(records, 'P-1')).toMatchObject({ employer: 'Harbor', certifiedOn: '2024-03-15' });
    expect(await load.loadRoster(withDay('2024-02-30'))).toMatchObject({
      refused: [{ line: 2, reason: 'certifiedOn is not a day such as 2026-12-31' }],
    });
    await load.loadRoster(withDay(''));
    expect(await onFile()).toBeNull();
  });

  it('the language that somebody asked for is a column too, by its name or its letters', async () => {
    const withLanguage = (language: string) =>
      [`${rosterHead},language`, `P-1,Ana Lee,,,CPSS,,active,,${language}`, ''].join('\n');
    const onFile = async () => (await findSpecialist(records, 'P-1'))?.language;
    for (const [written, kept] of [
      ['Spanish', 'es'],
      ['ES', 'es'],
      ['Español', 'es'],
      ['English', 'en'],
      ['vi', 'vi'],
    ] as const) {
      await load.loadRoster(withLanguage(written));
      expect(await onFile()).toBe(kept);
    }
    expect(await load.loadRoster(roster('P-1,Ana Lee,,,CPSS,,active,Harbor'))).toMatchObject({ loaded: 1 });
    expect(await onFile()).toBe('vi');
    expect(await load.loadRoster(withLanguage('the one of my mother'))).toMatchObject({
      refused: [{ line: 2, reason: 'language is not a language such as en or es' }],
    });
    await load.loadRoster(withLanguage(''));
    expect(await onFile()).toBeNull();
  });

  it('a file from a spreadsheet is read: byte order mark, CRLF, columns in another order, one more, blank lines', async () => {
    const head = rosterHead.split(',').toReversed().join(',');
    const text = `\ufeff${head},note\r\nHarbor,active,,RFPSS,,,Ana Lee,RFPSS-1,hello\r\n\r\n`;
    expect(await load.loadRoster(text)).toEqual({ loaded: 1, unchanged: 0, refused: [] });
    expect(await findSpecialist(records, 'RFPSS-1')).toMatchObject({ legalName: 'Ana Lee', employer: 'Harbor' });
  });

  it('loading again changes only what differs', async () => {
    const line = (status: string) => `RPSS-1,Ana Lee,,,RPSS,,${status},`;
    await load.loadRoster(roster(line('active'), 'RPSS-2,Bo Lee,,,RPSS,,active,'));
    const again = await load.loadRoster(roster(line('inactive'), 'RPSS-2,Bo Lee,,,RPSS,,active,'));
    expect(again).toEqual({ loaded: 1, unchanged: 1, refused: [] });
  });

  it('each bad line is told with its number and its column, never its content, and the others are loaded', async () => {
    const text = roster(
      'RPSS-1,Ana Lee,,,RPSS,,active,',
      'RPSS-2,,,,RPSS,,active,',
      'RPSS-3,"Secret\nName",,not an address,RPSS,2026-02-29,active,',
      'RPSS 4,Bo Lee,,,RPSS,,active,',
      'RPSS-5,Bo Lee,,,RPSS',
      'RPSS-1,Ana Two,,,RPSS,,active,',
      'RPSS-6,aa bb cc dd ee ff gg hh ii jj kk ll,,,RPSS,,active,',
    );
    const report = await load.loadRoster(text);
    expect(report).toMatchObject({ loaded: 1, unchanged: 0 });
    expect(report.refused).toEqual([
      { line: 3, reason: 'legalName is empty' },
      { line: 5, reason: 'email is not an address; initialTrainingDate is not a day such as 2026-12-31' },
      { line: 6, reason: 'specialistId is not an id of letters, digits, . _ -' },
      { line: 7, reason: '5 cells where the head line has 8' },
      { line: 8, reason: 'the same entry as line 2' },
      { line: 9, reason: 'the names have more than 10 parts' },
    ]);
    expect((await listSpecialists(records)).map(({ legalName }) => legalName)).toEqual(['Ana Lee']);
  });

  it.each([
    ['is empty', ''],
    ['has other columns', 'name,hours\nA,1\n'],
    ['has an open quote', roster('RPSS-1,Ana Lee,,,RPSS,,active,', 'RPSS-2,"Bo Lee,,,RPSS,,active,')],
    ['has a line without an end', roster('RPSS-1,Ana Lee,,,RPSS,,active,', 'x'.repeat(30_000))],
  ])('nothing of a file that %s is loaded, and that is said', async (_what, text) => {
    const report = await load.loadRoster(text);
    expect(report).toMatchObject({ loaded: 0, unchanged: 0 });
    expect(report.refused).toHaveLength(1);
    expect(report.refused[0]?.reason).toContain('nothing of the file was loaded');
    expect(await listSpecialists(records)).toEqual([]);
  });

  it('an approved training keeps its exact hours', async () => {
    const text = approved('"Ethics in Action: A Half-Day",Acadian,4.25,1.5,2026-01-01,2026-12-31');
    expect(await load.loadApproved(text)).toEqual({ loaded: 1, unchanged: 0, refused: [] });
    expect(await load.loadApproved(text)).toEqual({ loaded: 0, unchanged: 1, refused: [] });
    expect(await listApprovedTrainings(records)).toEqual([
      {
        title: 'Ethics in Action: A Half-Day',
        provider: 'Acadian',
        hours: '4.25',
        ethicsHours: '1.5',
        approvedFrom: '2026-01-01',
        approvedTo: '2026-12-31',
      },
    ]);
  });

  it('an approved training that contradicts itself is refused', async () => {
    const { loaded, refused } = await load.loadApproved(
      approved(
        'A,B,2,2.5,2026-01-01,2026-12-31',
        'A,B,2,0,2026-12-31,2026-01-01',
        'A,B,two,0,2026-01-01,2026-12-31',
        'A,B,2,0,01/01/2026,2026-12-31',
      ),
    );
    expect(loaded).toBe(0);
    expect(refused).toEqual([
      { line: 2, reason: 'ethicsHours are more than the hours' },
      { line: 3, reason: 'approvedTo is before approvedFrom' },
      { line: 4, reason: 'hours is not hours such as 2.5' },
      { line: 5, reason: 'approvedFrom is not a day such as 2026-12-31' },
    ]);
  });
});
