import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { blindWrite, findBlindTask } from '#shared/records/blind-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { aDocument, aField, aFile } from '#test/builders/a-document.ts';
import { aCredit, aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const home = '/blind/LA-2026-000001';
const id = submissionIdFor(1);
let desk: Desk;

beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  const reading = JSON.stringify({ engine: 'test', pages: [{ number: 1, width: 612, height: 792 }] });
  const readingKey = await desk.files.put('reading', new TextEncoder().encode(reading));
  const fileKey = await desk.files.put('document', new TextEncoder().encode('a file'));
  await storeCase(desk.records, {
    submission: aSubmission({ number: 1 }),
    files: [aFile({ fileKey, readingKey })],
    documents: [aDocument({ fields: { courseTitle: aField('A value that only the machine read') } })],
    judgement: aJudgement({ people: [aMatchedPerson()], credits: [{ ...aCredit({ hours: 325 }), person: 0 }] }),
  });
  const { submissionId, reference, envelope } = aSubmission({ number: 1 });
  const openedAt = '2026-11-20T15:00:22.000Z';
  const machine = { ethics: 325, core: 0 };
  const task = { submissionId, reference, receivedAt: envelope.receivedAt, openedAt, machine, answer: null };
  await desk.records.write([blindWrite(task, null)]);
});

describe('a blind look', () => {
  it('shows the papers and nothing of what the machine made of them', async () => {
    expect(await pageText(desk, '/blind')).toContain(`href="${home}"`);
    const text = await pageText(desk, home);
    expect(text).toContain('src="/cases/LA-2026-000001/files/file_0001/pages/1.png"');
    for (const told of ['A value that only the machine read', '3.25', 'Accepted', 'Everything agrees', 'Certificate'])
      expect(text).not.toContain(told);
  });

  it('leaves a trail of who opened the papers, and stays blind for them', async () => {
    await pageText(desk, home);
    await pageText(desk, home);
    const opened = (await listHistory(desk.records, id)).filter(({ action }) => action === 'opened-blind');
    expect(opened).toMatchObject([{ who: desk.app.staff.staffId }]);
    expect(await pageText(desk, home)).toContain('Send my judgement');
  });

  it('shows both judgements once there are two, and the case is open when they differ', async () => {
    const sent = await desk.app.post(home, { accepts: 'yes', ethics: '3', core: '', reason: '' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, home]);
    const text = await pageText(desk, home);
    expect(text).toContain('Blind look: not agreed');
    expect(text).toContain('3.25');
    expect(await findReview(desk.records, id)).toMatchObject({ state: 'open' });
    expect(await pageText(desk, '/blind')).toContain('Nothing waits for you here');
  });

  it('keeps what was typed when something is missing', async () => {
    const sent = await desk.app.post(home, { accepts: 'no', ethics: '2', core: 'many', reason: 'A year is "wrong"' });
    expect(sent.status).toBe(422);
    const text = await sent.text();
    expect(text).toContain('Write hours like 2 or 1.5');
    expect(text).toContain('A year is &quot;wrong&quot;');
    expect(text).toMatch(/value="no" required\s+checked/);
    expect((await findBlindTask(desk.records, id))?.task.answer).toBeNull();
  });

  it('is left to a colleague by whoever has opened the case', async () => {
    await desk.app.request('/cases/LA-2026-000001');
    expect(await pageText(desk, home)).toContain('Leave it to a colleague');
    expect(await pageText(desk, '/blind')).toContain('One more is for a colleague');
    expect((await desk.app.post(home, { accepts: 'yes', ethics: '3.25' })).status).toBe(200);
    expect((await findBlindTask(desk.records, id))?.task.answer).toBeNull();
    const other = await desk.as('supervisor').post(home, { accepts: 'yes', ethics: '3.25' });
    expect(other.status).toBe(303);
    expect(await findReview(desk.records, id)).toBeNull();
  });

  it('is not there for a case outside the sample', async () => {
    await storeCase(desk.records, { submission: aSubmission({ number: 2 }) });
    const answer = await desk.app.request('/blind/LA-2026-000002');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/blind']);
  });
});
