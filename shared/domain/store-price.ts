import type { StoreUnits } from './sweep-run.ts';

/** DynamoDB on demand, US East, standard table class, by the price list of November 2024: US dollars for a million units. */
const dollarsPerMillion = { read: 0.125, written: 0.625 };

export function dollarsOf({ read, written }: StoreUnits): number {
  return (read * dollarsPerMillion.read + written * dollarsPerMillion.written) / 1_000_000;
}
