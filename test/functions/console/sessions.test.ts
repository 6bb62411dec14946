import { beforeEach, describe, expect, it } from 'vitest';
import { listCorrections } from '#shared/records/correction-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { aConference } from './a-conference.ts';
import { type CaseDesk, openCaseDesk } from './case-desk.ts';
import { pageText } from './desk.ts';

const plain = (text: string) =>
  text
    .replace(/<\/?(?:bdi|strong|span)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
let desk: CaseDesk;
let page: string;
let at: Record<string, string>;
beforeEach(async () => {
  desk = await openCaseDesk();
  page = `/cases/${await desk.lay(1, await aConference())}`;
});
async function take(): Promise<string> {
  await desk.app.post(`${page}/claim`);
  const text = await pageText(desk, page);
  at = { version: /name="version" value="(\d+)"/.exec(text)?.[1] ?? '', made: '0' };
  return text;
}
const changes = async () => (await listCorrections(desk.records, submissionIdFor(1))).map(({ change }) => change);

describe('the sessions of a conference certificate', () => {
  it('stand beside the paper with what each counts as, and what they come to beside what the certificate says', async () => {
    const text = plain(await pageText(desk, page));
    expect(text).toMatch(/Dual Relationships 1 Other/);
    expect(text).toContain('All sessions: 10 hours; the certificate says 10 ✓ alike');
    expect(text).toContain('In ethics: 2 hours; used for the certificate 2 ✓ alike');
    expect(text).toContain('The certificate counts as one training');
  });

  it('are typed over by whoever has the case; the case is tried with them and they are saved', async () => {
    await take();
    const typed = { ...at, 'session.1.1.ethics': 'yes' };
    const tried = plain(await (await desk.app.post(`${page}/what-if`, { ...typed, part: 'outcome' })).text());
    expect(tried).toMatch(/As the page stands now: ✓ ?Accepted/);
    const answer = await desk.app.post(`${page}/corrections`, typed);
    expect(answer.status).toBe(303);
    expect(await changes()).toMatchObject([{ what: 'session-column', session: 1, column: 'ethics', value: true }]);
    const text = plain(await pageText(desk, page));
    expect(text).toContain('Session 2, Ethics: “Yes” (it was read as “No”)');
    expect(text).toContain('In ethics: 3 hours; used for the certificate 3 ✓ alike');
  });

  it('are taken away and added; what is left keeps its place', async () => {
    await take();
    const removed = await desk.app.post(`${page}/corrections`, { ...at, do: 'session-removed:1:0' });
    expect(removed.headers.get('location')).toContain('#document-2');
    const text = await pageText(desk, page);
    expect(text).not.toContain('name="session.1.0.title"');
    expect(text).toContain('name="session.1.1.title"');
    const added = { 'add-session.1.title': 'At lunch', 'add-session.1.hours': '0.5', 'add-session.1.ethics': 'yes' };
    await desk.app.post(`${page}/corrections`, { ...at, made: '1', ...added });
    expect(await pageText(desk, page)).toMatch(/name="session\.1\.3\.title"[^>]* value="At lunch"/);
    expect(plain(await pageText(desk, page))).toContain('All sessions: 8.5 hours; the certificate says 10 ≠ differs');
  });

  it('change nothing where the page is sent as it was shown', async () => {
    await take();
    const shown = {
      'session.1.0.title': 'Boundaries in Peer Work',
      'session.1.0.hours': '2',
      'session.1.0.ethics': 'yes',
    };
    expect((await desk.app.post(`${page}/corrections`, { ...at, ...shown })).status).toBe(422);
    expect(await changes()).toEqual([]);
  });
});

describe('the cells of a row', () => {
  it('have places of their own on the page, which lead to their controls', async () => {
    const text = await take();
    expect(text).toMatch(/<a id="d1-place-R1-hours" class="desk-place desk-place--cell" href="#d1-value-R1-hours"/);
    expect(text).toMatch(/data-cell="d1-place-R1-hours"[\s\S]{0,200}id="d1-value-R1-hours" name="row\.0\.0\.hours"/);
    expect(text).toMatch(/<a id="d2-place-S2-hours"[^>]* href="#d2-value-S2-hours"/);
    // nobody knows where this one stands
    expect(text).not.toContain('id="d1-place-R1-priorApproved"');
    expect(text).not.toContain('data-cell="d1-place-R1-priorApproved"');
  });

  it('lead to their values for those who only read, too', async () => {
    const text = await pageText(desk, page);
    for (const cell of ['d1-value-R1-title', 'd1-value-R1-provider', 'd1-value-R1-hours', 'd2-value-S1-title'])
      expect(text.split(`id="${cell}"`)).toHaveLength(2);
  });
});
