import { availableParallelism, totalmem } from 'node:os';

/** A text reader and the document reader before it, at 300 dots an inch, with room for the rest of the machine. */
const bytesPerReader = 1_500_000_000;
const readersMax = 8;

/** How many pages this machine reads at once when nobody said: one a core, as far as its memory goes. */
export function readersAtOnce(cores = availableParallelism(), memoryBytes = totalmem()): number {
  return Math.max(1, Math.min(cores, Math.floor(memoryBytes / bytesPerReader), readersMax));
}
