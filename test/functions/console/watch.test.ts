import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Check, cannotTell, fine, found, type WatchCode, watchCodes } from '#shared/domain/watch.ts';
import { keepWatchReport } from '#shared/records/watch-records.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

const round = '2026-11-22T13:50:00.000Z';
const kept = (said: Partial<Record<WatchCode, Check>>, at = round) =>
  keepWatchReport(desk.records, {
    at,
    checks: watchCodes.map((code) => ({ code, at, ...(said[code] ?? fine('In order, as far as anybody sees.')) })),
  });
const page = async (...roles: Parameters<Desk['as']>) => (await desk.as(...roles).request('/watch')).text();

describe('the page of the watchman', () => {
  it('says that no round was made, before there was one', async () => {
    expect(await page('auditor')).toContain('No round was made yet.');
  });

  it('puts what was found first, links the cases, and says where the runbook tells what to do', async () => {
    await kept({
      'case-stuck': found('One mail is stuck.', ['LA-2026-000001']),
      'reading-drift': cannotTell('Too few were seen.'),
    });
    const text = await page('supervisor');
    expect(text).toContain('1 of 15 need somebody.');
    expect(text.indexOf('Is any mail stuck?')).toBeLessThan(text.indexOf('Is every decision carried out?'));
    expect(text).toContain('href="/cases/LA-2026-000001"');
    expect(text).toContain('the section <em>Case stuck</em> of the runbook');
    expect(text).toContain('Cannot tell');
  });

  it('links no case for those who may open none', async () => {
    await kept({ 'case-stuck': found('One mail is stuck.', ['LA-2026-000001']) });
    const text = await page('admin');
    expect(text).toContain('LA-2026-000001');
    expect(text).not.toContain('href="/cases/');
  });

  it('says that it is old where the rounds have stopped', async () => {
    await kept({}, '2026-11-22T12:00:00.000Z');
    expect(await page('security')).toContain('The watchman makes no rounds');
  });
});
