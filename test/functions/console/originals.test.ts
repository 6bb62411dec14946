import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { neutralName, safeFileName } from '#functions/console/cases/safe-file-name.ts';
import { asAttachment } from '#shared/domain/as-attachment.ts';
import type { Scan } from '#shared/domain/scan.ts';
import type { Role } from '#shared/domain/staff.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, type SubmissionOverrides } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 <script>alert(1)</script>');
let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

type Laid = {
  attachment?: string;
  unsafe?: boolean;
  isPrivate?: boolean;
  submission?: SubmissionOverrides;
  scan?: Scan;
};

async function layIn({
  attachment = 'certificate.pdf',
  unsafe,
  isPrivate,
  submission,
  scan,
}: Laid = {}): Promise<void> {
  const fileKey = await desk.files.put('document', bytes);
  const rawKey = await desk.files.put('raw', bytes);
  const refused = unsafe ? { code: 'unsafe-file' as const, text: 'This file holds a program.' } : null;
  await storeCase(desk.records, {
    submission: aSubmission({ rawKey, ...(refused ? { reasons: [refused] } : {}), ...submission }),
    files: [aFile({ attachment, fileKey, refused, ...(scan && { scan }) })],
    documents: isPrivate ? [aDocument({ isSensitive: true })] : [],
  });
}

const address = '/originals/LA-2026-000001/file_0001';
/** What stands on a page, and where its links lead. */
const words = async (page: string) => (await pageText(desk, page)).replace(/<(?!a )[^>]*>/g, '').replace(/\s+/g, ' ');
const take = (...roles: Role[]) => desk.as(...roles).request(address);

describe('an original', () => {
  it('comes byte for byte, as a download that no browser shows or runs, where there is no second origin', async () => {
    await layIn();
    const answer = await take('reviewer');

    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="LA-2026-000001-file_0001.pdf"; filename*=UTF-8''LA-2026-000001-file_0001.pdf`,
    );
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('B211: that may do harm is for security only, and other files are not', async () => {
    await layIn({ unsafe: true });
    expect((await take('reviewer', 'supervisor')).status).toBe(403);
    expect((await take('security')).status).toBe(200);
    expect(await pageText(desk, '/cases/LA-2026-000001')).not.toContain('/originals/');
    const list = await (await desk.as('security').request('/quarantine')).text();
    expect(list).toContain(`href="${address}"`);
    expect(list).toContain('This file holds a program.');
  });

  it('B135: that the scanner could not look at is for security only, where the office counts on its scanner', async () => {
    const at = '2026-11-22T13:00:00.000Z';
    const scan: Scan = { result: 'not-scanned', by: 'GuardDuty', at, because: 'unsupported', isHeld: true };
    await layIn({ scan });

    expect((await take('reviewer', 'supervisor')).status).toBe(403);
    expect((await take('security')).status).toBe(200);
    const page = await words('/cases/LA-2026-000001');
    expect(page).not.toContain('/originals/');
    expect(page).toContain('Not scanned: the scanner could not look into it. Only security can take it.');
  });

  it('that a scanner found nothing in is said to be just that, with scanner and time', async () => {
    await layIn({ scan: { result: 'nothing-found', by: 'ClamAV 1.4.6', at: '2026-11-22T13:00:00.000Z' } });
    const page = await words('/cases/LA-2026-000001');

    expect(page).toMatch(/Scanned by ClamAV 1\.4\.6, .*Nov.*2026.*: nothing found\./);
    expect(page).not.toMatch(/\bclean\b/i);
    expect((await take('reviewer')).status).toBe(200);
  });

  it('that came where there is no scanner says so, and is not held back', async () => {
    const at = '2026-11-22T13:00:00.000Z';
    await layIn({ scan: { result: 'not-scanned', by: null, at, because: 'no-scanner', isHeld: false } });

    expect(await words('/cases/LA-2026-000001')).toContain('Not scanned: there is no scanner here.');
    expect((await take('reviewer')).status).toBe(200);
  });

  it('that is in order is nothing for security', async () => {
    await layIn();
    expect((await take('security')).status).toBe(403);
    expect(await (await desk.as('security').request('/quarantine')).text()).toContain('Nothing is quarantined');
  });

  it('of a private paper is for a supervisor', async () => {
    await layIn({ isPrivate: true });
    expect((await take('reviewer')).status).toBe(403);
    expect((await take('supervisor')).status).toBe(200);
  });

  it('of a mail is the whole mail; of a quarantined one only security takes it', async () => {
    await layIn({ submission: { outcome: 'quarantined' } });
    const mail = '/originals/LA-2026-000001/mail.eml';
    expect((await desk.as('supervisor').request(mail)).status).toBe(403);
    expect((await desk.as('supervisor').request(address)).status).toBe(403);
    const answer = await desk.as('security').request(mail);
    expect(answer.headers.get('content-disposition')).toContain('filename="LA-2026-000001.eml"');
  });

  it('of a mail that brought a dangerous file among others needs both who may see the papers and who may handle it', async () => {
    await layIn({ unsafe: true });
    const mail = '/originals/LA-2026-000001/mail.eml';
    expect((await desk.as('supervisor').request(mail)).status).toBe(403);
    expect((await desk.as('security').request(mail)).status).toBe(403);
    expect((await desk.as('supervisor', 'security').request(mail)).status).toBe(200);
    const pack = await desk.as('supervisor').request('/cases/LA-2026-000001/evidence.zip');
    expect(Object.keys(unzipSync(new Uint8Array(await pack.arrayBuffer())))).not.toContain('mail.eml');
  });

  it('that is not there is not found', async () => {
    await layIn();
    expect((await desk.app.request('/originals/LA-2026-000001/file_0002')).status).toBe(404);
    expect((await desk.app.request('/originals/LA-2026-000001/..%2f..%2fetc')).status).toBe(404);
  });
});

describe('the name of a download', () => {
  it('is our own reference: what a stranger named a file, mostly after a person, stands in no header', () => {
    expect(neutralName('LA-2026-000001-file_0002', 'Dana Fontenot.PDF')).toBe('LA-2026-000001-file_0002.pdf');
    expect(neutralName('LA-2026-000001-file_0002', 'cert\u202efdp.exe')).toBe('LA-2026-000001-file_0002');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\evil.exe', 'evil.exe'],
    ['archive.zip/Certificate 1.pdf', 'Certificate 1.pdf'],
    ['a"; filename="b.html', 'a__ filename=_b.html'],
    ['cert\u202efdp.exe', 'cert_fdp.exe'],
    ['line\r\nset-cookie: x=1.pdf', 'line__set-cookie_ x=1.pdf'],
    ['.htaccess', 'htaccess'],
    ['con.pdf', '_con.pdf'],
    ['   ', 'file'],
    ['', 'file'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ])('is safe when it came as %j', (attachment, name) => {
    expect(safeFileName(attachment)).toBe(name);
  });

  it('keeps letters of other languages, and gives old browsers plain ones', () => {
    expect(asAttachment('certificación (1).pdf')).toBe(
      `attachment; filename="certificacio_n (1).pdf"; filename*=UTF-8''certificaci%C3%B3n%20%281%29.pdf`,
    );
  });
});
