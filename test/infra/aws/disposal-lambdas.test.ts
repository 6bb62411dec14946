import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAnswerDisposal } from '#functions/desk/answer-disposal.ts';
import { makeHolds } from '#functions/desk/holds.ts';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { type MailLock, openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { canaryRunWrite, listCanaryRuns } from '#shared/records/canary-run-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { disposedKeys, listDisposals } from '#shared/records/retention-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { retentionDefinition } from '#shared/workflow/retention.definition.ts';
import { retentionSteps } from '#shared/workflow/steps.ts';
import { aMailedPacket } from '#test/builders/a-canary-packet.ts';
import { ann, ben } from '#test/builders/staff.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { layMail } from '#test/functions/retention/kept-mails.ts';
import { anOfficeOnAws, type OfficeOnAws } from './an-office-on-aws.ts';
import { askedInLines } from './asking-aws.ts';

const names: string[] = retentionSteps.map(({ file }) => file);
const folder = mkdtempSync(join(tmpdir(), 'disposal-'));
const receivedAt = '2021-03-01T15:00:00.000Z';
const clock = { now: () => new Date().toISOString() };
const governed: MailLock = { mode: 'GOVERNANCE', years: 3, clock };

/** An office that has set its periods in shared/config/office.json; ours has not, and its machine proposes nothing. */
function setPeriods(): void {
  for (const name of names) {
    const file = join(folder, name, 'index.mjs');
    const text = readFileSync(file, 'utf8');
    const own = text.replace(
      /"raw-mail":null,documents:null,readings:null,pictures:null/,
      '"raw-mail":{years:3},documents:{years:3},readings:{years:3},pictures:{years:3}',
    );
    if (own === text) throw new Error('the periods stand no longer where they were in the bundle');
    writeFileSync(file, own);
  }
}

describe.skipIf(!hasMoto)('a night of disposal by the bundled Lambdas, against an AWS-compatible server', () => {
  let office: OfficeOnAws;
  let mail: Awaited<ReturnType<typeof layMail>>;
  let locked: Awaited<ReturnType<typeof layMail>>;
  let held: Awaited<ReturnType<typeof layMail>>;

  beforeAll(async () => {
    await bundleLambdas(folder, (name) => names.includes(name));
    setPeriods();
    office = await anOfficeOnAws(folder);
    const stores = (lock?: MailLock) => ({
      records: office.records(),
      files: openS3FileStore('records', office.s3, lock),
    });
    mail = await layMail(stores(), 1, { receivedAt });
    locked = await layMail(stores(governed), 2, { receivedAt });
    held = await layMail(stores(), 3, { receivedAt });
  });
  afterAll(() => {
    office?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Walks the deployed definition, with the bundled Lambdas behind its tasks. */
  async function night(): Promise<void> {
    const arn = (state: string) => `arn:aws:lambda:us-east-1:000000000000:function:${state}`;
    const text = JSON.stringify(retentionDefinition).replace(/\$\{(\w+)\}/g, (_all, state) => arn(state));
    const handlers = retentionSteps.map(({ state, file }) => [
      state,
      (event: unknown) => office.lambdas.invoke(file, event),
    ]);
    const overrides = { taskResourceLocalHandlers: Object.fromEntries(handlers) };
    await new StateMachine(JSON.parse(text)).run({}, { overrides }).result;
  }
  const list = async () => (await listDisposals(office.records()))[0]?.disposal;
  const versionsOf = async (Prefix: string) =>
    (await office.s3.send(new ListObjectVersionsCommand({ Bucket: 'records', Prefix }))).Versions?.length ?? 0;

  it('proposes what is past its period, once, and destroys nothing of it before two people agreed', async () => {
    await night();
    await night();
    expect(await list()).toMatchObject({ state: 'proposed', approved: null });
    expect((await listDisposals(office.records())).length).toBe(1);
    expect(await versionsOf(mail.raw)).toBe(1);
  });

  it('destroys every version of what they agreed to; what is held stays, what is locked waits and says until when', async () => {
    const records = office.records();
    const disposalId = (await list())?.disposalId ?? '';
    for (const who of [ann, ben])
      expect(await makeAnswerDisposal({ records, clock })({ disposalId, who, says: 'yes' })).toEqual({ done: true });
    const asked = { reference: held.reference, who: ann, reason: 'A suit is coming.', hold: true };
    expect(await makeHolds({ records, clock })(asked)).toEqual({ done: true });

    await night();

    expect(await Promise.all([mail.raw, mail.document, mail.reading, mail.picture].map(versionsOf))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await Promise.all([locked.raw, locked.document].map(versionsOf))).toEqual([1, 0]);
    expect(await Promise.all([held.raw, held.document].map(versionsOf))).toEqual([1, 1]);
    expect(await list()).toMatchObject({
      state: 'waiting',
      waiting: [{ key: locked.raw, until: expect.stringMatching(/^20\d\d-/) }],
      kept: [{ why: 'held' }, { why: 'held' }, { why: 'held' }, { why: 'held' }],
    });
    expect(await disposedKeys(records, mail.id)).toEqual(
      new Set([mail.raw, mail.document, mail.reading, mail.picture]),
    );
    expect((await listHistory(records, mail.id)).map(({ action }) => action)).toContain('disposed');
    expect((await verifyAudit({ records, heads: null })).faults).toEqual([]);
  });

  it('asks nobody again for what waits, and leaves it as it is while it is locked', async () => {
    const before = await list();
    await night();
    expect(await listDisposals(office.records())).toHaveLength(1);
    expect(await list()).toEqual(before);
  });

  it('forgets a packet of the canary that is old, with its raw mail, and asks nobody', async () => {
    const records = office.records();
    const { run, raw } = await aMailedPacket(records, receivedAt);
    const key = await openS3FileStore('records', office.s3).put('raw', raw);
    await records.write([canaryRunWrite({ ...run, spentBy: key.slice('raw/'.length) }, 1)]);

    await night();

    expect(await listCanaryRuns(records)).toEqual([]);
    expect(await versionsOf(key)).toBe(0);
    expect((await records.list({ pk: `CANARY#${run.submissionId}` })).records).toEqual([]);
  });

  it('asks AWS for what the list of asked rights says, line by line', async () => {
    await expect(askedInLines(office.asked)).toMatchFileSnapshot('./asked/a-disposal.txt');
  });
});
