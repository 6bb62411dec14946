import { GiveUp } from '#shared/domain/faults.ts';
import { countPacedCall } from './paced-calls.ts';

/** Where it happened, by file and line. The first lines of a stack repeat the message, which may hold what a stranger wrote. */
function framesOf(fault: Error): string[] {
  return (fault.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
}

const nameOf = (fault: unknown) =>
  fault instanceof Error && /^[A-Za-z]{1,60}$/.test(fault.name) ? fault.name : 'Error';
const leftOut = 'its words are left out, since they may repeat what stands on a paper';

/** The same kind of fault for the machines, which know faults by their names; of its message, cause and own fields nothing is left. */
function withoutWords(fault: unknown): Error {
  const plain = new Error(leftOut);
  plain.name = nameOf(fault);
  const frames = fault instanceof Error ? framesOf(fault) : [];
  plain.stack = [`${plain.name}: ${leftOut}`, ...frames].join('\n');
  return plain;
}

/**
 * What AWS calls. A Lambda that throws has the whole error written into its log, and Step Functions writes its message into
 * the history of the run: both are kept for months, and neither is a place for names.
 */
export function plainHandler<Given extends unknown[], Answer>(
  handler: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
  return async (...given) => {
    const begunAt = Date.now();
    try {
      return await handler(...given);
    } catch (fault) {
      // Lambda lays its own words about the call last
      if (nameOf(fault) === 'Paced') countPacedCall(given.at(-1), begunAt);
      throw withoutWords(fault);
    }
  };
}

/** For whoever typed a command or reads the log of the host: our own sentences as they are, of all else the name and the place. */
export function faultInLines(fault: unknown): string {
  if (fault instanceof GiveUp) return fault.message;
  return [`${nameOf(fault)}: ${leftOut}`, ...(fault instanceof Error ? framesOf(fault) : [])].join('\n');
}
