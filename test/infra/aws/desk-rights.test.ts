import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealWords } from '#functions/console/access/sealed-words.ts';
import type { RouteName } from '#functions/console/route-table.ts';
import { newSession } from '#functions/console/sign-in/sessions.ts';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { move } from '#infra/move/move.ts';
import { openMachine } from '#infra/move/place.ts';
import { openDynamoRecordRows } from '#shared/adapters/aws/dynamo-record-rows.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { roles, type Staff } from '#shared/domain/staff.ts';
import { addStaff } from '#shared/records/staff-records.ts';
import { ben } from '#test/builders/staff.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { aStaffMember } from '#test/functions/console/desk.ts';
import { exampleReference } from '#test/functions/console/example-cases.ts';
import { anOfficeOfEveryKind } from '#test/infra/move/an-office-of-every-kind.ts';
import type { SomePage } from '#test/journeys/every-page.ts';
import { aGet, answerSchema } from './a-get.ts';
import { aPost } from './a-post.ts';
import { anOfficeOnAws, type OfficeOnAws } from './an-office-on-aws.ts';
import { askedInLines } from './asking-aws.ts';
import { type Browser, WalkOfTheDesk } from './walk-of-the-desk.ts';

const scratch = mkdtempSync(join(tmpdir(), 'desk-rights-'));
const [bundles, data] = [join(scratch, 'bundles'), join(scratch, 'data')];

describe.skipIf(!hasMoto)('the desk through the bundled console', () => {
  let office: OfficeOnAws;
  let pages: SomePage[];
  const walk = new WalkOfTheDesk();

  beforeAll(async () => {
    await bundleLambdas(bundles, (name) => ['console', 'apply-rules'].includes(name));
    office = await anOfficeOnAws(bundles);
    pages = await anOfficeOfEveryKind(data);
    const machine = await openMachine(data);
    const files = openS3FileStore('records', office.s3);
    const heads = openS3AuditHeads('seals', office.s3);
    const rows = openDynamoRecordRows('records', office.table);
    const there = { name: 'AWS', rows, records: office.records(), files, heads, close() {} };
    await move(machine, there, () => undefined, scratch);
    machine.close();
  });
  afterAll(() => {
    office?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function signedIn(staffId: Staff['staffId'], name: string) {
    const staff = { staffId, name, roles: [...roles], signInName: name.toLowerCase() };
    await addStaff(office.records(), staff);
    const begun = newSession({ clock: lambdaClock, secrets: randomSecrets }, staffId);
    await office.records().write([begun.write]);
    const cookie = `__Host-desk=${begun.secret}`;
    const ask = async (event: object) => answerSchema.parse(await office.lambdas.invoke('console', event));
    const browser: Browser = {
      get: (path) => ask(aGet(path, cookie)),
      post: async (path, fields) => ask(await aPost(path, [...fields, ['formKey', begun.session.formKey]], cookie)),
    };
    return { browser, sealed: (words: string) => sealWords(begun.session, words) };
  }

  it('is worked at by two people: cases, people, lists, and what one proposes and another agrees to', async () => {
    const robin = await signedIn(
      aStaffMember(['reviewer', 'supervisor', 'auditor', 'security', 'admin']).staffId,
      'Robin',
    );
    const second = await signedIn(ben, 'Ben');
    const [inDoubt, decided, proposed] = [exampleReference, 'LA-2026-000022', 'LA-2026-000023'].map(
      (one) => `/cases/${one}`,
    );
    for (const page of [inDoubt, '/cases/LA-2026-000021']) await walk.post(robin.browser, `${page}/claim`, {});
    await decide(robin.browser, 'LA-2026-000021');
    const places = pages.map(({ path }) => path).filter((path) => /^\/(?:imports\/|quarantine|blind\/)/.test(path));
    const people = ['/people/RPSS-0042?on=2026-06-01', '/people/RPSS-0101'];
    await walk.over(robin.browser, [`${inDoubt}/papers`, `${inDoubt}`, `${decided}`, '/', ...people, ...places]);
    for (const file of ['originals/LA-2026-7K3M9Q/file_0001', 'originals/LA-2026-000001/mail.eml', 'applications.csv'])
      await walk.get(robin.browser, `/${file}`);
    await walk.get(robin.browser, `${inDoubt}/evidence.zip`);
    for (const _often of [1, 2]) await walk.get(robin.browser, `${inDoubt}/files/file_0001/pages/1.png`);
    for (const list of ['/search', '/people']) await walk.get(robin.browser, `${list}${robin.sealed('fontenot')}`);
    await walk.over(second.browser, [`${proposed}`, '/people/RPSS-0101', '/quarantine', '/']);
    await walk.get(second.browser, '/signed-in?state=a+state&code=a+code');
    await walk.post(second.browser, '/sign-out', {});

    const done = (name: RouteName) => (walk.answered.get(name) ?? []).filter((status) => status < 400);
    for (const name of reached) expect(done(name), name).not.toEqual([]);
  });

  it('asks AWS for what the list of asked rights says, line by line', async () => {
    await expect(askedInLines(office.asked)).toMatchFileSnapshot('./asked/the-desk.txt');
  });

  async function decide(browser: Browser, reference: string): Promise<void> {
    const { body } = await browser.get(`/cases/${reference}`);
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
    const letter = { 'letter.subject': 'One question', 'letter.text': 'Please send the certificate.' };
    const order = { version, made: '0', action: 'ask-sender', do: 'decide', ...letter };
    await walk.post(browser, `/cases/${reference}/decisions`, order);
  }
});

/** What has to come through, or the list would be that of a walk that was turned back at every door. */
const reached: readonly RouteName[] = [
  ...(['case', 'papers', 'readAgain', 'claim', 'decide', 'undo', 'evidence', 'original', 'picture'] as const),
  ...(['person', 'identityChange', 'makeVerification', 'secondVerification', 'agreeToStanding', 'answerMail'] as const),
  ...(['applyImport', 'applicationsCsv', 'answerQuarantine', 'answerBlind', 'removeView', 'signOut'] as const),
];
