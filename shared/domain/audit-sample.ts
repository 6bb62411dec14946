/**
 * How a sample is drawn, in words that stand beside every list: whoever has the seed, the year and the ids can draw it again with
 * any tool that makes SHA-256, and nobody who draws can choose whom it hits.
 */
export const sampleMethod =
  'Each id is put behind the seed and the year, with a line feed after the seed and after the year: seed, year, id. The SHA-256 of that text (UTF-8) is written in hexadecimal. The ids are sorted by it, and the first so many are drawn: the share of all, rounded up.';

/** What is hashed for one person. */
export const sampleText = (seed: string, year: number, specialistId: string): string =>
  `${seed}\n${year}\n${specialistId}`;

export type Candidate = {
  readonly specialistId: string /** SHA-256 of `sampleText`, in hex */;
  readonly digest: string;
};

/** The share of all, rounded up: of anybody at all at least one is drawn. */
export function sampleSize(all: number, percent: number): number {
  return Math.min(all, Math.ceil((all * percent) / 100));
}

/** In the order in which they were drawn. The order in which the candidates are given does not matter. */
export function drawSample<One extends Candidate>(candidates: readonly One[], percent: number): One[] {
  const inOrder = [...candidates].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return inOrder.slice(0, sampleSize(candidates.length, percent));
}

const keyOf = ({ digest, specialistId }: Candidate) => `${digest} ${specialistId}`;
