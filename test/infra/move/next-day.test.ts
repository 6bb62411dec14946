import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { comparePeople } from '#infra/local/rebuild/compare-people.ts';
import { compareStores } from '#infra/local/rebuild/compare-stores.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { move } from '#infra/move/move.ts';
import { openMachine, type Place } from '#infra/move/place.ts';
import { openDynamoRecordRows } from '#shared/adapters/aws/dynamo-record-rows.ts';
import { openS3AuditHeads } from '#shared/adapters/aws/s3-audit-heads.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { shelves } from '#shared/domain/queue-line.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { listShelf } from '#shared/records/queue-line-records.ts';
import { listSpecialists } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { listSweepRunsOf } from '#shared/records/sweep-run-records.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import { sweepSteps } from '#shared/workflow/steps.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { anOfficeOnAws, type OfficeOnAws } from '#test/infra/aws/an-office-on-aws.ts';

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), 'next-day-'));
const [bundles, data, back] = [join(scratch, 'bundles'), join(scratch, 'data'), join(scratch, 'back')];
const programme = await programmeNamed('louisiana-rpss');
const [yesterday, today, tomorrow] = ['2026-12-20', '2026-12-21', '2026-12-22'] as const;
const audit = (verb: string, folder: string) =>
  run(process.execPath, ['infra/local/audit.ts', verb, '--data', folder]).then(({ stdout }) => stdout);

/** A night of one machine, and whether it found anything to say that was not known before. */
async function nightHere(records: RecordStore, day: string) {
  const { counts } = await runSweep({ records, programme, clock: { now: () => `${day}T08:00:00.000Z` } }, day);
  return counts.changed;
}

describe.skipIf(!hasMoto)('an office that moves to AWS in the evening, and back in the next', () => {
  let office: OfficeOnAws;
  const open: Place[] = [];
  const deployment = (): Place => ({
    name: 'the table records',
    rows: openDynamoRecordRows('records', office.table),
    records: office.records(),
    files: openS3FileStore('records', office.s3),
    heads: openS3AuditHeads('seals', office.s3),
    close() {},
  });
  async function moveBetween(from: Place, to: Place) {
    const moved = await move(from, to, () => undefined, scratch);
    for (const place of open.splice(0)) place.close();
    return moved;
  }
  const machine = async (folder: string) => {
    const place = await openMachine(folder);
    open.push(place);
    return place;
  };

  const queueOf = (records: RecordStore) => Promise.all(shelves.map((shelf) => listShelf(records, shelf)));

  /** Both stores of one office, asked through their own lists. */
  async function differences(one: RecordStore, other: RecordStore) {
    const people = (await listSpecialists(one)).map(({ specialistId }) => specialistId);
    return [...(await compareStores(one, other)), ...(await comparePeople(one, other, people))];
  }
  async function nightThere(day: string) {
    const arn = (state: string) => `arn:aws:lambda:us-east-1:000000000000:function:${state}`;
    const text = JSON.stringify(sweepDefinition).replace(/\$\{(\w+)\}/g, (_all, state) => arn(state));
    const handlers = sweepSteps.map(({ state, file }) => [
      state,
      async (event: unknown) => office.lambdas.invoke(file, event),
    ]);
    const overrides = { taskResourceLocalHandlers: Object.fromEntries(handlers) };
    await new StateMachine(JSON.parse(text)).run({ day, start: 'by-hand' }, { overrides }).result;
    return (await listSweepRunsOf(office.records(), day))[0]?.run.counts.changed;
  }

  beforeAll(async () => {
    await bundleLambdas(bundles);
    office = await anOfficeOnAws(bundles);
    const mails = ['01-fillable-form', '10-certificate-missing', '19-governmental-ethics'];
    const here = await anOfficeWithMails(mails, `${yesterday}T15:00:00.000Z`);
    await nightHere(here.records, yesterday);
    await here.runner.stop();
    cpSync(here.folder, data, { recursive: true });
    await here.close();
    await audit('seal', data);
  });
  afterAll(() => {
    for (const place of open) place.close();
    office?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('finds on AWS the same cases, people and years as before', async () => {
    await moveBetween(await machine(data), deployment());
    const before = openSqliteRecordStore(join(data, 'records.sqlite'));
    expect(await differences(before, office.records())).toEqual([]);
    const queue = await queueOf(before);
    expect(queue.flatMap(({ lines }) => lines)).toHaveLength(3);
    expect(await queueOf(office.records())).toEqual(queue);
    before.close();
  });

  it('has a quiet first night there: nobody stands otherwise, all that was received is there, and the trail holds', async () => {
    expect(await nightThere(today)).toEqual({});
    await office.lambdas.invoke('watch', { nightly: true });
    const { checks = [] } = (await findWatchReport(office.records())) ?? {};
    const said = new Map(checks.map(({ code, state }) => [code, state]));
    for (const code of ['not-conserved', 'audit-chain', 'case-stuck', 'settling-too-long'] as const)
      expect(said.get(code), code).toBe('fine');
  });

  it('takes in the next mail there, answers it, and writes to nobody else', async () => {
    const { input } = await office.receive('inbound/next', '03-married-name.eml', `${today}T15:00:00Z`);
    await office.walk(input);
    expect((await findAnswer(office.records(), input.submissionId))?.answer.state).toBe('sent');
    expect((await findSubmission(office.records(), input.submissionId))?.submission.filedAt).not.toBeNull();
    await office.lambdas.invoke('send-waiting', {});
    const sent = [...office.asked].flatMap(([, asked]) => asked).filter(({ action }) => action === 'ses:SendEmail');
    expect(sent).toHaveLength(1);
    await nightThere(today);
    await office.lambdas.invoke('seal-audit', {});
  });

  it('finds all of it on one machine again, with a trail that holds and a night that is quiet', async () => {
    await moveBetween(deployment(), await machine(back));
    const after = openSqliteRecordStore(join(back, 'records.sqlite'));
    expect(await differences(office.records(), after)).toEqual([]);
    expect(await queueOf(after)).toEqual(await queueOf(office.records()));
    expect(await nightHere(after, tomorrow)).toEqual({});
    after.close();
    expect(await audit('verify', back)).toMatch(/hold/);
    const ledger = await run(process.execPath, ['infra/local/ledger.ts', '--data', back]);
    expect(ledger.stdout).toContain('It adds up: nothing is lost and nothing is there twice.');
  });

  it('goes on there: nothing that was answered is answered again, and the next mail is', async () => {
    const here = await anOfficeWithMails([], `${tomorrow}T15:00:00.000Z`, { dataFolder: back });
    const id = await here.take(
      readFileSync('test/fixtures/mail/11-attestation-unsigned.eml'),
      `${tomorrow}T15:00:00.000Z`,
    );
    expect((await findAnswer(here.records, id))?.answer.state).toBe('sent');
    expect(readdirSync(join(here.folder, 'outbox')).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
    await here.close();
  });
});
