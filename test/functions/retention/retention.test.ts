import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeAnswerDisposal } from '#functions/desk/answer-disposal.ts';
import { makeHolds } from '#functions/desk/holds.ts';
import { makeCarryOutDisposals } from '#functions/retention/carry-out-disposals.ts';
import { makeProposeDisposal } from '#functions/retention/propose-disposal.ts';
import { whatIsDue } from '#functions/retention/what-is-due.ts';
import { openFolderFileDisposal } from '#shared/adapters/local/folder-file-disposal.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import {
  dueAfter,
  periodInWords,
  type Retention,
  retentionClasses,
  retentionSchema,
} from '#shared/domain/retention.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import { fileWrite, findFile } from '#shared/records/file-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { pageReadWrite } from '#shared/records/page-read-records.ts';
import { disposedKeys, listDisposals } from '#shared/records/retention-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { aFile } from '#test/builders/a-document.ts';
import { ann, ben } from '#test/builders/staff.ts';
import { agreedBy, layMail, threeYears, unset } from './kept-mails.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
let files: FileStore;
let fileDisposal: FileDisposal;
let now: string;
const clock = { now: () => now };
const ports = (retention: Retention) => ({ records, fileDisposal, clock, retention });

beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  const folder = await mkdtemp(join(tmpdir(), 'retention-'));
  files = openFolderFileStore(folder);
  fileDisposal = openFolderFileDisposal(folder);
  now = '2029-12-31T12:00:00.000Z';
});

const lay = (number: number, own?: Parameters<typeof layMail>[2]) => layMail({ records, files }, number, own);
const isThere = async (keys: readonly string[]) => Promise.all(keys.map((key) => files.has(key)));
const due = async (retention: Retention) =>
  (await whatIsDue(records, retention, now)).cases.flatMap(({ objects }) => objects.map(({ key }) => key));
const hold = (reference: string, isSet = true) =>
  makeHolds({ records, clock })({ reference, who: ann, reason: 'A suit is coming.', hold: isSet });

const agreed = (retention: Retention) => agreedBy(ports(retention));

describe('how long things are kept', () => {
  it('is unset for this office, for nobody has said it: all is kept, and it is said so', async () => {
    const mine = retentionSchema.parse(office.retention);
    expect(retentionClasses.map((name) => periodInWords(mine[name]))).toEqual(Array(5).fill('no period is set: kept'));
    await lay(1);
    now = '2099-01-01T00:00:00.000Z';
    expect(await due(mine)).toEqual([]);
    expect(await makeProposeDisposal(ports(mine))()).toBeNull();
  });

  it.each([
    ['three years', { years: 3 }, '2026-12-31', '2030-01-01'],
    ['a year from a leap day', { years: 1 }, '2024-02-29', '2025-03-02'],
    ['no day at all', { days: 0 }, '2026-12-31', '2027-01-01'],
    ['thirty days', { days: 30 }, '2026-12-31', '2027-01-31'],
  ])('of %s ends after its last day', (_words, period, from, day) => {
    expect(dueAfter(period, from)).toBe(day);
  });

  it('is counted from the end of the year in which a mail came in', async () => {
    const { raw, document, reading, picture } = await lay(1);
    expect(await due(threeYears)).toEqual([picture]);
    now = '2030-01-01T12:00:00.000Z';
    expect(new Set(await due(threeYears))).toEqual(new Set([raw, document, reading, picture]));
  });

  it('does not run out while a person has the case to look at', async () => {
    await lay(1, { outcome: 'needs-review' });
    now = '2031-01-01T12:00:00.000Z';
    const waiting = (await whatIsDue(records, threeYears, now)).cases;
    expect(waiting.map(({ reference }) => reference)).toEqual([]);
  });
});

describe('what may be destroyed', () => {
  beforeEach(() => {
    now = '2030-06-01T12:00:00.000Z';
  });

  it('is only proposed: nothing goes before two people agreed, and not the same one twice', async () => {
    const { raw, document } = await lay(1);
    const disposal = await makeProposeDisposal(ports(threeYears))();
    const answer = makeAnswerDisposal({ records, clock });
    const disposalId = disposal?.disposalId ?? '';
    const carryOut = makeCarryOutDisposals(ports(threeYears));
    await carryOut();
    await answer({ disposalId, who: ann, says: 'yes' });
    expect(await answer({ disposalId, who: ann, says: 'yes' })).toMatchObject({
      done: false,
      why: expect.stringContaining('other person'),
    });
    expect(await carryOut()).toMatchObject({ destroyed: 0, kept: 0 });
    expect(await isThere([raw, document])).toEqual([true, true]);
    expect(await makeProposeDisposal(ports(threeYears))()).toBeNull();
  });

  it('goes once two people agreed, with a log of what, by which period, when and by whom; rows and audit trail stay whole', async () => {
    const { id, ...keys } = await lay(1);
    const disposalId = await agreed(threeYears);
    expect(await makeCarryOutDisposals(ports(threeYears))()).toEqual({
      destroyed: 4,
      kept: 0,
      waiting: 0,
      isDone: true,
    });
    const all = [keys.raw, keys.document, keys.reading, keys.picture];
    expect(await isThere(all)).toEqual([false, false, false, false]);
    const [log] = (await listDisposals(records)).map(({ disposal }) => disposal);
    expect(log).toMatchObject({
      disposalId,
      state: 'done',
      approved: { by: ann },
      second: { by: ben },
      doneAt: now,
      periods: threeYears,
      kept: [],
    });
    expect(log?.cases.flatMap(({ objects }) => objects)).toContainEqual({ rule: 'raw-mail', key: keys.raw });
    expect(await disposedKeys(records, id)).toEqual(new Set(all));
    expect((await listHistory(records, id)).map(({ action }) => action)).toContain('disposed');
    expect((await verifyAudit({ records, heads: null })).faults).toEqual([]);
    expect(await due(threeYears)).toEqual([]);
  });

  it('is kept as long as any other mail needs the same bytes', async () => {
    const first = await lay(1, { paper: 'the same certificate' });
    const later = await lay(2, { paper: 'the same certificate', receivedAt: '2029-03-01T15:00:00.000Z' });
    expect(first.document).toBe(later.document);
    await agreed(threeYears);
    await makeCarryOutDisposals(ports(threeYears))();
    expect(await isThere([first.raw, first.document, first.reading, later.raw])).toEqual([false, true, true, true]);
  });

  it('is also the page of a picture that was kept once more for every mail, when no mail needs it any more', async () => {
    const [first, later] = [await lay(1), await lay(2, { receivedAt: '2029-03-01T15:00:00.000Z' })];
    const own = await files.put('reading', Buffer.from('a page of the first mail alone'));
    const both = await files.put('reading', Buffer.from('a page that both mails brought'));
    const { fileId } = aFile({});
    await records.write([
      pageReadWrite({ submissionId: first.id, fileId }, own),
      pageReadWrite({ submissionId: first.id, fileId }, both),
      pageReadWrite({ submissionId: later.id, fileId }, both),
    ]);
    await agreed(threeYears);
    await makeCarryOutDisposals(ports(threeYears))();
    expect(await isThere([own, both])).toEqual([false, true]);
  });

  it('is kept by a hold with a reason, also one that came after both had agreed; lifting it is on the trail too', async () => {
    const { id, raw, reference } = await lay(1);
    expect(await makeHolds({ records, clock })({ reference, who: ann, reason: ' ', hold: true })).toMatchObject({
      done: false,
    });
    await agreed(threeYears);
    now = '2030-06-01T13:00:00.000Z';
    expect(await hold(reference)).toEqual({ done: true });
    expect(await hold(reference)).toMatchObject({ done: false, why: 'This case is held already.' });
    expect(await makeCarryOutDisposals(ports(threeYears))()).toMatchObject({ destroyed: 0, kept: 4 });
    expect((await listDisposals(records))[0]?.disposal.kept.map(({ why }) => why)).toEqual([
      'held',
      'held',
      'held',
      'held',
    ]);
    expect(await isThere([raw])).toEqual([true]);
    now = '2030-06-01T14:00:00.000Z';
    expect(await hold(reference, false)).toEqual({ done: true });
    expect((await listHistory(records, id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['hold-set', 'hold-lifted']),
    );
    expect((await due(threeYears)).length).toBe(4);
  });

  it('is gone on with where a night was cut off between the log and the bytes', async () => {
    const { raw, picture } = await lay(1);
    await agreed(threeYears);
    let left = 1;
    const failing: FileDisposal = {
      ...fileDisposal,
      destroy: async (key) => (left-- > 0 ? fileDisposal.destroy(key) : Promise.reject(new Error('power'))),
    };
    await expect(makeCarryOutDisposals({ ...ports(threeYears), fileDisposal: failing })()).rejects.toThrow('power');
    now = '2030-06-02T12:00:00.000Z';
    await makeCarryOutDisposals(ports(threeYears))();
    expect(await isThere([raw, picture])).toEqual([false, false]);
    expect((await listDisposals(records))[0]?.disposal).toMatchObject({ state: 'done', kept: [] });
  });

  it('is, of a paper that was ordered to be destroyed, its file, its reading and its pictures, so long after the order', async () => {
    now = '2026-12-20T12:00:00.000Z';
    const { id, raw, document, reading, picture } = await lay(1);
    const found = await findFile(records, id, aFile({}).fileId);
    if (found)
      await records.write([
        fileWrite(
          { ...found.file, withheld: { order: 'destroy', by: ann, at: '2026-12-01T12:00:00.000Z', reason: 'private' } },
          { version: found.version },
        ),
      ]);
    expect(new Set(await due({ ...unset, 'ordered-away': { days: 10 } }))).toEqual(
      new Set([document, reading, picture]),
    );
    expect(await due({ ...unset, 'ordered-away': { days: 30 } })).toEqual([]);
    expect(await isThere([raw])).toEqual([true]);
  });

  it('is refused by one person alone, and may be proposed again', async () => {
    await lay(1);
    const disposalId = (await makeProposeDisposal(ports(threeYears))())?.disposalId ?? '';
    await makeAnswerDisposal({ records, clock })({ disposalId, who: ben, says: 'no' });
    now = '2030-06-02T12:00:00.000Z';
    expect((await makeProposeDisposal(ports(threeYears))())?.disposalId).toBe(now);
  });
});
