import { describe, expect, it } from 'vitest';
import { makeLetWait } from '#shared/adapters/aws/let-wait.ts';
import { forEachMessage } from '#shared/adapters/aws/queued-messages.ts';
import { GiveUp, Paced, TryAgain } from '#shared/domain/faults.ts';
import { pacedHoursMax } from '#shared/domain/pacing.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { aQueue } from '#test/builders/a-queue.ts';

const log = makeLog({ write: () => {} });
const begun = '2026-12-08T15:00:00.000Z';
const first = {
  messageId: 'first',
  body: '{"mail":1}',
  attributes: { SentTimestamp: String(Date.parse(begun)), ApproximateReceiveCount: '1' },
  messageAttributes: {},
};
const isDone = { batchItemFailures: [] };

/** A queue in memory, and a worker that is given `work` to do. */
function aWorker(work: () => Promise<unknown>, chance = () => 0.5) {
  const queue = aQueue(begun);
  const told: string[] = [];
  const metrics = makeMetrics({ namespace: 'test', write: (line) => told.push(line) });
  const letWait = makeLetWait({ putBack: queue.putBack, clock: queue.clock, metrics, chance });
  return {
    queue,
    handler: forEachMessage(work, { step: 'test', log, letWait }),
    oldestTold: () => Math.max(...told.map((line) => Number(/"PacedSeconds":(\d+)/.exec(line)?.[1]))),
  };
}
const refusing = (fault: Error) => async () => {
  throw fault;
};

describe('a message whose turn had not come', () => {
  it('is done with, after the same is laid into the queue for later', async () => {
    const { queue, handler } = aWorker(refusing(new Paced('not now')));

    expect(await handler({ Records: [first] })).toEqual(isDone);
    expect(queue.delays()).toEqual([8]);
    queue.passes(8);
    expect(queue.handsOut()).toMatchObject([
      { body: first.body, messageAttributes: { pacedSince: { stringValue: begun }, pacedTimes: { stringValue: '1' } } },
    ]);
  });

  it('waits longer from time to time, a quarter of an hour at most, and any time below that by chance', async () => {
    const chances = [1, 1, 1, 1, 1, 1, 1, 1, 0.001];
    const { queue, handler } = aWorker(refusing(new Paced('not now')), () => chances.shift() ?? 1);
    const waits: number[] = [];
    let Records: unknown[] = [first];
    for (let time = 0; time < 9; time += 1) {
      await handler({ Records });
      waits.push(...queue.delays());
      queue.passes(waits.at(-1) ?? 0);
      Records = queue.handsOut();
    }

    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 1]);
  });

  it('keeps since when it waits, however often the queue counts anew, and tells of it', async () => {
    const { queue, handler, oldestTold } = aWorker(refusing(new Paced('not now')), () => 1);
    let Records: unknown[] = [first];
    for (let time = 0; time < 4; time += 1) {
      await handler({ Records });
      queue.passes(3600);
      Records = queue.handsOut();
    }

    expect(oldestTold()).toBe(3 * 3600);
    expect(Records).toMatchObject([{ messageAttributes: { pacedSince: { stringValue: begun } } }]);
  });

  it(`fails after ${pacedHoursMax} hours, so that it comes to the dead letters and to a person, and is told of once more`, async () => {
    const { queue, handler, oldestTold } = aWorker(refusing(new Paced('not now')));
    await handler({ Records: [first] });
    queue.passes(pacedHoursMax * 3600);
    const Records = queue.handsOut();

    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(queue.delays()).toEqual([]);
    expect(oldestTold()).toBe(pacedHoursMax * 3600);
  });

  it('fails like any other where it cannot be put back: it is still in its queue', async () => {
    const letWait = makeLetWait({
      putBack: { again: refusing(new TryAgain('the queue is away')) },
      clock: { now: () => begun },
      metrics: makeMetrics({ namespace: 'test', write: () => {} }),
    });
    const handler = forEachMessage(refusing(new Paced('not now')), { step: 'test', log, letWait });

    expect(await handler({ Records: [first] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'first' }] });
  });

  it('of one batch, is alone in being put back', async () => {
    const faults: Record<number, Error> = { 1: new Paced('not now'), 2: new TryAgain('cut off'), 3: new GiveUp('no') };
    const done: unknown[] = [];
    const queue = aQueue(begun);
    const metrics = makeMetrics({ namespace: 'test', write: () => {} });
    const letWait = makeLetWait({ putBack: queue.putBack, clock: queue.clock, metrics });
    const work = async (message: unknown) => {
      const fault = typeof message === 'number' ? faults[message] : undefined;
      if (fault) throw fault;
      done.push(message);
    };
    const Records = [1, 2, 3, 4].map((body) => ({ ...first, messageId: `m${body}`, body: String(body) }));

    const answer = await forEachMessage(work, { step: 'test', log, letWait })({ Records });

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m2', 'm3']);
    expect(done).toEqual([4]);
    expect(queue.delays()).toHaveLength(1);
  });

  it('fails where its queue is not one that takes messages back', async () => {
    const handler = forEachMessage(refusing(new Paced('not now')), { step: 'test', log });

    expect(await handler({ Records: [first] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'first' }] });
  });
});
