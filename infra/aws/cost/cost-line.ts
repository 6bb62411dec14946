import { type PriceName, prices } from './prices.ts';

/** `times` of a price: of one submission, or of a month whatever comes. */
export type CostLine = { group: string; price: PriceName; times: number; dollars: number };

export const line = (group: string, price: PriceName, times: number): CostLine => ({
  ...{ group, price, times },
  dollars: times * prices[price].dollars,
});

export const dollarsOf = (lines: readonly CostLine[]) => lines.reduce((sum, { dollars }) => sum + dollars, 0);
