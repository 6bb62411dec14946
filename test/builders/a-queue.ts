import type { PacedMessage, PutBack } from '#shared/ports/put-back.ts';

/** A queue in memory, whose time moves on only when somebody says so. */
export function aQueue(startsAt = '2026-12-08T15:00:00.000Z') {
  let now = Date.parse(startsAt);
  let count = 0;
  const waiting: { id: string; from: number; sent: number; message: PacedMessage }[] = [];
  const putBack: PutBack = {
    async again(message, seconds) {
      count += 1;
      waiting.push({ id: `m${count}`, from: now + seconds * 1000, sent: now, message });
    },
  };
  return {
    putBack,
    clock: { now: () => new Date(now).toISOString() },
    /** for how long each that waits is held back from now */
    delays: () => waiting.map(({ from }) => (from - now) / 1000),
    passes(seconds: number) {
      now += seconds * 1000;
    },
    /** As Lambda is given them; whoever takes them is done with them. */
    handsOut() {
      const ready = waiting.filter(({ from }) => from <= now);
      for (const one of ready) waiting.splice(waiting.indexOf(one), 1);
      return ready.map(({ id, sent, message: { body, since, times } }) => ({
        ...{ messageId: id, body, attributes: { SentTimestamp: String(sent), ApproximateReceiveCount: '1' } },
        messageAttributes: {
          pacedSince: { stringValue: since, dataType: 'String' },
          pacedTimes: { stringValue: String(times), dataType: 'Number' },
        },
      }));
    },
  };
}
