import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tellOfRun } from '#functions/sweep/tell-of-run.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { SweepFinding, SweepRun } from '#shared/domain/sweep-run.ts';
import { sweepRunWrite } from '#shared/records/sweep-run-records.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { aSweepRun } from '#test/builders/a-standing.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

const lineSchema = z.looseObject({ Of: z.literal('sweep') });

async function toldOf(own: Partial<SweepRun>) {
  const run = aSweepRun(own);
  await records.write([sweepRunWrite(run, null)]);
  const [logged, counted]: [string[], string[]] = [[], []];
  const log = makeLog({ write: (line) => logged.push(line) });
  const metrics = makeMetrics({ namespace: 'peer-credentials-test', write: (line) => counted.push(line) });
  const isFinished = await tellOfRun({ records, log, metrics }, run.runId);
  const figures = counted.map((line) => {
    const { _aws, Of: _of, ...figure } = lineSchema.parse(JSON.parse(line));
    return figure;
  });
  return { isFinished, logged: logged.map((line) => JSON.parse(line)), figures: Object.assign({}, ...figures) };
}

const finding = (code: string, count: number): SweepFinding => ({ code, about: [], count, inWords: 'Something.' });

describe('what is told of a run of the sweep', () => {
  test('is what it read and wrote, and what that costs, in a line of the log and in figures', async () => {
    const { isFinished, logged, figures } = await toldOf({
      finishedAt: '2026-12-01T08:10:00.000Z',
      units: { read: 1200.5, written: 340 },
      dollars: 0.0003625,
      counts: { walked: 900, looked: 40, causes: {}, words: {}, changed: { met: 3, 'in-review': 2 }, beside: {} },
      findings: [finding('standing-drift', 1), finding('standing-drift', 1), finding('roster-not-walked', 7)],
    });
    expect(isFinished).toBe(true);
    const cost = { readUnits: 1200.5, writeUnits: 340, dollars: 0.0003625 };
    expect(logged).toMatchObject([{ step: 'sweep', outcome: 'finished', count: 900, ...cost }]);
    expect(figures).toEqual({
      ...{ SweepsFinished: 1, SweepWalked: 900, SweepLooked: 40, SweepChanged: 5, SweepDrift: 2, SweepFindings: 7 },
      ...{ SweepReadUnits: 1200.5, SweepWriteUnits: 340, SweepMicrodollars: 363 },
    });
  });

  test('that did not come to its end says so, so that silence is heard', async () => {
    const { isFinished, logged, figures } = await toldOf({ finishedAt: null });
    expect(isFinished).toBe(false);
    expect(logged).toMatchObject([{ outcome: 'not-at-its-end' }]);
    expect(figures).toMatchObject({ SweepsFinished: 0 });
  });
});
