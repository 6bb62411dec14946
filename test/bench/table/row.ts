import { z } from 'zod';

/** What it costs us over what it costs the peer, by round: the middle and the outermost. Less is better. */
const ratioSchema = z.object({ middle: z.number(), least: z.number(), most: z.number() });
export type Ratio = z.infer<typeof ratioSchema>;

const figureSchema = z.object({ value: z.number(), unit: z.string() });

/** One line of the table: ours, what it is held beside in the same run, and what was promised. */
export const rowSchema = z.object({
  id: z.string(),
  what: z.string(),
  ours: figureSchema,
  /** null: nobody does the same work, or it is not installed here */
  peer: z.object({ name: z.string(), value: z.number().nullable(), unit: z.string() }).nullable(),
  ratio: ratioSchema.nullable(),
  promised: z.string().nullable(),
  holds: z.boolean().nullable(),
  /** for whoever looks closer: where the time went, how much was read */
  more: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type Row = z.infer<typeof rowSchema>;

/** What a section is asked for; `tell` is progress, for a person who waits. */
export type Asked = { readonly isShort: boolean; readonly tell: (line: string) => void };
export type Section = (asked: Asked) => Promise<Row[]>;

type Given = Pick<Row, 'id' | 'what' | 'ours'> & Partial<Row>;

export const row = (given: Given): Row => ({
  ...{ peer: null, ratio: null, promised: null, holds: null, more: {} },
  ...given,
});

/** The value below which so much of all lies. */
export function quantile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (value: number, places = 2): number => Number(value.toFixed(places));
