import { clockDoubtInWords } from '#shared/domain/clock-doubt.ts';
import { type Check, fine, found } from '#shared/domain/watch.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** By this clock deadlines are judged, decisions take effect and leases end. */
export async function clockSkewCheck({ clockDoubts }: Pick<WatchPorts, 'clockDoubts'>): Promise<Check> {
  if (clockDoubts === null)
    return { state: 'elsewhere', inWords: 'In the cloud the clocks are set by the cloud itself.', about: [], count: 0 };
  const doubts = clockDoubts();
  if (doubts.length === 0) return fine('The clock of this machine runs as it should, as far as can be seen from here.');
  return found(doubts.map(clockDoubtInWords).join(' '), [], doubts.length);
}
