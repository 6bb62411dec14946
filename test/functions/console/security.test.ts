import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { TryAgain } from '#shared/domain/faults.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';
import { hostileCase } from './hostile-case.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

const pages = ['/', '/?view=needs-person', '/cases/LA-2026-000001', '/outbox'];

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</title></textarea></pre><iframe srcdoc=x>',
  '<a href="javascript:alert(1)">x</a>',
  '" autofocus onfocus=alert(1) x="',
  '<!-- --><style>*{display:none}</style>',
  '{{constructor.constructor("x")()}}<b>',
];

/** The one script tag of the desk: a file of its own, on the page of a case and in the queue. */
const ownScript = /<script type="module" src="\/assets\/desk\/(?:case|queue)\.js"><\/script>/;

/** A quote inside a value is always escaped, so what stands between two quotes is one value. */
const withoutAttributeValues = (page: string) => page.replace(/"[^"]*"/g, '""');

describe('what strangers write', () => {
  it.each(payloads)('B218, B219: never becomes markup on any page: %s', async (payload) => {
    await storeCase(desk.records, hostileCase(payload));
    for (const address of pages) {
      const page = (await pageText(desk, address)).replace(ownScript, '');
      expect(page).not.toContain(payload);
      expect(page).not.toMatch(/<(script|iframe|style|b|svg onload|img src=x)\b/i);
      expect(withoutAttributeValues(page)).not.toMatch(/<[^>]+\s(?:on[a-z]+|autofocus|srcdoc|style)\b/i);
      expect(page).not.toContain('href="javascript:');
    }
  });

  it.each(payloads)('nor on the pages of other roles, nor in the names of the staff: %s', async (payload) => {
    const everybody = desk.as('supervisor', 'auditor', 'security', 'admin');
    const named = { name: payload, signInName: payload, role: 'reviewer' };
    await storeCase(desk.records, hostileCase(payload));
    const because = { code: 'unsafe-file' as const, text: payload };
    const held = aSubmission({ number: 9, outcome: 'quarantined', reasons: [because] });
    await storeCase(desk.records, { submission: held, files: [aFile({ attachment: payload, refused: because })] });
    const at = desk.deps.clock.now();
    const hostile = { at, by: 'person', action: payload, codes: [payload] } as const;
    await desk.records.write([auditWrite(held.submissionId, { ...hostile, codes: [payload] })]);
    await noteAtDesk(desk.records, { ...hostile, codes: [payload] });
    const answers = [await everybody.post('/accounts', named)];
    const reference = '/cases/LA-2026-000009/history';
    for (const address of [
      '/accounts',
      '/audit',
      `/audit?reference=${encodeURIComponent(payload)}`,
      '/quarantine',
      reference,
    ])
      answers.push(await everybody.request(address));
    for (const answer of answers) {
      const page = await answer.text();
      expect([200, 422]).toContain(answer.status);
      expect(page).not.toContain(payload);
      expect(page).not.toMatch(/<(script|iframe|style|svg onload|img src=x)\b/i);
      expect(withoutAttributeValues(page)).not.toMatch(/<[^>]+\s(?:on[a-z]+|autofocus|srcdoc|style)\b/i);
    }
  });

  it('shows characters that turn or hide text by their names', async () => {
    await storeCase(desk.records, hostileCase('cert\u202efdp.exe\u200b\u0007\u0000'));
    for (const address of pages.filter((page) => page !== '/outbox')) {
      const page = await pageText(desk, address);
      expect(page).not.toMatch(/[\u202a-\u202e\u200b\u0007\u0000]/);
      expect(page).toContain('cert[U+202E]fdp.exe[U+200B]');
    }
  });

  it('is cut where it would make a page of megabytes', async () => {
    await storeCase(desk.records, { submission: aSubmission({ mail: aMail({ bodyText: 'x'.repeat(90_000) }) }) });
    const page = await pageText(desk, '/cases/LA-2026-000001');
    expect(page.length).toBeLessThan(40_000);
    expect(page).toContain('90000 characters in all');
  });
});

describe('every answer of the console', () => {
  const addresses = [...pages, '/health', '/nothing', '/assets/console.css', '/assets/nothing.css', '/rules'];

  it.each(addresses)(
    'B223: forbids scripts but our own files, frames and everything from elsewhere: %s',
    async (address) => {
      const { headers } = await desk.app.request(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  it.each([...pages, '/health', '/nothing'])('is kept by nobody: %s', async (address) => {
    expect((await desk.app.request(address)).headers.get('cache-control')).toBe('no-store');
  });

  it('has no script but our own file, no inline style and nothing from another host', async () => {
    await storeCase(desk.records, hostileCase('plain words'));
    for (const address of pages) {
      const page = (await pageText(desk, address)).replace(ownScript, '');
      expect(page).not.toMatch(/<script|\sstyle=|\son[a-z]+=|(?:src|href)="(?:https?:)?\/\//i);
    }
  });
});

describe('the console', () => {
  it('answers only to its own names, so that no page of a stranger can borrow its address', async () => {
    const answer = await desk.app.request('http://evil.example/');
    expect(answer.status).toBe(421);
    expect(await answer.text()).not.toContain('Cases');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('B217: changes nothing: %s is not there', async (method) => {
    expect((await desk.app.request('/', { method })).status).toBe(404);
  });

  it.each([
    '/assets/../package.json',
    '/assets/uswds/css/../../../package.json',
    '/assets/%2e%2e/package.json',
    '/assets/uswds/js/uswds.min.js',
    '/assets/console.css/',
    '/assets/',
  ])('B216: gives out no other file: %s', async (address) => {
    expect((await desk.app.request(address)).status).toBe(404);
  });

  it('tells nothing of a fault but that there was one', async () => {
    const fail = (fault: Error) => ({
      find: () => Promise.reject(fault),
      list: () => Promise.reject(fault),
      count: () => Promise.reject(fault),
      write: () => Promise.reject(fault),
    });
    const busy = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { records: fail(new TryAgain('Dana Fontenot')) });
    const broken = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { records: fail(new Error('/home/dana')) });
    const [answerBusy, answerBroken] = [await busy.app.request('/'), await broken.app.request('/')];
    expect([answerBusy.status, answerBroken.status]).toEqual([503, 500]);
    expect(`${await answerBusy.text()}${await answerBroken.text()}`).not.toMatch(/dana/i);
    expect((await busy.app.request('/health')).status).toBe(503);
    expect((await desk.app.request('/health')).status).toBe(200);
  });
});
