import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSweepPlan } from '#functions/sweep/sweep-plan.ts';
import { makeSweepReport } from '#functions/sweep/sweep-report.ts';
import { makeSweepSegment } from '#functions/sweep/sweep-segment.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { anOffice, louisiana, type Office } from './a-swept-office.ts';

const asked = { day: null, start: 'by-timer' as const };

describe('a timer that starts the night at two, three, four and five', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    for (let number = 0; number < 40; number += 1) await office.add({ specialistId: `RPSS-${number}` });
  });
  afterEach(() => office.close());

  const ports = (programme: Programme = louisiana) => ({ records: office.records, clock: office.clock, programme });
  const plan = (programme?: Programme) => makeSweepPlan(ports(programme))(asked);
  const at = (hour: number, minute = 0) =>
    office.setClock(new Date(Date.UTC(2026, 10, 20, 6 + hour, minute)).toISOString());
  /** Walks the first so many segments of a planned night to their end. */
  async function walk({ segments }: Awaited<ReturnType<typeof plan>>, most = segments.length): Promise<void> {
    for (const segment of segments.slice(0, most)) await makeSweepSegment(ports())(segment);
  }

  it('begins nothing where the night is done, and writes not a row', async () => {
    at(2);
    const first = await plan();
    await walk(first);
    await makeSweepReport(ports())({ runId: first.runId });
    const before = await office.rows();
    at(3);
    expect(await plan()).toEqual({ runId: first.runId, isToWalk: false, segments: [] });
    expect(await office.rows()).toEqual(before);
  });

  it('sweeps anew a night that was done by other rules than those of now', async () => {
    at(2);
    const first = await plan();
    await walk(first);
    await makeSweepReport(ports())({ runId: first.runId });
    const changed = { ...louisiana, book: { ...louisiana.book, sha256: 'f'.repeat(64) } };
    expect(await plan(changed)).toMatchObject({ runId: '2026-11-20.02', isToWalk: true });
  });

  it('goes on with a night that failed within the hour', async () => {
    at(2);
    const first = await plan();
    await walk(first, 4);
    at(3);
    const again = await plan();
    expect(again).toMatchObject({ runId: first.runId, isToWalk: true });
    await walk(again);
    await makeSweepReport(ports())({ runId: again.runId });
    at(4);
    expect(await plan()).toMatchObject({ isToWalk: false });
  });

  it('goes on with a night that failed before anything of it was walked', async () => {
    at(2);
    const { runId } = await plan();
    at(2, 1);
    expect(await plan()).toMatchObject({ runId, isToWalk: true });
  });

  it('leaves alone a long night that is still being walked', async () => {
    at(2);
    const first = await plan();
    at(2, 55);
    await walk(first, 4);
    at(3);
    expect(await plan()).toEqual({ runId: first.runId, isToWalk: false, segments: [] });
  });

  it('does not keep a person from starting it at once', async () => {
    at(2);
    const first = await plan();
    await walk(first, 4);
    expect(await makeSweepPlan(ports())({ day: null })).toMatchObject({ runId: first.runId, isToWalk: true });
    await walk(first);
    await makeSweepReport(ports())({ runId: first.runId });
    expect(await makeSweepPlan(ports())({ day: null })).toMatchObject({ runId: '2026-11-20.02', isToWalk: true });
  });
});
