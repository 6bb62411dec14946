import { beforeEach, describe, expect, test } from 'vitest';
import { sheetAsCsv } from '#shared/domain/spreadsheet.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { submissionKey } from '#shared/records/submission-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { type CaseDesk, inDoubt, openCaseDesk } from '#test/functions/console/case-desk.ts';

const mail = submissionIdFor(1);
let desk: CaseDesk;
let page: string;
beforeEach(async () => {
  desk = await openCaseDesk();
});

const version = async () => (await desk.records.find(submissionKey(mail)))?.version;
const decisions = async () => (await listDecisions(desk.records, mail)).map(({ decision }) => decision);

/** A case that a reviewer has taken, and the page of it that they look at. */
async function taken() {
  page = `/cases/${await desk.lay(1, await inDoubt())}`;
  await desk.app.post(`${page}/claim`);
  return {
    version: String(await version()),
    made: '0',
    do: 'decide',
    action: 'ask-sender',
    reason: 'Hours are missing.',
  };
}
const decide = (typed: Record<string, string>) => desk.app.post(`${page}/decisions`, typed);

describe('a form that was made by hand', () => {
  test('B215: gives nobody another name, role or hour by fields that no page has', async () => {
    const typed = await taken();
    const more = {
      role: 'admin',
      roles: 'admin',
      by: 'staff_other',
      at: '2020-01-01',
      state: 'in-effect',
      auditHash: 'x',
    };

    await decide({ ...typed, ...more, needsSecond: '', second: 'staff_other' });

    expect(await decisions()).toMatchObject([{ by: desk.app.staff.staffId, state: 'waiting', second: null }]);
    expect((await desk.app.request('/accounts')).status).toBe(403);
  });

  test('B224: with a reason of a megabyte is not carried out', async () => {
    const typed = await taken();

    expect([413, 422]).toContain((await decide({ ...typed, reason: 'x'.repeat(990_000) })).status);
    expect(await decisions()).toEqual([]);
  });

  test('B228: of more than a megabyte is not even read', async () => {
    const typed = await taken();

    expect((await decide({ ...typed, reason: 'x'.repeat(1_100_000) })).status).toBe(413);
  });

  test.each([
    ['no form at all', '{"action":"accept"}', 'application/json'],
    ['ten thousand brackets', '['.repeat(10_000), 'application/json'],
    [
      'a form that ends in the middle',
      '--x\r\nContent-Disposition: form-data; name="action"',
      'multipart/form-data; boundary=x',
    ],
  ])('B228: that is %s changes nothing', async (_what, body, type) => {
    await taken();
    const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
    const answer = await desk.app.request(`${page}/decisions`, { method: 'POST', body, headers });

    expect(answer.status).toBe(403);
    expect(await decisions()).toEqual([]);
  });

  test('B229: that does not say on which state of the case it was made is not carried out', async () => {
    const { version: _version, ...typed } = await taken();

    await decide(typed);

    expect(await decisions()).toEqual([]);
  });

  test('B230, B231: sent twice is one decision, also where it says otherwise the second time', async () => {
    const typed = await taken();

    const answers = [await decide(typed), await decide(typed), await decide({ ...typed, action: 'not-ours' })];

    expect(answers.map(({ status }) => status)[0]).toBe(303);
    expect(answers.slice(1).map(({ status }) => status)).not.toContain(303);
    expect(await decisions()).toMatchObject([{ action: 'ask-sender' }]);
  });
});

describe('what is asked for', () => {
  test.each(['.*', '(a+)+$', '[', '\\', '%00', 'x'.repeat(10_000), `${'a'.repeat(199)}!`])(
    'B227: is words and no pattern, however it looks: %s',
    async (words) => {
      await desk.lay(1, await inDoubt());
      const sent = await desk.app.post('/search', { q: words });
      const answer = await desk.app.request(sent.headers.get('location') ?? '');

      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('LA-2026-000001');
    },
  );

  test.each([
    '/cases/../accounts',
    '/cases/%2e%2e/accounts',
    '/cases/%252e%252e/accounts',
    '/cases/\uff0e\uff0e/accounts',
  ])('B216: by a way around leads no further than the role does: %s', async (address) => {
    expect([403, 404]).toContain((await desk.app.request(address)).status);
  });
});

test('B059: a file name that is markup is a text on the page of its case', async () => {
  const name = '<img src=x onerror=alert(1)>.pdf';
  await storeCase(desk.records, { submission: aSubmission({ number: 9 }), files: [aFile({ attachment: name })] });

  const text = await (await desk.app.request('/cases/LA-2026-000009')).text();

  expect(text).not.toContain('<img src=x');
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;.pdf');
});

test('B225: no cell of a table that is taken out is a formula, and each stays in its line', () => {
  const cells = ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\uff1d1', 'a"b', 'a\nb'];
  const csv = sheetAsCsv({ name: 'x', heads: ['a'], rows: cells.map((cell) => [cell]) });
  const lines = csv.slice(1).trimEnd().split('\r\n').slice(1);

  expect(lines).toHaveLength(cells.length);
  for (const line of lines.slice(0, 7)) expect(line.startsWith(`"'`)).toBe(true);
  expect(lines.slice(7)).toEqual(['"a""b"', '"a b"']);
});
