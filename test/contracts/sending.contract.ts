import { beforeEach, describe, expect, it } from 'vitest';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { runIdOf } from '#shared/domain/ids.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerWrite, findAnswer, listWaitingAnswers } from '#shared/records/answer-records.ts';
import { handOverAnswer, takeForSending } from '#shared/records/hand-over-answer.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';

const count = 12;
const ids = Array.from({ length: count }, (_, i) => submissionIdFor(i + 1));
const [first = submissionIdFor(1)] = ids;

/**
 * An answer that waits goes to its sender once, however many are at it: the host and a copy started by hand, two Lambdas, the run of the
 * mail itself. `open` gives two ways into one empty store. `isRaced`: false where the store's double does not keep writers apart.
 */
export function sendingContract(open: () => Promise<[RecordStore, RecordStore]>, isRaced: boolean): void {
  let stores: [RecordStore, RecordStore];
  let sent: string[];
  let now: number;
  const clock = { now: () => new Date(now).toISOString() };
  const minutes = (number: number) => {
    now += number * 60_000;
  };

  beforeEach(async () => {
    stores = await open();
    sent = [];
    now = Date.parse('2026-12-01T16:00:00.000Z');
    for (const id of ids) {
      const own = { messageId: `answer.${id}@office.example`, writtenAt: '2026-12-01T15:00:00.000Z' };
      await stores[0].write([answerWrite(id, anAnswer({ ...own, state: 'waiting', sentAt: null }), null)]);
    }
  });

  /** A relay that takes a moment, in which others get their turn. */
  const relay = async ({ messageId }: OutgoingMail) => {
    sent.push(messageId);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const senderAt = (records: RecordStore, send: (mail: OutgoingMail) => Promise<void> = relay) =>
    makeSendWaiting({ records, clock, mailSender: { send } });
  const namesOfAll = ids.map((id) => `answer.${id}@office.example`);

  describe('answers that wait', () => {
    it('are left alone by a second sender while the first one is at them', async () => {
      const second = senderAt(stores[1]);
      const seen: number[] = [];
      const ofFirst = await senderAt(stores[0], async (mail) => {
        await relay(mail);
        if (sent.length === 1) seen.push((await second()).sent);
      })();

      expect(seen).toEqual([count - 1]);
      expect(ofFirst).toMatchObject({ sent: 1, refused: 0 });
      expect(sent.toSorted()).toEqual(namesOfAll.toSorted());
    });

    it.runIf(isRaced)('go once when two senders begin together', async () => {
      const [one, other] = await Promise.all(stores.map((records) => senderAt(records)()));

      expect((one?.sent ?? 0) + (other?.sent ?? 0)).toBe(count);
      expect(sent.toSorted()).toEqual(namesOfAll.toSorted());
      expect(await listWaitingAnswers(stores[0])).toEqual([]);
    });

    it('are sent by another when the one who took them died, and not before its time is over', async () => {
      const dying = senderAt(stores[0], () => Promise.reject(new Error('the process ended')));
      await expect(dying()).rejects.toThrow('the process ended');

      expect(await senderAt(stores[1])()).toMatchObject({ sent: count - 1, stillWaiting: 1 });
      minutes(5);
      expect(await senderAt(stores[1])()).toMatchObject({ sent: 1, stillWaiting: 0 });
      expect(sent.toSorted()).toEqual(namesOfAll.toSorted());
    });

    it('that a relay did not take are tried again by the next call', async () => {
      const busy = senderAt(stores[0], () => Promise.reject(new TryAgain('busy')));
      expect(await busy()).toEqual({ sent: 0, stillWaiting: count, refused: 0 });

      minutes(5);
      expect(await senderAt(stores[1])()).toMatchObject({ sent: count });
    });

    it('belong to the run of their mail, which goes on with them after a crash, while nobody else takes them', async () => {
      const run = runIdOf(first, 1);
      const found = await findAnswer(stores[0], first);
      const taken = found && (await takeForSending({ records: stores[0], clock }, first, found, run));
      expect(taken).not.toBeNull();

      expect(await senderAt(stores[1])()).toMatchObject({ sent: count - 1 });
      const again = await findAnswer(stores[1], first);
      const stillTheirs = again && (await takeForSending({ records: stores[1], clock }, first, again, run));
      expect(stillTheirs?.version).toBe(taken?.version);
      if (stillTheirs)
        await handOverAnswer({ records: stores[1], clock, mailSender: { send: relay } }, first, stillTheirs);

      minutes(5);
      expect(await senderAt(stores[0])()).toEqual({ sent: 0, stillWaiting: 0, refused: 0 });
      expect(sent.toSorted()).toEqual(namesOfAll.toSorted());
      expect((await findAnswer(stores[0], first))?.answer.sending).toBeUndefined();
    });
  });
}
