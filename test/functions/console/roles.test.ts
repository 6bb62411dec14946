import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayOpen, type RouteName, routeNames, routeOf } from '#functions/console/route-table.ts';
import { newLease } from '#shared/domain/lease.ts';
import { type Role, roles } from '#shared/domain/staff.ts';
import { leaseWrite } from '#shared/records/lease-records.ts';
import { listAll } from '#shared/records/list-all.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { verificationWrites } from '#shared/records/verification-records.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson, aSpecialist } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { type Desk, openDesk } from './desk.ts';

const bytes = new TextEncoder().encode('what a stranger sent');
const ordinary = 'LA-2026-000001';
const quarantined = 'LA-2026-000002';
const heldByAnn = 'LA-2026-000003';
let desk: Desk;
beforeAll(async () => {
  const rulePages = [{ page: 'continuing-education/ethics-hours.rule.md', text: '# Ethics' }];
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), {
    programme: { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages },
  });
  const [rawKey, fileKey] = [await desk.files.put('raw', bytes), await desk.files.put('document', bytes)];
  const [document, file] = [aDocument(), aFile({ fileKey })];
  await storeCase(desk.records, {
    submission: aSubmission({ number: 1, reference: ordinary, rawKey }),
    files: [file],
    documents: [document],
    judgement: aJudgement({ people: [aMatchedPerson()] }),
  });
  await putSpecialist(desk.records, aSpecialist());
  const [day, at] = ['2026-01-01', desk.deps.clock.now()];
  const said = { day, answer: 'active' as const, reasons: [], askedBy: 'Harbor House', why: 'billing' };
  const letter = { code: own.code ?? '', specialistId: 'RPSS-0042', ...said, by: ann, at, fileKey };
  await desk.records.write(verificationWrites(letter));
  const held = { number: 2, reference: quarantined, rawKey, outcome: 'quarantined' as const };
  await storeCase(desk.records, { submission: aSubmission(held), files: [file] });
  const taken = aSubmission({ number: 3, reference: heldByAnn, rawKey });
  await storeCase(desk.records, { submission: taken, files: [file], documents: [document] });
  await desk.records.write([leaseWrite(taken.submissionId, newLease(ann, desk.deps.clock.now()), null)]);
});

/** What stands for the parts of an address: of a thing that is there, and of one that is not. */
const own: Readonly<Record<string, string>> = {
  reference: ordinary,
  fileId: 'file_0001',
  name: '1.png',
  number: '1',
  reply: submissionIdFor(9),
  day: '2026-11-20',
  specialistId: 'RPSS-0042',
  register: 'roster',
  code: 'V-7K3M9-Q2P4T',
  year: '2026',
  file: 'report.pdf',
  changeId: 'a1b2c3d4e5f6',
};
const foreign: Readonly<Record<string, string>> = { ...own, reference: 'LA-2026-ZZZZZZ', secret: 'x'.repeat(43) };
const wildcards: Partial<Record<RouteName, string>> = {
  asset: '/assets/console.css',
  rule: '/rules/continuing-education/ethics-hours',
};

function addressOf(name: RouteName, parts: Readonly<Record<string, string>>): string {
  const path = wildcards[name] ?? routeOf(name).path;
  return path.replace(/:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?/g, (_all, part: string) => parts[part] ?? 'nothing');
}

/** Whoever looks at dangerous files has cases of their own: those held back. */
const ownOf = (role: Role) => (role === 'security' ? { ...own, reference: quarantined } : own);

async function ask(name: RouteName, role: Role, parts: Readonly<Record<string, string>>): Promise<Response> {
  const as = desk.as(role);
  const address = addressOf(name, parts);
  return routeOf(name).method === 'GET' ? as.request(address) : as.post(address);
}

const guarded = routeNames.filter((name) => routeOf(name).may !== 'anybody');
const pairs = guarded.flatMap((name) => roles.map((role) => ({ name, role, may: mayOpen([role], name) })));
const isCase = (name: RouteName) => routeOf(name).object === 'case';

describe('the routes of the console', () => {
  it('give security no file that is in order, and the reviewers none that is held back', async () => {
    for (const name of ['original', 'rawMail'] as const) {
      expect((await ask(name, 'security', own)).status).toBe(403);
      expect((await ask(name, 'supervisor', ownOf('security'))).status).toBe(403);
    }
    expect((await ask('original', 'reviewer', ownOf('security'))).status).toBe(403);
  });

  it('are those of the table, and no others', () => {
    const mounted = desk.console.routes.filter(({ method }) => method !== 'ALL');
    const rows = routeNames.map((name) => `${routeOf(name).method} ${routeOf(name).path}`);

    expect([...new Set(mounted.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(rows.sort());
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each(pairs.filter(({ may }) => !may))('B210: do not open $name to the role $role', async ({ name, role }) => {
    expect((await ask(name, role, own)).status).toBe(403);
  });

  it.each(pairs.filter(({ may }) => may))('open $name to the role $role', async ({ name, role }) => {
    const { status } = await ask(name, role, ownOf(role));

    expect([401, 403, 500, 503]).not.toContain(status);
    if (routeOf(name).method === 'GET') expect([200, 303]).toContain(status);
  });

  it.each(pairs.filter(({ may, name }) => may && isCase(name)))(
    'know no case that is not there, at $name, whoever asks: $role',
    async ({ name, role }) => {
      const answer = await ask(name, role, foreign);

      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('Dana');
    },
  );

  it.each(pairs.filter(({ may, name }) => !may && isCase(name)))(
    'do not tell the role $role at $name whether a case is there',
    async ({ name, role }) => {
      const [there, missing] = [await ask(name, role, own), await ask(name, role, foreign)];

      expect(there.status).toBe(missing.status);
      const withoutKey = async (answer: Response) => (await answer.text()).replace(/name="formKey" value="[^"]+"/g, '');
      expect(await withoutKey(there)).toBe(await withoutKey(missing));
    },
  );

  it.each(
    pairs.filter(({ may, name, role }) => may && isCase(name) && role !== 'security' && routeOf(name).method === 'GET'),
  )('let the role $role read at $name a case that somebody else works on', async ({ name, role }) => {
    const { status } = await ask(name, role, { ...own, reference: heldByAnn });

    expect(status).toBe((await ask(name, role, own)).status);
  });

  it('change nothing of a case that somebody else works on, by whatever form and whoever sends it', async () => {
    const rows = async () => {
      const all = await listAll(desk.records, { pk: `SUB#${submissionIdFor(3)}` });
      // that it was looked at is no change
      return all.filter(({ sk }) => !/^(?:OPENED|AUDIT|PICTURE)#/.test(sk));
    };
    const before = await rows();
    expect(before.map(({ sk }) => sk)).toContain('LEASE');
    for (const { name, role } of pairs.filter(
      ({ may, name: of }) => may && isCase(of) && routeOf(of).method === 'POST',
    )) {
      await ask(name, role, { ...own, reference: heldByAnn });
      expect(await rows(), `${name} by ${role}`).toEqual(before);
    }
  });

  it.each(guarded)('ask whoever is not signed in to do so first, at %s', async (name) => {
    const { method } = routeOf(name);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await desk.console.request(addressOf(name, own), { method, headers });

    expect(answer.status).toBe(method === 'GET' ? 303 : 401);
    expect(await answer.text()).not.toContain('Dana');
    if (method === 'GET') expect(answer.headers.get('location')).toMatch(/^\/sign-in(\?to=|$)/);
  });

  it.each(routeNames.filter((name) => routeOf(name).method === 'POST'))(
    'B222: take no form at %s that another site sent',
    async (name) => {
      const sent = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'http://evil.example' },
        { origin: 'null' },
        {},
      ];
      for (const headers of sent) {
        const answer = await desk.as('reviewer').request(addressOf(name, own), { method: 'POST', headers });
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain('did not come from a page of this desk');
      }
    },
  );

  it.each(pairs.filter(({ may, name }) => may && routeOf(name).method === 'POST'))(
    'carry out no form at $name without the key of the session of the $role',
    async ({ name, role }) => {
      for (const formKey of ['', 'x'.repeat(43)]) {
        const answer = await desk.as(role).post(addressOf(name, own), { formKey });
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain('nothing was changed yet');
      }
    },
  );
});
