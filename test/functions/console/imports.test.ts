import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listAtDesk } from '#shared/records/history-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { listApprovedTrainings } from '#shared/records/register-records.ts';
import { findSpecialist, listSpecialists, putSpecialist } from '#shared/records/roster-records.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import type { Desk, SignedIn } from './desk.ts';
import { openPeopleDesk } from './people-desk.ts';

const head = 'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer';
const danaLine = 'RPSS-0042,Dana R. Fontenot,,dana.fontenot@example.org,RPSS,2023-03-10,active,';
let desk: Desk;
let supervisor: SignedIn;
beforeEach(async () => {
  desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  supervisor = desk.as('supervisor');
  await putSpecialist(desk.records, aSpecialist());
  await supervisor.request('/people');
});

/** Sends a file as a browser does, and gives the address of its preview. */
async function send(register: string, text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const page = await (await supervisor.request(`/imports/${register}`)).text();
  const body = new FormData();
  body.set('formKey', /name="formKey" value="([^"]+)"/.exec(page)?.[1] ?? '');
  body.set('file', new File([text], 'roster.csv', { type: 'text/csv' }));
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await supervisor.request(`/imports/${register}`, { method: 'POST', body, headers });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
const read = async (address: string) => (await supervisor.request(address)).text();
const planIn = (page: string) => /name="plan" value="([^"]+)"/.exec(page)?.[1] ?? '';
const roster = (...lines: string[]) => [head, ...lines, ''].join('\n');

describe('importing the roster', () => {
  it('shows what would change before anything does', async () => {
    await putSpecialist(desk.records, aSpecialist({ specialistId: 'RPSS-7', legalName: 'Remy Roy', email: null }));
    const page = await read(
      await send(
        'roster',
        roster(
          'RPSS-0042,Dana R. Fontenot,Dana Robichaux,dana.fontenot@example.org,RPSS,2023-03-10,active,Harbor',
          'RPSS-9,Ana Lee,,,RPSS,2026-02-30,active,',
          'RPSS-8,Bo Lee,,bo@example.org,RPSS,2026-01-02,active,',
        ),
      ),
    );
    for (const words of [
      '<strong>1</strong>new',
      '<strong>1</strong>changed',
      '<strong>1</strong>on file, not in this file',
      '<strong>1</strong>line with a fault',
      'Remy Roy (RPSS-7)',
      'initialTrainingDate is not a day such as 2026-12-31',
      'Write the day as year-month-day',
      'Harbor',
    ])
      expect(page).toContain(words);
    expect(await listSpecialists(desk.records)).toHaveLength(2);
    expect((await findSpecialist(desk.records, 'RPSS-0042'))?.employer).toBeNull();
  });

  it('applies what was previewed, deletes nobody, and writes down who did it and what stood there before', async () => {
    await putSpecialist(desk.records, aSpecialist({ specialistId: 'RPSS-7', legalName: 'Remy Roy', email: null }));
    const address = await send(
      'roster',
      roster(`${danaLine}Harbor`, 'RPSS-8,Bo Lee,,bo@example.org,RPSS,2026-01-02,active,'),
    );
    const answer = await supervisor.post(address, { plan: planIn(await read(address)) });
    expect(answer.status).toBe(303);
    expect(await read(address)).toContain('This import is done: 2 rows were written.');
    expect((await listSpecialists(desk.records)).map(({ legalName, employer }) => [legalName, employer])).toEqual([
      ['Dana R. Fontenot', 'Harbor'],
      ['Remy Roy', null],
      ['Bo Lee', null],
    ]);
    const [entry] = await listPersonHistory(desk.records, 'RPSS-0042');
    expect(entry).toMatchObject({ action: 'roster-changed', who: supervisor.staff.staffId });
    expect(entry?.codes[0]).toBe('employer');
    const row = await desk.records.list({ pk: 'PERSON#RPSS-0042', skStartsWith: 'AUDIT#' });
    expect(row.records[0]?.body).toMatchObject({ changes: [{ field: 'employer', before: '', after: 'Harbor' }] });
    expect((await listAtDesk(desk.records, '2026-11', 9)).map(({ action }) => action).sort()).toEqual([
      'import-begun',
      'import-done',
    ]);
  });

  it('changes an address or a name only where somebody ticked it', async () => {
    await putSpecialist(
      desk.records,
      aSpecialist({ specialistId: 'RPSS-7', legalName: 'Remy Roy', email: 'r@example.org' }),
    );
    const address = await send(
      'roster',
      roster(
        danaLine.replace('dana.fontenot@', 'new@'),
        'RPSS-7,Remy Roy,,other@example.org,RPSS,2023-03-10,active,Harbor',
      ),
    );
    const page = await read(address);
    expect(page).toContain('may it be another person?');
    await supervisor.post(address, { plan: planIn(page), identity: 'RPSS-0042' });
    expect((await findSpecialist(desk.records, 'RPSS-0042'))?.email).toBe('new@example.org');
    // what is not ticked stays as a whole: half a row would be nobody's
    expect(await findSpecialist(desk.records, 'RPSS-7')).toMatchObject({ email: 'r@example.org', employer: null });
    expect(await read(address)).toContain('were left as they were');
  });

  it('applies nothing when the records changed since the preview', async () => {
    const address = await send('roster', roster(`${danaLine}Harbor`));
    const plan = planIn(await read(address));
    await putSpecialist(desk.records, aSpecialist({ employer: 'Another House' }));
    const answer = await supervisor.post(address, { plan });
    expect(answer.headers.get('location')).toContain('trouble=changed-meanwhile');
    expect((await findSpecialist(desk.records, 'RPSS-0042'))?.employer).toBe('Another House');
    expect(await read(answer.headers.get('location') ?? '')).toContain('nothing was applied');
  });

  it('goes on in steps, and where it was cut off', async () => {
    const people = Array.from({ length: 620 }, (_, at) => `P-${at},Person Number${at},,,RPSS,2024-01-01,active,`);
    const address = await send('roster', roster(danaLine, ...people));
    await supervisor.post(address, { plan: planIn(await read(address)) });
    expect(await read(address)).toContain('500 rows are written, and it is not done');
    await supervisor.post(address);
    expect(await read(address)).toContain('This import is done: 620 rows were written.');
    expect(await listSpecialists(desk.records)).toHaveLength(621);
    // the same once more changes nothing
    await supervisor.post(address);
    expect(await read(await send('roster', roster(danaLine, ...people)))).toContain('This file changes nothing.');
  });

  it.each([
    ['no CSV', 'PK\u0003\u0004 not a table', 'the head line lacks'],
    ['another table', 'title,hours\nA,1\n', 'the head line lacks specialistId'],
    ['an open quote', roster('"RPSS-1,Ana'), 'is not CSV here'],
  ])('says what to do with a file that is %s', async (_what, text, words) => {
    const page = await read(await send('roster', text));
    expect(page).toContain(words);
    expect(page).toContain('Save the table as CSV');
    expect(page).not.toContain('Apply this file');
  });

  it('takes no file in the own alphabet of a spreadsheet, which would change names', async () => {
    const bytes = Uint8Array.from(Buffer.from(roster('RPSS-1,Zo\u00eb Roy,,,RPSS,2024-01-01,active,'), 'latin1'));
    const page = await read(await send('roster', bytes));
    expect(page).toContain('save as “CSV UTF-8”');
    expect(page).not.toContain('Apply this file');
  });

  it('shows hostile cells as text and takes none that hides signs', async () => {
    const cells = ['"=cmd|\' /C calc\'!A0"', '"<script>alert(1)</script>"', 'Ana \u202egnp.exe'];
    const lines = cells.map((name, at) => `H-${at},${name},,,RPSS,2024-01-01,active,`);
    const page = await read(await send('roster', roster(...lines)));
    expect(page).not.toMatch(/<script>|\u202e/);
    expect(page).toContain('holds a sign that cannot be seen');
  });

  it('takes no empty form, no unknown file and no register of another name', async () => {
    const sent = await supervisor.post('/imports/roster');
    expect(sent.headers.get('location')).toBe('/imports/roster?trouble=no-file');
    expect(await read('/imports/roster?trouble=no-file')).toContain('Choose a CSV file');
    expect((await supervisor.request(`/imports/roster/${'a'.repeat(64)}`)).status).toBe(303);
    expect((await supervisor.post(`/imports/roster/${'a'.repeat(64)}`)).headers.get('location')).toContain(
      'no-such-import',
    );
    expect((await supervisor.request('/imports/people')).status).toBe(404);
  });
});

describe('the register of approved trainings', () => {
  const line = {
    title: 'Ethics in Action',
    provider: 'Acadian',
    hours: '3',
    ethicsHours: '3',
    approvedFrom: '2026-01-01',
    approvedTo: '2026-12-31',
  };

  it('is searched by any words, added to by a supervisor, and only ever ended', async () => {
    expect((await supervisor.post('/trainings', line)).status).toBe(303);
    expect(await read('/trainings?q=action+acad')).toContain('Ethics in Action');
    expect(await read('/trainings?q=action+delta')).toContain('No training fits these words');
    const hash = /name="training" value="([^"]+)"/.exec(await read('/trainings'))?.[1] ?? '';
    expect((await supervisor.post('/trainings/end', { training: hash, lastDay: '2026-11-30' })).status).toBe(303);
    expect(await listApprovedTrainings(desk.records)).toEqual([{ ...line, approvedTo: '2026-11-30' }]);
    expect((await listAtDesk(desk.records, '2026-11', 9)).map(({ action }) => action).sort()).toEqual([
      'training-added',
      'training-retired',
    ]);
  });

  it.each([
    ['more ethics than hours', '/trainings', { ...line, ethicsHours: '4' }, 'are more than the hours'],
    ['a line that is there', '/trainings', line, 'is there already'],
    ['a day that does not exist', '/trainings', { ...line, title: 'B', approvedTo: '2026-02-30' }, 'is not a day'],
    ['the end of a line that is not there', '/trainings/end', { training: 'x', lastDay: '2026-02-03' }, 'no such line'],
  ])('takes not %s', async (_what, address, fields, words) => {
    await supervisor.post('/trainings', line);
    const answer = await supervisor.post(address, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
    expect(await listApprovedTrainings(desk.records)).toEqual([line]);
  });

  it('is never made longer by ending a line', async () => {
    await supervisor.post('/trainings', line);
    const hash = /name="training" value="([^"]+)"/.exec(await read('/trainings'))?.[1] ?? '';
    for (const lastDay of ['2027-01-01', '2025-12-31', 'soon'])
      expect((await supervisor.post('/trainings/end', { training: hash, lastDay })).status).toBe(400);
    expect(await listApprovedTrainings(desk.records)).toEqual([line]);
  });

  it('is imported with the same preview', async () => {
    await supervisor.post('/trainings', line);
    const csv =
      'title,provider,hours,ethicsHours,approvedFrom,approvedTo\nEthics in Action,Acadian,4,3,2026-01-01,2026-12-31\nNew One,,2,0,2026-01-01,2026-12-31\n';
    const address = await send('approved', csv);
    const page = await read(address);
    expect(page).toContain('<strong>1</strong>new');
    await supervisor.post(address, { plan: planIn(page) });
    expect((await listApprovedTrainings(desk.records)).map(({ title, hours }) => [title, hours]).sort()).toEqual([
      ['Ethics in Action', '4'],
      ['New One', '2'],
    ]);
  });

  it('is read by reviewers, who change nothing there', async () => {
    await supervisor.post('/trainings', line);
    const page = await (await desk.app.request('/trainings')).text();
    expect([page.includes('Ethics in Action'), page.includes('End approval')]).toEqual([true, false]);
  });
});
