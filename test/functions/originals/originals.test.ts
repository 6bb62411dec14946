import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeOriginals, type OriginalsApp } from '#functions/originals/originals.ts';
import { openFolderFileDisposal } from '#shared/adapters/local/folder-file-disposal.ts';
import type { Role } from '#shared/domain/staff.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { listAll } from '#shared/records/list-all.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { type Desk, openDesk } from '../console/desk.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 <script>alert(1)</script>');
const elsewhere = 'https://files.office.example';
const noon = Date.parse('2026-11-22T12:00:00.000Z');
let desk: Desk;
let folder: string;
let originals: OriginalsApp;
let fileKey = '';
let now = '';
const itIs = (seconds: number) => {
  now = new Date(noon + seconds * 1_000).toISOString();
};

beforeEach(async () => {
  itIs(0);
  const clock = { now: () => now };
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  desk = openDesk(folder, { clock, originalsAt: () => elsewhere });
  originals = makeOriginals({ records: desk.records, files: desk.files, clock });
  fileKey = await desk.files.put('document', bytes);
  const rawKey = await desk.files.put('raw', bytes);
  const program = { code: 'unsafe-file' as const, text: 'This file holds a program.' };
  const lay = (number: number, parts: Omit<Parameters<typeof storeCase>[1], 'submission'>) =>
    storeCase(desk.records, { submission: aSubmission({ number, rawKey }), ...parts });
  await lay(1, { files: [aFile({ fileKey })] });
  await lay(2, { files: [aFile({ fileKey, refused: program })] });
  await lay(3, { files: [aFile({ fileKey })], documents: [aDocument({ isSensitive: true })] });
});

const ordinary = '/originals/LA-2026-000001/file_0001';
const dangerous = '/originals/LA-2026-000002/file_0001';
const privatePaper = '/originals/LA-2026-000003/file_0001';

/** Where the desk leads somebody who asks for a file. */
async function linkFor(address = ordinary, ...roles: Role[]): Promise<string> {
  const answer = await (roles.length === 0 ? desk.app : desk.as(...roles)).request(address);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
const follow = (link: string, init?: RequestInit) => originals.request(link, init);
const openLinks = async (...roles: Role[]) => {
  const { staffId } = desk.as(...roles).staff;
  return listAll(desk.records, { pk: `DOWNLOADS#${staffId}`, index: 'index1' });
};

describe("the origin of strangers' files", () => {
  it('B221: hands a file out byte for byte, as a download in a sandbox, from another origin than the desk', async () => {
    const link = await linkFor();
    expect(new URL(link).origin).toBe(elsewhere);
    const answer = await follow(link);

    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="LA-2026-000001-file_0001\.pdf"/);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; sandbox; frame-ancestors 'none'/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('B214: takes a link once, within a minute, whoever brings it, and the desk wrote down who asked before it gave it', async () => {
    const link = await linkFor();
    const written = await listHistory(desk.records, submissionIdFor(1));
    expect(written).toContainEqual(
      expect.objectContaining({ action: 'downloaded-original', codes: ['file_0001'], who: desk.app.staff.staffId }),
    );
    itIs(59);
    expect((await follow(link)).status).toBe(200);
    const again = await follow(link);
    expect(again.status).toBe(403);
    expect(await again.text()).toContain('works once, within a minute. Go back to the case');
    expect(again.headers.get('content-security-policy')).toContain('sandbox');

    const late = await linkFor();
    itIs(59 + 60);
    expect((await follow(late)).status).toBe(403);
  });

  it('B214: gives a link to one of two who come with it at once', async () => {
    const link = await linkFor();
    const answers = await Promise.all([follow(link), follow(link), follow(link)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  });

  it('B213: refuses a link that it did not give out, and knows no address of a file', async () => {
    const link = new URL(await linkFor());
    const secret = link.searchParams.get('link') ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    const guessed = [
      `/file?link=${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      `/file?link=${'x'.repeat(43)}`,
      `/file?link=${secret}x`,
      '/file',
      '/file?link=',
    ];
    for (const address of guessed) expect((await follow(address)).status, address).toBe(403);
    for (const address of ['/', `/${fileKey}`, ordinary, `/file/${secret}`, '/assets/console.css', '/health'])
      expect((await follow(address)).status, address).toBe(404);
    expect((await follow(link.href, { method: 'POST' })).status).toBe(404);
    expect((await follow(link.href)).status).toBe(200);
  });

  it('keeps of a link only its hash, and what nobody followed in time goes with the next', async () => {
    const secret = new URL(await linkFor()).searchParams.get('link') ?? '';
    const [row] = await openLinks('reviewer');
    expect(JSON.stringify(row)).not.toContain(secret);
    itIs(61);
    await linkFor();
    expect(await openLinks('reviewer')).toHaveLength(1);
  });

  it.each([
    ['a browser that only looks ahead', { headers: { 'sec-purpose': 'prefetch' } }],
    ['a page that frames it', { headers: { 'sec-fetch-dest': 'iframe' } }],
    ['a page that loads it as a picture', { headers: { 'sec-fetch-dest': 'image' } }],
    ['a program that asks only for the headers', { method: 'HEAD' }],
  ])('is not opened by %s, which leaves the link as good as it was', async (_who, init) => {
    const link = await linkFor();
    expect((await follow(link, init)).status).toBe(403);
    expect((await follow(link, { headers: { 'sec-fetch-dest': 'document' } })).status).toBe(200);
  });

  it('says so when the file was destroyed in that minute', async () => {
    const link = await linkFor();
    await openFolderFileDisposal(folder).destroy(fileKey);
    expect((await follow(link)).status).toBe(404);
  });
});

describe('a link to an original', () => {
  it.each<[string, string, Role[], number]>([
    ['a paper', ordinary, ['reviewer'], 303],
    ['a paper', ordinary, ['supervisor'], 303],
    ['a paper', ordinary, ['security'], 403],
    ['a paper', ordinary, ['auditor'], 403],
    ['a paper', ordinary, ['admin'], 403],
    ['a private paper', privatePaper, ['reviewer'], 403],
    ['a private paper', privatePaper, ['supervisor'], 303],
    ['a dangerous file', dangerous, ['reviewer', 'supervisor'], 403],
    ['a dangerous file', dangerous, ['security'], 303],
    ['a whole mail', '/originals/LA-2026-000001/mail.eml', ['reviewer'], 403],
    ['a whole mail', '/originals/LA-2026-000001/mail.eml', ['supervisor'], 303],
  ])('of %s (%s) is for %s: %i', async (_what, address, roles, status) => {
    const answer = await desk.as(...roles).request(address);

    expect(answer.status).toBe(status);
    expect(await openLinks(...roles)).toHaveLength(status === 303 ? 1 : 0);
  });

  it('is none for whoever is not signed in', async () => {
    const answer = await desk.console.request(ordinary);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
  });
});
