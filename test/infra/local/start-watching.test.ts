import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWatching } from '#infra/local/start-watching.ts';
import { openClockWitness } from '#shared/adapters/local/clock-witness.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileDisposal } from '#shared/adapters/local/folder-file-disposal.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { entryWrite, submissionWrite } from '#shared/records/submission-records.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

/** So many that a round takes seconds; each has an audit trail of its own. */
const mails = 1_500;

describe('the watchman of one machine, in the middle of his long round', () => {
  let folder = '';
  let store: ReturnType<typeof openSqliteRecordStore>;
  let asked = 0;
  const said: object[] = [];
  const log = { info: (line: object) => void said.push(line), error: (line: object) => void said.push(line) };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'watching-'));
    store = openSqliteRecordStore(':memory:');
    asked = 0;
    said.length = 0;
    const receivedAt = new Date().toISOString();
    for (let number = 1; number <= mails; number += 1) {
      const submission = aSubmission({ number, receivedAt });
      const opened = { at: receivedAt, by: 'machine' as const, action: 'opened', codes: [] };
      await store.write([
        submissionWrite(submission, 'absent'),
        entryWrite(submission),
        auditWrite(submission.submissionId, opened),
      ]);
    }
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const counted = (): RecordStore => ({
    find(key) {
      asked += 1;
      return store.find(key);
    },
    list(query) {
      asked += 1;
      return store.list(query);
    },
    count: (query) => store.count(query),
    write: (writes) => store.write(writes),
  });

  async function start() {
    return startWatching(
      {
        records: counted(),
        files: openFolderFileStore(join(folder, 'files')),
        fileDisposal: openFolderFileDisposal(join(folder, 'files')),
        heads: openFolderAuditHeads(join(folder, 'heads')),
        programme: await programmeNamed('louisiana-rpss'),
        runner: { isGoingOn: async () => false },
        clockWitness: openClockWitness(),
      },
      log,
    );
  }

  it('leaves it at the signal to stop: nothing more is read, nothing is told, and the next start makes the round', async () => {
    const watching = await start();
    while (asked < 500) await pause(1);
    const before = asked;
    await watching.stop();
    // reads that had begun may come to their end; each check that is left asks at most once, and is refused
    expect(asked - before).toBeLessThan(50);
    expect(said.filter((line) => JSON.stringify(line).includes('watch'))).toEqual([]);
    expect(await findWatchReport(store)).toBeNull();

    const again = await start();
    await expect.poll(() => findWatchReport(store), { timeout: 60_000 }).not.toBeNull();
    await again.stop();
    expect((await findWatchReport(store))?.checks.find(({ code }) => code === 'audit-chain')).toMatchObject({
      state: 'fine',
      inWords: expect.stringContaining(`${mails} rows in ${mails} chains`),
    });
  });

  it('leaves others their turn all the while', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    const watching = await start();
    while (asked < 6_000) await pause(1);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
    await watching.stop();
  });
});
