import type { FileScore, ValueLine } from './compare-file.ts';

/** Sums over files: how much of what had to be read was read right. */
export type Share = { right: number; all: number };
export type Bin = {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly mean: number;
  readonly right: number;
};

export const shareOf = ({ right, all }: Share) => (all === 0 ? null : right / all);

export function shares<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  isRight: (item: Item) => boolean,
): Map<string, Share> {
  const found = new Map<string, Share>();
  for (const item of items) {
    const share = found.get(keyOf(item)) ?? { right: 0, all: 0 };
    found.set(keyOf(item), { right: share.right + (isRight(item) ? 1 : 0), all: share.all + 1 });
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

/** What was given a value, by how sure the machine said it was. Rows' values count too: they decide hours. */
export function calibrationOf(values: readonly ValueLine[]): Bin[] {
  const given = values.flatMap(({ confidence, value, right }) =>
    confidence === null || value === null || value === undefined ? [] : [{ confidence, right }],
  );
  return edges.flatMap((from, at) => {
    const to = edges[at + 1] ?? 1.001;
    const inside = given.filter(({ confidence }) => confidence >= from && confidence < to);
    if (inside.length === 0) return [];
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter((one) => one.right).length / inside.length;
    return [{ from, to: Math.min(1, to), n: inside.length, mean, right }];
  });
}

const sureFrom = 0.9;

/** Wrong, and said with certainty: the worst there is. */
export const confidentErrors = (values: readonly ValueLine[]) =>
  values.filter(
    ({ right, confidence, value }) => !right && value !== undefined && value !== null && (confidence ?? 0) >= sureFrom,
  );

export type Rows = FileScore['rows'];
export const sumRows = (files: readonly FileScore[]): Rows =>
  files.reduce(
    (sum, { rows }) => ({
      ...{ wanted: sum.wanted + rows.wanted, found: sum.found + rows.found },
      ...{ right: sum.right + rows.right, read: sum.read + rows.read },
    }),
    { wanted: 0, found: 0, right: 0, read: 0 },
  );

/** The fields of documents; a report's rows are scored as rows. */
export const fieldsOnly = (values: readonly ValueLine[]) => values.filter(({ row }) => row === null);
