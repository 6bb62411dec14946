import type { StoreUnits } from './sweep-run.ts';

/** DynamoDB on demand, US East, table class Standard-IA, since November 2024: US dollars for a million units. */
const dollarsPerMillion = { read: 0.155, written: 0.78 };

export function dollarsOf({ read, written }: StoreUnits): number {
  return (read * dollarsPerMillion.read + written * dollarsPerMillion.written) / 1_000_000;
}
