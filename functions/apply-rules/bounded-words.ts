import { doubtsAboutWho, type Reason } from '#shared/domain/reason.ts';

/** What a judgement may say in all: with its people it has to fit one row, and nobody reads more. */
const reasonBytes = 40_000;
const requestBytes = 20_000;

const encoder = new TextEncoder();

/**
 * As many reasons as fit, whose mail it is before all else. `isWhole` false: there are more, a person has to look, and the last
 * reason says so.
 */
export function boundedReasons(reasons: readonly Reason[]): { reasons: Reason[]; isWhole: boolean } {
  const inOrder = [...reasons].sort((one, other) => rankOf(one) - rankOf(other));
  const kept = whatFits(inOrder, reasonBytes);
  if (kept.length === reasons.length) return { reasons: [...reasons], isWhole: true };
  const text = `${reasons.length - kept.length} more remarks are not listed here; a person will look at all of it.`;
  return { reasons: [...kept, { code: 'needs-human-decision', text }], isWhole: false };
}

const rankOf = ({ code }: Reason) => (doubtsAboutWho.has(code) ? 0 : 1);

export const boundedRequests = (requests: readonly string[]): string[] => whatFits(requests, requestBytes);

function whatFits<Said>(all: readonly Said[], bytes: number): Said[] {
  let room = bytes;
  return all.filter((one) => {
    room -= encoder.encode(JSON.stringify(one)).length;
    return room >= 0;
  });
}
