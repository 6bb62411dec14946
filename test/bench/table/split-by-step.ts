import type { OnStep } from '#infra/local/run-machine.ts';
import { rounded } from './row.ts';

/** Where the time of a mail goes. Files are read side by side: what two do at the same moment counts once for the mail. */
export function splitByStep() {
  let spans: { state: string; from: number; to: number }[] = [];
  const note: OnStep = ({ state, milliseconds }) => {
    const to = performance.now();
    spans.push({ state, from: to - milliseconds, to });
  };
  return {
    note,
    forget() {
      spans = [];
    },
    /** milliseconds on the wall of a mail in the mean, by step; the rest is the inbox and what lies between steps */
    perMail(mails: number, times: readonly number[]): Record<string, number> {
      const states = [...new Set(spans.map(({ state }) => state))];
      const own = states.map((state) => [`ms ${state}`, covered(spans.filter((one) => one.state === state)) / mails]);
      const all = times.reduce((sum, time) => sum + time, 0);
      const rest = (all - covered(spans)) / mails;
      return Object.fromEntries(
        [...own, ['ms inbox and between steps', rest]].map(([name, ms]) => [name, rounded(Number(ms), 1)]),
      );
    },
  };
}

function covered(spans: readonly { from: number; to: number }[]): number {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}
