import type { SecondReader } from '#shared/ports/second-reader.ts';

/** Looks at nothing: what was seen once stays doubtful, and a person decides. */
export const noSecondReader: SecondReader = {
  engine: 'none',
  readPlaces: async () => [],
};
