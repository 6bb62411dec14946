import { expect, it } from 'vitest';
import type { PutBack } from '#shared/ports/put-back.ts';

export type QueueUnderTest = {
  putBack: PutBack;
  /** what the queue hands out now, as it hands it to a Lambda */
  handsOut(): Promise<unknown[]>;
};

/** A queue into which a message is laid back that was only paced. */
export function putBackContract(open: () => Promise<QueueUnderTest>): void {
  const since = '2026-12-08T15:00:00.000Z';

  it('hands a message out again as it was, with since when it waits and how often it was put back', async () => {
    const { putBack, handsOut } = await open();
    await putBack.again({ body: '{"of":"a mail"}', since, times: 2 }, 0);

    expect(await handsOut()).toEqual([
      {
        messageId: expect.any(String),
        body: '{"of":"a mail"}',
        attributes: { SentTimestamp: expect.stringMatching(/^\d{13}$/), ApproximateReceiveCount: '1' },
        messageAttributes: {
          pacedSince: expect.objectContaining({ stringValue: since }),
          pacedTimes: expect.objectContaining({ stringValue: '2' }),
        },
      },
    ]);
  });

  it('does not hand it out before its time, and takes a quarter of an hour', async () => {
    const { putBack, handsOut } = await open();
    await putBack.again({ body: '{}', since, times: 1 }, 900);

    expect(await handsOut()).toEqual([]);
  });
}
