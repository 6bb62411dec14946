import { describe, expect, it } from 'vitest';
import { announcementOf, forEachNewObject, type NewObject } from '#shared/adapters/aws/queued-objects.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { makeLog } from '#shared/telemetry/log.ts';

const message = (messageId: string, key: string) => ({
  messageId,
  body: JSON.stringify({ time: '2026-12-20T15:00:00Z', detail: { bucket: { name: 'b' }, object: { key } } }),
});

function aWorker() {
  const done: NewObject[] = [];
  const lines: string[] = [];
  const work = async (object: NewObject) => {
    if (object.key.includes('bad')) throw new GiveUp(`no ${object.key}`);
    done.push(object);
  };
  return { done, lines, handler: forEachNewObject(work, { log: makeLog({ write: (line) => lines.push(line) }) }) };
}

describe('new objects from a queue', () => {
  it('are worked on one by one, with the instant the bucket took them', async () => {
    const { done, handler } = aWorker();

    const answer = await handler({ Records: [message('1', 'inbound/a'), message('2', 'inbound/b')] });

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(done).toEqual([
      { bucket: 'b', key: 'inbound/a', createdAt: '2026-12-20T15:00:00.000Z' },
      { bucket: 'b', key: 'inbound/b', createdAt: '2026-12-20T15:00:00.000Z' },
    ]);
  });

  it('B257: of which nobody was told are announced as the bucket would have done it', async () => {
    const { done, handler } = aWorker();
    const lost = { bucket: 'b', key: 'inbound/lost', createdAt: '2026-12-20T15:00:00.000Z' };

    await handler({ Records: [{ messageId: '1', body: announcementOf(lost) }] });

    expect(done).toEqual([lost]);
  });

  it('are none where SES only tried whether it may lay down mail: that note is to nobody of ours', async () => {
    const { done, handler } = aWorker();

    const answer = await handler({ Records: [message('1', 'inbound/AMAZON_SES_SETUP_NOTIFICATION')] });

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(done).toEqual([]);
  });

  it('B258: that fail come again, and the others do not', async () => {
    const { done, handler } = aWorker();

    const answer = await handler({ Records: [message('1', 'inbound/bad'), message('2', 'inbound/b')] });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(done).toHaveLength(1);
  });

  it('that are no announcement come again, until they lie in the dead letters where a person sees them', async () => {
    const { handler } = aWorker();

    const answer = await handler({
      Records: [
        { messageId: '1', body: 'hello' },
        { messageId: '2', body: '{}' },
      ],
    });

    expect(answer.batchItemFailures).toHaveLength(2);
  });

  it('leave nothing of their name in the log', async () => {
    const { lines, handler } = aWorker();

    await handler({ Records: [message('1', 'inbound/bad-Dana-Fontenot')] });

    expect(lines.join('')).toContain('GiveUp');
    expect(lines.join('')).not.toContain('Fontenot');
  });
});
