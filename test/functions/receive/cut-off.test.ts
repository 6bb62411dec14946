import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeReceive } from '#functions/receive/receive.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';

test('a mail whose run was cut off after it was opened goes on when the same mail is handed over again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'receive-'));
  const records = openSqliteRecordStore(':memory:');
  const started: string[] = [];
  const receive = makeReceive({
    files: openFolderFileStore(folder),
    records,
    runner: { start: async (_machine, runId) => void started.push(runId) },
    clock: { now: () => '2026-12-20T15:00:01.000Z' },
    ids: systemIds(),
    referencePrefix: 'LA',
  });
  const receivedAt = '2026-12-20T15:00:00.000Z';
  const envelope = { mailFrom: 'a@b.org', recipients: [], remoteAddress: null, receivedAt };
  const raw = Buffer.from('From: a@b.org\r\n\r\nhello\r\n');
  const { submissionId } = await receive({ envelope, raw });
  const first = await findSubmission(records, submissionId);
  if (!first) throw new Error('it was taken');
  const write = (own: object) => records.write([submissionWrite({ ...first.submission, ...own }, 'any')]);

  await write({ state: 'opened' });
  await receive({ envelope, raw });
  expect(started).toHaveLength(2);

  await write({ state: 'decided', outcome: 'accepted', filedAt: receivedAt });
  await receive({ envelope, raw });
  expect(started).toHaveLength(2);
  records.close();
  rmSync(folder, { recursive: true, force: true });
});
