import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPeople } from '#functions/console/people/find-people.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { listVerifications } from '#shared/records/verification-records.ts';
import { firstPage, textOf } from '#test/builders/a-pdf.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { type Desk, pageText, type SignedIn } from './desk.ts';
import { openPeopleDesk, storeDana } from './people-desk.ts';

const asked = { day: '2026-06-01', askedBy: 'Harbor House, Lafayette', why: 'billing for June', allowed: 'yes' };
let desk: Desk;
beforeEach(async () => {
  desk = openPeopleDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  await storeDana(desk);
});

async function make(fields: Readonly<Record<string, string>> = {}, id = 'RPSS-0042'): Promise<string> {
  const answer = await desk.app.post(`/people/${id}/letters`, { ...asked, ...fields });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'http://localhost').searchParams.get('said') ?? '';
}
async function take(id = 'RPSS-0042'): Promise<Uint8Array> {
  const [letter] = await listVerifications(desk.records, id);
  const answer = await desk.app.request(`/people/${id}/letters/${letter?.code}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  return new Uint8Array(await answer.arrayBuffer());
}

describe('a verification letter', () => {
  it('says in plain words whether the person was active on the day, from whom it is and how to ask about it', async () => {
    expect(await make()).toBe('made');
    const text = textOf(await firstPage(await take()));
    const [letter] = await listVerifications(desk.records, 'RPSS-0042');
    for (const words of [
      'Office of Behavioral Health',
      'Verification letter',
      'November 22, 2026',
      'To: Harbor House, Lafayette',
      'Yes. On June 1, 2026, Dana R. Fontenot was active as Recognized Peer Support Specialist (RPSS).',
      `give the reference ${letter?.code}`,
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/hours|ethics|missing|billing|recover|diagnos|substance/i);
  });

  it('says that it cannot be said, and that this is no "no", with what is not published', async () => {
    await putSpecialist(
      desk.records,
      aSpecialist({ specialistId: 'RPSS-7', legalName: 'Zoë D’Aquin – Hébert', email: null }),
    );
    expect(await make({}, 'RPSS-7')).toBe('made');
    const text = textOf(await firstPage(await take('RPSS-7')));
    expect(text).toContain('We cannot say from our records whether Zoë D’Aquin – Hébert was active on June 1, 2026.');
    expect(text).toContain('This does not mean that the person was not active.');
    expect(text).toContain('The programme has not published a grace period');
  });

  it('can be listened to: language, title, order of reading and a tag for each line are in the file', async () => {
    await make();
    const { catalog, context } = await PDFDocument.load(await take());
    const written = (name: string) => String(catalog.get(PDFName.of(name)));
    expect([written('Lang'), written('MarkInfo').includes('true')]).toEqual(['(en-US)', true]);
    const tags = context.enumerateIndirectObjects().flatMap(([, object]) => {
      return object instanceof PDFDict ? [String(object.get(PDFName.of('S')))] : [];
    });
    expect(tags.filter((tag) => tag === '/H1')).toHaveLength(1);
    expect(tags.filter((tag) => tag === '/P').length).toBeGreaterThan(8);
  });

  it('is written down with who asked, why and who made it, and each download of it', async () => {
    await make();
    await take();
    expect(await listVerifications(desk.records, 'RPSS-0042')).toMatchObject([
      { askedBy: 'Harbor House, Lafayette', why: 'billing for June', answer: 'active', by: desk.app.staff.staffId },
    ]);
    const actions = (await listPersonHistory(desk.records, 'RPSS-0042')).map(({ action }) => action);
    expect(actions.sort()).toEqual(['verification-downloaded', 'verification-made']);
    expect(await pageText(desk, '/people/RPSS-0042')).toContain('billing for June');
  });

  it('is found again by the reference that stands on it', async () => {
    await make();
    const [letter] = await listVerifications(desk.records, 'RPSS-0042');
    const found = await findPeople(desk.records, (letter?.code ?? '').toLowerCase());
    expect(found.people.map(({ specialistId }) => specialistId)).toEqual(['RPSS-0042']);
  });

  it.each([
    ['without who asked', { askedBy: ' ' }, 'no-asker'],
    ['without a reason', { why: '' }, 'no-reason'],
    ['without the tick', { allowed: '' }, 'not-allowed'],
    ['about a day that is not over', { day: '2026-11-23' }, 'not-yet'],
    ['about no day', { day: '2026-02-30' }, 'no-day'],
  ])('is not made %s', async (_what, fields, word) => {
    expect(await make(fields)).toBe(word);
    expect(await listVerifications(desk.records, 'RPSS-0042')).toEqual([]);
    expect(await pageText(desk, `/people/RPSS-0042?on=2026-06-01&said=${word}`)).toContain('No letter was made');
  });

  it('is not made with another name than the person has, where its letters cannot be printed', async () => {
    await putSpecialist(desk.records, aSpecialist({ specialistId: 'RPSS-8', legalName: 'Nguyễn Anh', email: null }));
    expect(await make({}, 'RPSS-8')).toBe('not-printable');
  });

  it('fits its page however long the names are, or is not made', async () => {
    const legalName = 'Wilhelmina Maximiliana '.repeat(8).trim();
    await putSpecialist(desk.records, aSpecialist({ specialistId: 'RPSS-9', legalName, email: null }));
    expect(await make({ askedBy: 'W'.repeat(120) }, 'RPSS-9')).toBe('made');
    const { words } = await firstPage(await take('RPSS-9'));
    expect(Math.max(...words.map(({ box: [left, , width] }) => left + width))).toBeLessThan((612 - 72) / 612);
  });

  it('about one person is not handed out under another', async () => {
    await putSpecialist(desk.records, aSpecialist({ specialistId: 'RPSS-7', email: null }));
    await make();
    const [letter] = await listVerifications(desk.records, 'RPSS-0042');
    expect((await desk.app.request(`/people/RPSS-7/letters/${letter?.code}`)).status).toBe(404);
  });
});

describe('a verification letter that says no', () => {
  const trained = { initialTrainingDate: '2026-08-01' };
  const notYet = aSpecialist({ specialistId: 'RPSS-6', legalName: 'Remy Broussard', email: null, ...trained });
  const taken = async (by: SignedIn, code: string) => (await by.request(`/people/RPSS-6/letters/${code}`)).status;

  it('can be taken only after another person has agreed to it, and both are written down', async () => {
    await putSpecialist(desk.records, notYet);
    expect(await make({}, 'RPSS-6')).toBe('made');
    const [letter] = await listVerifications(desk.records, 'RPSS-6');
    const code = letter?.code ?? 'none';
    const colleague = desk.as('supervisor');
    expect([letter?.answer, await taken(desk.app, code), await taken(colleague, code)]).toEqual([
      'not-active',
      303,
      303,
    ]);

    const agree = async (by: SignedIn) => {
      const answer = await by.post(`/people/RPSS-6/letters/${code}/agree`);
      return new URL(answer.headers.get('location') ?? '', 'http://localhost').searchParams.get('said');
    };
    expect([await agree(desk.app), await taken(desk.app, code)]).toEqual(['own-letter', 303]);
    expect([await agree(colleague), await agree(colleague)]).toEqual(['agreed', 'no-second']);
    expect(await taken(desk.app, code)).toBe(200);
    const actions = (await listPersonHistory(desk.records, 'RPSS-6')).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['verification-made', 'verification-confirmed']));
  });

  it('shows the colleague the way to agree, and its maker that somebody else has to', async () => {
    await putSpecialist(desk.records, notYet);
    await make({}, 'RPSS-6');
    expect(await pageText(desk, '/people/RPSS-6')).toContain('waits for a second person');
    expect(await pageText(desk, '/people/RPSS-6')).not.toContain('I agree: it says no');
    expect(await (await desk.as('supervisor').request('/people/RPSS-6')).text()).toContain('I agree: it says no');
  });

  it('stands on the page of all people until somebody else has agreed, and one that says yes never does', async () => {
    await putSpecialist(desk.records, notYet);
    await make();
    const heading = 'Letters to employers that wait for a second person';
    expect(await pageText(desk, '/people')).not.toContain(heading);
    await make({}, 'RPSS-6');
    const [letter] = await listVerifications(desk.records, 'RPSS-6');
    const page = await pageText(desk, '/people');
    expect(page).toContain(heading);
    expect(page).toMatch(new RegExp(`href="/people/RPSS-6#letters">.*RPSS-6.*: ${letter?.code}<`));
    await desk.as('supervisor').post(`/people/RPSS-6/letters/${letter?.code}/agree`);
    expect(await pageText(desk, '/people')).not.toContain(heading);
  });
});
