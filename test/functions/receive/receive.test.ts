import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeReceive } from '#functions/receive/receive.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { Paced, TryAgain } from '#shared/domain/faults.ts';
import type { RunId } from '#shared/domain/ids.ts';
import type { Pace } from '#shared/ports/pace.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import {
  findPointed,
  findSubmission,
  listOpenSubmissions,
  listSubmissions,
  referenceKey,
} from '#shared/records/submission-records.ts';

const receivedAt = '2026-12-20T15:00:00.000Z';
const envelope = { mailFrom: 'a@b.org', recipients: ['intake@example.org'], remoteAddress: null, receivedAt };
const raw = Buffer.from('From: a@b.org\r\n\r\nhello\r\n');
const folder: { path: string; close: () => void } = { path: '', close: () => undefined };

beforeEach(() => {
  folder.path = mkdtempSync(join(tmpdir(), 'receive-'));
});
afterEach(() => {
  folder.close();
  rmSync(folder.path, { recursive: true, force: true });
});

/** A runner that only remembers; starting one name twice starts once, as the port says. */
function aRunner() {
  const started = new Set<RunId>();
  let faults = 0;
  return {
    started,
    failNext: (count: number) => {
      faults = count;
    },
    async start(_machine: 'intake', runId: RunId) {
      if (faults > 0) {
        faults -= 1;
        throw new TryAgain('the workflow is busy');
      }
      started.add(runId);
    },
  };
}

function aHost(change: (records: RecordStore) => RecordStore = (records) => records, startPace?: Pace) {
  const store = openSqliteRecordStore(join(folder.path, 'records.sqlite'));
  folder.close = () => store.close();
  const files = openFolderFileStore(join(folder.path, 'files'));
  const runner = aRunner();
  const records = change(store);
  const clock = { now: () => '2026-12-20T15:00:01.000Z' };
  const pace = startPace === undefined ? {} : { startPace };
  const receive = makeReceive({ files, records, runner, clock, ids: systemIds(), referencePrefix: 'LA', ...pace });
  return { receive, records: store, files, runner };
}

test('a mail becomes a submission with its raw bytes, a run, a reference and a place in the month', async () => {
  const { receive, records, files, runner } = aHost();

  const received = await receive({ envelope, raw });

  const found = await findSubmission(records, received.submissionId);
  const submission = found?.submission;
  expect(received.isRepeat).toBe(false);
  expect(submission).toMatchObject({ state: 'received', outcome: null, rawBytes: raw.length, filedAt: null, envelope });
  expect(submission?.reference).toMatch(/^LA-2026-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(Buffer.from(await files.read(submission?.rawKey ?? ''))).toEqual(raw);
  expect(await findPointed(records, referenceKey(submission?.reference ?? ''))).toBe(received.submissionId);
  expect([...runner.started]).toEqual([submission?.runId]);
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(1);
  expect((await listOpenSubmissions(records)).submissions).toHaveLength(1);
});

test('B183: a mail to two of our addresses is one mail with both, and its bytes are kept once', async () => {
  const { receive, records, files } = aHost();
  const both = { ...envelope, recipients: ['intake@example.org', 'reports@example.org'] };

  const { submissionId } = await receive({ envelope: both, raw });

  expect((await findSubmission(records, submissionId))?.submission.envelope.recipients).toEqual(both.recipients);
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(1);
  expect((await files.list('raw')).keys).toHaveLength(1);
});

test('the same bytes sent again are a duplicate of the first: counted, not run, not open', async () => {
  const { receive, records, runner } = aHost();
  const first = await receive({ envelope, raw });

  const second = await receive({ envelope, raw });

  const found = await findSubmission(records, second.submissionId);
  expect(second.isRepeat).toBe(true);
  expect(second.submissionId).not.toBe(first.submissionId);
  expect(found?.submission).toMatchObject({ outcome: 'duplicate', state: 'decided', duplicateOf: first.submissionId });
  expect(runner.started.size).toBe(1);
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(2);
  expect((await listOpenSubmissions(records)).submissions.map((open) => open.submission.submissionId)).toEqual([
    first.submissionId,
  ]);
});

test('B239, B240: one delivery handed over twice is one submission, and its run is started again without harm', async () => {
  const { receive, records, runner } = aHost();

  const first = await receive({ envelope, raw, deliveryId: 'ses-1' });
  const again = await receive({ envelope, raw, deliveryId: 'ses-1' });

  expect(again).toEqual({ submissionId: first.submissionId, isRepeat: true });
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(1);
  expect(runner.started.size).toBe(1);
});

test('when the rows cannot be written the mail is not acknowledged, and sending it again begins anew', async () => {
  let isBroken = true;
  const { receive, records, runner } = aHost((store) => ({
    ...store,
    async write(writes) {
      if (isBroken) throw new TryAgain('the store is busy');
      return store.write(writes);
    },
  }));

  await expect(receive({ envelope, raw })).rejects.toThrow(TryAgain);
  isBroken = false;
  const received = await receive({ envelope, raw });

  expect(received.isRepeat).toBe(false);
  expect(runner.started.size).toBe(1);
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(1);
});

test('when the host died between rows and start, the next delivery of the same mail starts the first', async () => {
  const { receive, records, runner } = aHost();
  runner.failNext(1);

  await expect(receive({ envelope, raw })).rejects.toThrow(TryAgain);
  const again = await receive({ envelope, raw });

  const duplicate = await findSubmission(records, again.submissionId);
  const first = duplicate?.submission.duplicateOf;
  expect(first && [...runner.started]).toEqual([`run_${first?.slice('sub_'.length)}_1`]);
});

test('B181: two deliveries of one mail at the same instant make one first and one duplicate', async () => {
  const { receive, records, runner } = aHost();

  const received = await Promise.all([receive({ envelope, raw }), receive({ envelope, raw })]);

  expect(received.map(({ isRepeat }) => isRepeat).sort()).toEqual([false, true]);
  expect(runner.started.size).toBe(1);
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(2);
});

test('a reference that is taken already is not given twice', async () => {
  let conflicts = 1;
  const seen: string[] = [];
  const { receive, records } = aHost((store) => ({
    ...store,
    async write(writes) {
      seen.push(...writes.flatMap((write) => ('put' in write && write.put.sk === 'REFERENCE' ? [write.put.pk] : [])));
      if (conflicts > 0) {
        conflicts -= 1;
        return 'conflict';
      }
      return store.write(writes);
    },
  }));

  const { submissionId } = await receive({ envelope, raw });

  expect(new Set(seen).size).toBe(2);
  expect((await findSubmission(records, submissionId))?.submission.reference).toBe(seen[1]?.replace('REFERENCE#', ''));
});

test('a mail whose run may not begin yet is in custody already, and has one run when it is handed over again', async () => {
  let isFull = true;
  const turn = async () => {
    if (isFull) throw new Paced('too many wait');
  };
  const { receive, records, files, runner } = aHost(undefined, { turn });

  await expect(receive({ envelope, raw, deliveryId: 'inbound/one' })).rejects.toThrow(Paced);
  const [kept] = (await listOpenSubmissions(records)).submissions;
  expect(Buffer.from(await files.read(kept?.submission.rawKey ?? ''))).toEqual(raw);
  expect(runner.started.size).toBe(0);

  isFull = false;
  for (let time = 0; time < 2; time += 1) {
    const again = await receive({ envelope, raw, deliveryId: 'inbound/one' });
    expect(again).toEqual({ submissionId: kept?.submission.submissionId, isRepeat: true });
  }
  expect([...runner.started]).toEqual([kept?.submission.runId]);
  expect((await listSubmissions(records, { month: '2026-12' })).submissions).toHaveLength(1);
});
