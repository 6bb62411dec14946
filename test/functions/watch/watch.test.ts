import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchCheck } from '#functions/sweep/watch-check.ts';
import { makeWatch } from '#functions/watch/watch.ts';
import type { WatchPorts } from '#functions/watch/watch-ports.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { type RunId, runIdOf } from '#shared/domain/ids.ts';
import { newLease } from '#shared/domain/lease.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import { noCounts, noUnits, type SweepFinding } from '#shared/domain/sweep-run.ts';
import { type Checked, type WatchCode, watchCodes } from '#shared/domain/watch.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { figuresWrites } from '#shared/records/figures-records.ts';
import { leaseWrite } from '#shared/records/lease-records.ts';
import { letterWrite } from '#shared/records/letter-records.ts';
import { reviewWrite } from '#shared/records/review-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { sweepRunWrite } from '#shared/records/sweep-run-records.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSweepRun } from '#test/builders/a-standing.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import { someFigures } from '#test/builders/case-figures.ts';

const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
const noon = '2026-12-10T18:00:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(noon) - minutes * 60_000).toISOString();
const ann = staffIdSchema.parse('staff_ann00000000000000000000');

let records: ReturnType<typeof openSqliteRecordStore>;
let now = noon;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  now = noon;
});
afterEach(() => records.close());

async function look(own: Partial<WatchPorts> = {}, nightly = true): Promise<ReadonlyMap<WatchCode, Checked>> {
  const ports: WatchPorts = {
    records,
    files: openFolderFileStore(join(tmpdir(), 'no-files-here')),
    clock: { now: () => now },
    heads: openFolderAuditHeads(join(tmpdir(), 'no-audit-heads-here')),
    programme,
    runs: { isGoingOn: async () => false },
    failedRuns: async () => [],
    inboundMails: null,
    announce: async () => {},
    clockDoubts: () => [],
    ...own,
  };
  const { checks } = await makeWatch(ports)({ nightly });
  return new Map(checks.map((check) => [check.code, check]));
}

const open = (number: number, receivedAt: string) => {
  const undecided = { state: 'received' as const, outcome: null, decidedAt: null, filedAt: null };
  return records.write([submissionWrite(aSubmission({ number, receivedAt, ...undecided }), 'absent')]);
};

describe('the watchman', () => {
  test('finds nothing in an empty office, says what it cannot tell, and keeps what it said', async () => {
    const checks = await look();
    const stateOf = (code: WatchCode) => checks.get(code)?.state;
    expect([...checks.keys()]).toEqual([...watchCodes]);
    for (const code of [
      'mail-untaken',
      'case-stuck',
      'settling-too-long',
      'lease-lost',
      'outbox-old',
      'odd-mails',
      'clock-skew',
      'run-failed',
      'queue-late',
      'case-waiting',
      'not-conserved',
      'audit-chain',
    ] as const)
      expect([code, stateOf(code)]).toEqual([code, 'fine']);
    for (const code of ['reading-drift', 'night-missed', 'sweep-finding'] as const)
      expect([code, stateOf(code)]).toEqual([code, 'cannot-tell']);
    expect((await findWatchReport(records))?.checks).toEqual([...checks.values()]);
  });

  test('B257: names a mail that came a quarter of an hour ago, is not filed, and that nobody works on', async () => {
    await open(1, minutesAgo(14));
    expect((await look()).get('case-stuck')?.state).toBe('fine');
    await open(2, minutesAgo(15));
    const stuck = (await look()).get('case-stuck');
    expect(stuck).toMatchObject({ state: 'found', count: 1, about: ['LA-2026-000002'] });
    expect((await look({ runs: { isGoingOn: async () => true } })).get('case-stuck')?.state).toBe('fine');
  });

  test('names a mail that is worked on for six hours', async () => {
    await open(1, minutesAgo(6 * 60));
    expect((await look({ runs: { isGoingOn: async () => true } })).get('case-stuck')?.about).toEqual([
      'LA-2026-000001',
    ]);
  });

  test('names a decision whose time came half an hour ago and that is not carried out', async () => {
    const waiting = (number: number, takesEffectAt: string) =>
      records.write([
        decisionWrite(aDecision({ submissionId: submissionIdFor(number), state: 'waiting', takesEffectAt }), null),
      ]);
    await waiting(1, minutesAgo(29));
    expect((await look()).get('settling-too-long')?.state).toBe('fine');
    await waiting(2, minutesAgo(30));
    expect((await look()).get('settling-too-long')).toMatchObject({ state: 'found', count: 1 });
  });

  test('names a case that somebody took a day ago and that still waits, and none that was decided', async () => {
    for (const [number, state] of [
      [1, 'open'],
      [2, 'closed'],
    ] as const) {
      const submission = aSubmission({ number, outcome: 'needs-review' });
      const { submissionId, reference } = submission;
      const openedAt = minutesAgo(3 * 24 * 60);
      await records.write([
        submissionWrite(submission, 'absent'),
        reviewWrite({ submissionId, reference, openedAt, reasons: [], state }),
        leaseWrite(submissionId, newLease(ann, minutesAgo(25 * 60)), null),
      ]);
    }
    expect((await look()).get('lease-lost')).toMatchObject({ state: 'found', about: ['LA-2026-000001'] });
  });

  test('names an answer that has waited for an hour', async () => {
    const answer = (number: number, writtenAt: string) =>
      records.write([
        answerWrite(submissionIdFor(number), anAnswer({ state: 'waiting', writtenAt, sentAt: null }), null),
      ]);
    await answer(1, minutesAgo(59));
    expect((await look()).get('outbox-old')?.state).toBe('fine');
    await answer(2, minutesAgo(60));
    expect((await look()).get('outbox-old')).toMatchObject({ state: 'found', about: [submissionIdFor(2)] });
  });

  test('names a reminder that has waited for four hours in the middle of its hours, and none outside of them', async () => {
    const hours = [{ from: minutesAgo(240), until: minutesAgo(-60) }];
    await records.write([letterWrite(aLetter({ specialistId: 'RPSS-1', hours }), null)]);
    await records.write([
      letterWrite(
        aLetter({ specialistId: 'RPSS-2', hours: [{ from: minutesAgo(239), until: minutesAgo(-60) }] }),
        null,
      ),
    ]);
    await records.write([
      letterWrite(aLetter({ specialistId: 'RPSS-3', hours: [{ from: minutesAgo(600), until: minutesAgo(1) }] }), null),
    ]);
    expect((await look()).get('outbox-old')).toMatchObject({
      state: 'found',
      about: ['RPSS-1 90-days-before-due-day'],
    });
  });

  test('has what it found kept with the run of the night, but for what it read from the runs', async () => {
    await open(1, minutesAgo(20));
    await sweptOn('2026-12-05', [{ code: 'standing-drift', about: ['RPSS-1 2026'], count: 1, inWords: 'It drifted.' }]);
    await look();
    const findings = await watchCheck.run({ run: aSweepRun(), records, now });
    // its bytes are in no store either
    expect(findings.map(({ code }) => code)).toEqual(['case-stuck', 'not-conserved']);
    await sweptOn('2026-12-09', [...findings]);
    expect((await look()).get('sweep-finding')?.state).toBe('fine');
  });

  test('names a run that failed while its mail is open, and forgets it when another run has filed the mail', async () => {
    const failed: RunId = runIdOf(submissionIdFor(1), 1);
    const failedRuns = async () => [failed];
    await open(1, minutesAgo(5));
    expect((await look({ failedRuns })).get('run-failed')).toMatchObject({ state: 'found', about: [failed] });
    await records.write([submissionWrite(aSubmission({ number: 1 }), 'any')]);
    expect((await look({ failedRuns })).get('run-failed')?.state).toBe('fine');
    expect((await look({ failedRuns: null })).get('run-failed')?.state).toBe('elsewhere');
  });

  test('warns where more comes in than people decide, and cannot tell from a handful of decisions', async () => {
    const { submissionId, reference } = aSubmission({ number: 99 });
    await records.write([
      reviewWrite({ submissionId, reference, openedAt: minutesAgo(60), reasons: [], state: 'open' }),
    ]);
    expect((await look()).get('queue-late')?.state).toBe('cannot-tell');
    for (let number = 1; number <= 30; number += 1) {
      const receivedAt = `2026-12-0${1 + (number % 8)}T12:00:00.000Z`;
      const decidedAt = number > 24 ? null : receivedAt;
      const figures = someFigures({ number, receivedAt, first: 'needs-review', now: 'accepted', decidedAt });
      await records.write(figuresWrites(figures, null));
    }
    expect((await look()).get('queue-late')).toMatchObject({ state: 'found', count: 1 });
  });

  test('warns where a field is corrected far more often than in the months before', async () => {
    const month = (number: number, receivedAt: string, corrected: number) => {
      const read = [{ field: 'hours', medium: 'ocr' as const, seen: 200, corrected }];
      return records.write(figuresWrites(someFigures({ number, receivedAt, read }), null));
    };
    await month(1, '2026-09-05T12:00:00.000Z', 4);
    await month(2, '2026-12-05T12:00:00.000Z', 60);
    expect((await look()).get('reading-drift')).toMatchObject({ state: 'found', about: ['hours (ocr)'] });
  });

  test('finds a filed mail of which the other rows are gone', async () => {
    await records.write([submissionWrite(aSubmission({ receivedAt: minutesAgo(60) }), 'absent')]);
    expect((await look()).get('not-conserved')).toMatchObject({ state: 'found', about: ['LA-2026-000001'] });
  });

  test('finds the nights that nobody swept, and hands on what the last run found', async () => {
    await sweptOn('2026-12-10', [{ code: 'standing-drift', about: ['RPSS-1 2026'], count: 1, inWords: 'It drifted.' }]);
    const fresh = await look();
    expect(fresh.get('night-missed')?.state).toBe('fine');
    expect(fresh.get('sweep-finding')).toMatchObject({
      state: 'found',
      about: ['standing-drift RPSS-1 2026'],
      count: 1,
    });
    now = '2026-12-12T18:00:00.000Z';
    expect((await look()).get('night-missed')).toMatchObject({ state: 'found', about: ['2026-12-11', '2026-12-12'] });
  });

  test('waits for the run of a night until six by the clock of the programme, and not longer', async () => {
    await sweptOn('2026-12-09', []);
    now = '2026-12-10T11:59:00.000Z';
    expect((await look()).get('night-missed')?.state).toBe('fine');
    now = '2026-12-10T12:00:00.000Z';
    expect((await look()).get('night-missed')).toMatchObject({ state: 'found', about: ['2026-12-10'] });
  });

  test('keeps in its short rounds what the night found, with its hour', async () => {
    await records.write([submissionWrite(aSubmission({ receivedAt: minutesAgo(60) }), 'absent')]);
    await look();
    now = '2026-12-10T18:15:00.000Z';
    const short = await look({}, false);
    expect(short.get('not-conserved')).toMatchObject({ state: 'found', at: noon });
    expect(short.get('case-stuck')?.at).toBe(now);
  });

  test('says of a check that breaks off that it could not look, and goes on with the others', async () => {
    await open(1, minutesAgo(60));
    const broken = await look({ runs: { isGoingOn: () => Promise.reject(new Error('no such service')) } });
    expect(broken.get('case-stuck')).toMatchObject({
      state: 'found',
      inWords: expect.stringContaining('could not be looked at'),
    });
    expect(broken.get('outbox-old')?.state).toBe('fine');
  });
});

function sweptOn(day: string, findings: SweepFinding[]) {
  const at = `${day}T08:00:00.000Z`;
  return records.write([
    sweepRunWrite(
      {
        ...{ runId: `${day}.01`, day, at, missedDays: [], rulesSha256: 'a'.repeat(64), finishedAt: at, onRoster: 0 },
        ...{ counts: noCounts, units: noUnits, dollars: 0, findings },
      },
      null,
    ),
  ]);
}
