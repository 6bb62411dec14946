import { uptime } from 'node:os';
import { type ClockDoubt, clockSkewMsMax } from '#shared/domain/clock-doubt.ts';

export type ClockWitness = {
  /** an instant that was written when this clock had said it: it cannot be in the future */
  remember(instant: string): void;
  /** a mail that the server in front stamped, and what this clock said when it was handed on */
  compare(byServer: string, byClock: string): void;
  doubts(): ClockDoubt[];
};

/** Milliseconds. `steady` only ever goes on, also while the machine sleeps, and nobody can set it. */
type Clocks = { wall(): number; steady(): number };

const systemClocks: Clocks = { wall: () => Date.now(), steady: () => uptime() * 1000 };

/** One late mail is a mail that was late; this many in a row are a clock, or a server that holds back every mail. */
const mailsMin = 5;

/** What one machine can know of its own clock without asking anybody: from the start of the program until its end. */
export function openClockWitness({ wall, steady }: Clocks = systemClocks): ClockWitness {
  const offset = wall() - steady();
  let newest = Number.NEGATIVE_INFINITY;
  let ahead: number[] = [];
  const byMails = () => {
    // a server stamps before it hands on: who stands behind its last stamp is behind, by that at least
    const last = ahead.at(-1) ?? 0;
    if (last < 0) return last;
    return ahead.length < mailsMin ? 0 : Math.min(...ahead);
  };
  return {
    remember(instant) {
      newest = Math.max(newest, Date.parse(instant));
    },
    compare(byServer, byClock) {
      ahead = [...ahead, Date.parse(byClock) - Date.parse(byServer)].slice(-mailsMin);
    },
    doubts() {
      const now = wall();
      const all: ClockDoubt[] = [
        { code: 'stepped', skewMs: now - steady() - offset },
        { code: 'went-back', skewMs: Math.min(0, now - newest) },
        { code: 'mail-server', skewMs: byMails() },
      ];
      return all.filter(({ skewMs }) => Math.abs(skewMs) > clockSkewMsMax);
    },
  };
}
