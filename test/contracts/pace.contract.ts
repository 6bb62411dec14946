import { expect, it } from 'vitest';
import { recordPace } from '#shared/adapters/record-pace.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** A clock that only pauses move on: nobody waits. */
function aPacedService(records: RecordStore, service: string, from = Date.parse('2026-12-31T12:00:00.000Z')) {
  let now = from;
  const asked: number[] = [];
  const clock = { now: () => new Date(now).toISOString() };
  const pause = async (milliseconds: number) => {
    now += milliseconds;
  };
  const waiting = { random: () => 0.5, pause };
  const process = () => recordPace({ records, clock, service, perSecond: 5, waiting });
  return {
    asked,
    process,
    async ask(pace: ReturnType<typeof process>) {
      await pace.turn();
      asked.push(now);
    },
    turnClockBackTo(instant: number) {
      now = instant;
    },
  };
}

/** Turns shared through a store, whoever asks. */
export function paceContract(open: () => Promise<RecordStore>): void {
  it('gives turns to several processes no nearer than the rate allows', async () => {
    const service = aPacedService(await open(), 'shared');
    const [one, other] = [service.process(), service.process()];
    for (let time = 0; time < 6; time += 1) await service.ask(time % 2 === 0 ? one : other);

    const gaps = service.asked.slice(1).map((at, index) => at - (service.asked[index] ?? 0));
    expect(gaps).toEqual([200, 200, 200, 200, 200]);
  });

  it('tells who would wait for more than ten seconds to come again, and has given that turn to nobody', async () => {
    const from = Date.parse('2026-12-31T12:00:00.000Z');
    const service = aPacedService(await open(), 'full', from);
    const pace = service.process();
    // all at the same instant, none of whom comes to use its turn
    for (let time = 0; time < 51; time += 1) {
      await pace.turn();
      service.turnClockBackTo(from);
    }
    await expect(pace.turn()).rejects.toBeInstanceOf(TryAgain);

    service.turnClockBackTo(from + 60_000);
    await service.ask(pace);
    expect(service.asked).toEqual([from + 60_000]);
  });

  it('gives a turn once where the answer of the store was lost on its way', async () => {
    const records = await open();
    let isLost = true;
    const forgetful: RecordStore = {
      ...records,
      async write(writes) {
        const outcome = await records.write(writes);
        if (isLost) {
          isLost = false;
          throw new TryAgain('the answer was lost');
        }
        return outcome;
      },
    };
    const service = aPacedService(forgetful, 'lost');
    await service.process().turn();

    const row = await records.find({ pk: 'PACE#lost', sk: 'TURNS' });
    expect(row?.body).toMatchObject({ turns: [{ owner: expect.any(String) }] });
  });
}
