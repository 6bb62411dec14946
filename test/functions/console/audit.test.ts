import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findPointed, findSubmission, referenceKey } from '#shared/records/submission-records.ts';
import { keepWatchReport } from '#shared/records/watch-records.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import { aVisitor } from './a-visitor.ts';
import { type Desk, openDesk, type SignedIn } from './desk.ts';

const ethics = 'continuing-education/ethics-hours.rule.md';
const rulePages = [{ page: ethics, text: '# At least 3 hours were in ethics' }];
const pdf = new TextEncoder().encode('%PDF-1.7 a certificate');
const mail = new TextEncoder().encode('From: dana@example.org\r\n\r\nSee attached.');
let desk: Desk;
let now: string;
const id = submissionIdFor(1);
const home = '/cases/LA-2026-000001';

beforeEach(async () => {
  now = '2026-11-22T14:00:00.000Z';
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), {
    clock: { now: () => now },
    programme: { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages },
  });
  const [fileKey, rawKey] = [await desk.files.put('document', pdf), await desk.files.put('raw', mail)];
  await storeCase(desk.records, {
    submission: aSubmission({ rawKey }),
    files: [aFile({ attachment: '../Ethics <b>.pdf', fileKey })],
    documents: [aDocument({ pages: [1, 3] })],
    judgement: aJudgement({ findings: [aFinding({ page: ethics })] }),
    answer: anAnswer(),
  });
  await desk.records.write([
    auditWrite(id, { at: '2026-11-21T09:00:00.000Z', by: 'machine', action: 'judged', codes: ['accepted'] }),
  ]);
});

const openings = async () =>
  (await listHistory(desk.records, id)).filter(({ action }) => /^(opened-|downloaded)/.test(action));
const picture = (page: number) => `${home}/files/file_0001/pages/${page}.png`;
const wordsOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('what an auditor finds written down', () => {
  it('B278: is each opening of a case and of the pages of a file, once for each sign-in', async () => {
    for (const page of [1, 2, 3, 1]) await desk.app.request(picture(page));
    for (let look = 0; look < 3; look += 1) await desk.app.request(home);

    expect((await openings()).map(({ action, codes, who }) => ({ action, codes, who }))).toEqual([
      { action: 'opened-case', codes: [], who: desk.app.staff.staffId },
      { action: 'opened-pages', codes: ['file_0001'], who: desk.app.staff.staffId },
    ]);
    const again = desk.as('reviewer');
    await again.request(home);
    expect(await openings()).toHaveLength(3);
  });

  it('is each download, since each leaves a copy', async () => {
    for (const at of ['14:01', '14:02']) {
      now = `2026-11-22T${at}:00.000Z`;
      await desk.app.request('/originals/LA-2026-000001/file_0001');
    }
    expect((await openings()).map(({ at, codes }) => `${at} ${codes}`)).toEqual([
      '2026-11-22T14:01:00.000Z file_0001',
      '2026-11-22T14:02:00.000Z file_0001',
    ]);
  });

  it('is nothing of what was refused, and papers are not shown when it cannot be written down', async () => {
    await desk.as('auditor').request(picture(1));
    await desk.as('admin').request(home);
    expect(await openings()).toEqual([]);
    const { write } = desk.records;
    desk.records.write = async (writes) => {
      const isOpening = writes.some((one) => 'put' in one && one.put.sk.startsWith('OPENED#'));
      if (isOpening) throw new Error('the disk is full');
      return write.call(desk.records, writes);
    };
    for (const path of [home, picture(1), '/originals/LA-2026-000001/file_0001']) {
      const answer = await desk.app.request(path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toMatch(/Dana|%PDF/);
    }
  });

  it('stands in the history of the case, in order, with who and when and what', async () => {
    await desk.app.request(home);
    const page = await (await desk.as('auditor').request(`${home}/history`)).text();
    const words = wordsOf(page);

    expect(words).toContain('Nov 21, 2026, 3:00 AM CST The machine The rules were applied accepted');
    expect(words).toContain('Nov 22, 2026, 8:00 AM CST Robin Reviewer Opened the case');
    expect(words.indexOf('The rules were applied')).toBeLessThan(words.indexOf('Opened the case'));
    expect(page).not.toContain('Evidence pack');
    expect(page).not.toContain('Dana');
  });

  it('holds together, and the history says so; a row that was changed is named above it', async () => {
    await desk.app.request(home);
    const auditor = desk.as('auditor');
    const whole = wordsOf(await (await auditor.request(`${home}/history`)).text());
    expect(whole).toContain('Checked now: 2 rows hold together');
    const { list } = desk.records;
    desk.records.list = async (query) => {
      const page = await list.call(desk.records, query);
      const text = JSON.stringify(page).replaceAll('"codes":["accepted"]', '"codes":["needs-review"]');
      return { ...page, ...JSON.parse(text) };
    };
    const broken = wordsOf(await (await auditor.request(`${home}/history`)).text());
    expect(broken).toMatch(
      /do not hold together\. The first place: AUDIT#2026-11-21T09:00:00\.000Z#judged#\S+ was changed/,
    );
    expect(broken).not.toContain('Checked now');
  });

  it('was looked at as a whole in the last night, and the list says what was found', async () => {
    const at = '2026-11-22T10:07:00.000Z';
    const check = {
      code: 'audit-chain',
      state: 'found',
      inWords: 'Of 9 rows not all hold.',
      count: 1,
      at,
    } as const;
    await keepWatchReport(desk.records, { at, checks: [{ ...check, about: [] }] });
    const page = wordsOf(await (await desk.as('auditor').request('/audit')).text());
    expect(page).toContain('The audit trail, checked Nov 22, 2026, 4:07 AM CST: Of 9 rows not all hold.');
  });

  it('is found by the reference of a case', async () => {
    const auditor = desk.as('auditor');
    const found = await auditor.request('/audit?reference=la-2026-000001%20');
    expect([found.status, found.headers.get('location')]).toEqual([303, `${home}/history`]);
    expect(await (await auditor.request('/audit?reference=%22%3E%3Cb%3E')).text()).toContain('No case has this');
    const list = await (await auditor.request('/audit')).text();
    expect(list).toContain(`href="${home}/history"`);
    expect(list).not.toContain('Dana');
  });

  it('is also who signed in, who did not manage to, and who left', async () => {
    await desk.app.request('/');
    const visitor = aVisitor(desk.console);
    await visitor.post('/sign-in', { signInName: 'reviewer', password: 'a guess' });
    await visitor.post('/sign-in', { signInName: 'typed my password here', password: 'a guess' });
    await desk.app.post('/sign-out');
    const page = await (await desk.as('supervisor').request('/audit')).text();

    expect(wordsOf(page)).toContain('Somebody A wrong password was typed Robin Reviewer');
    expect(wordsOf(page)).toContain('Robin Reviewer Signed out');
    expect(page).not.toContain('typed my password here');
  });
});

describe('the evidence pack of a case', () => {
  const manifestSchema = z.object({
    reference: z.string(),
    takenBy: z.object({ name: z.string() }),
    parts: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
    leftOut: z.array(z.object({ file: z.string(), because: z.string() })),
  });

  async function take(who: SignedIn) {
    const answer = await who.request(`${home}/evidence.zip`);
    expect(answer.status).toBe(200);
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = (path: string) => new TextDecoder().decode(parts[path]);
    return { parts, text, manifest: manifestSchema.parse(JSON.parse(text('manifest.json'))), answer };
  }

  it('holds mail, papers, rows, findings, the text of the rules, letters and history, each with its hash', async () => {
    const supervisor = desk.as('supervisor');
    await supervisor.request(home);
    const { parts, text, manifest, answer } = await take(supervisor);

    expect(answer.headers.get('content-disposition')).toContain('filename="LA-2026-000001-evidence.zip"');
    expect(Object.keys(parts).sort()).toEqual([
      'findings.json',
      'history.json',
      'letters/answer.txt',
      'mail.eml',
      'manifest.json',
      'originals/file_0001-Ethics _b_.pdf',
      'rows.json',
      `rules/${ethics}`,
    ]);
    expect(parts['originals/file_0001-Ethics _b_.pdf']).toEqual(pdf);
    expect(parts['mail.eml']).toEqual(mail);
    expect(text('findings.json')).toContain('LA-CE-02');
    expect(text('rows.json')).toContain('"row": "DOC#0001#001"');
    expect(text('history.json')).toContain('opened-case');
    expect(manifest.takenBy.name).toBe('Robin Supervisor');
    expect(manifest.parts).toHaveLength(7);
    for (const { path, sha256 } of manifest.parts)
      expect(
        createHash('sha256')
          .update(parts[path] ?? '')
          .digest('hex'),
      ).toBe(sha256);
  });

  it('is written down, and asks again who it is after ten minutes', async () => {
    const supervisor = desk.as('supervisor');
    await take(supervisor);
    const taken = (await listHistory(desk.records, id)).find(({ action }) => action === 'exported');
    expect(taken?.who).toBe(supervisor.staff.staffId);
    now = '2026-11-22T14:11:00.000Z';
    const answer = await supervisor.request(`${home}/evidence.zip`);
    expect(answer.headers.get('location')).toBe(`/prove?to=${encodeURIComponent(`${home}/evidence.zip`)}`);
  });

  it('names what is quarantined and leaves it out', async () => {
    const found = await findPointed(desk.records, referenceKey('LA-2026-000001'));
    const stored = found && (await findSubmission(desk.records, found));
    if (!stored) throw new Error('no such case');
    const key = { pk: `SUB#${id}`, sk: 'SUBMISSION' };
    await desk.records.write([
      { put: { ...key, body: { ...stored.submission, outcome: 'quarantined' } }, expect: 'any' },
    ]);
    const { parts, manifest } = await take(desk.as('supervisor'));

    expect(Object.keys(parts).filter((path) => /^(mail|originals)/.test(path))).toEqual([]);
    expect(manifest.leftOut.map(({ file }) => file)).toEqual(['mail.eml', 'originals/file_0001-Ethics _b_.pdf']);
  });
});
