import type { CalibrationRow } from '#functions/read-fields/second-look/sureness.ts';

/** One value of the corpus: how sure its reading was by itself, and whether it was right. */
export type Point = { type: string; verdict: string; sureness: number; right: boolean };

/** Fewer values than this say nothing about a share. */
const seenMin = 20;

/**
 * A step function that never falls (pool adjacent violators): where a surer reading was right less often, both are
 * counted together. Each step rests on at least `seenMin` values, where there are as many.
 */
export function fitRows(points: readonly Point[]): CalibrationRow[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = `${point.type} ${point.verdict}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, group]) => rowsOf(group));
}

function rowsOf(group: readonly Point[]): CalibrationRow[] {
  const [first] = group;
  if (first === undefined) return [];
  const { type, verdict } = first;
  const blocks: { from: number; right: number; seen: number }[] = [];
  for (const block of blocksOf([...group].sort((a, b) => a.sureness - b.sureness))) {
    blocks.push(block);
    while (isFalling(blocks)) pool(blocks);
  }
  return blocks.map(({ from, ...counts }, at) => ({ type, verdict, from: at === 0 ? 0 : from, ...counts }));
}

/** Equal values stay together; a rest too small for a block of its own joins the one before. */
function blocksOf(sorted: readonly Point[]): { from: number; right: number; seen: number }[] {
  const blocks: { from: number; right: number; seen: number }[] = [];
  for (const [at, { sureness, right }] of sorted.entries()) {
    const last = blocks.at(-1);
    const isSame = sorted[at - 1]?.sureness === sureness;
    const isLate = sorted.length - at < seenMin;
    if (last && (isSame || isLate || last.seen < seenMin)) {
      last.seen += 1;
      last.right += right ? 1 : 0;
    } else blocks.push({ from: sureness, right: right ? 1 : 0, seen: 1 });
  }
  return blocks;
}

const shareOf = ({ right, seen }: { right: number; seen: number }) => right / seen;

function isFalling(blocks: readonly { right: number; seen: number }[]): boolean {
  const [before, last] = [blocks.at(-2), blocks.at(-1)];
  return before !== undefined && last !== undefined && shareOf(before) >= shareOf(last);
}

function pool(blocks: { from: number; right: number; seen: number }[]): void {
  const last = blocks.pop();
  const before = blocks.at(-1);
  if (last === undefined || before === undefined) return;
  before.right += last.right;
  before.seen += last.seen;
}
