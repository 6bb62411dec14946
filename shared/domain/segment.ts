import { daysBetween } from './day-arithmetic.ts';

/**
 * People are spread over sixteen segments, so that a sweep walks them side by side and goes on in each where it stopped. The
 * number may never change while rows are there: a person would be looked for where nobody put them.
 */
const segmentCount = 16;

/** Every person is looked at in depth once in so many nights, whatever the rows say: a touch that was missed comes out. */
export const fullLookNights = 28;

export const segments: readonly string[] = Array.from({ length: segmentCount }, (_each, at) => nameOf(at));

export function segmentOf(specialistId: string): string {
  return nameOf(hashOf(specialistId) % segmentCount);
}

/** Whether it is this person's turn in the rotating full look. */
export function isFullLookDay(specialistId: string, day: string): boolean {
  const turn = Math.floor(hashOf(specialistId) / segmentCount) % fullLookNights;
  return daysBetween('2000-01-01', day) % fullLookNights === turn;
}

function nameOf(at: number): string {
  return String(at).padStart(2, '0');
}

/** FNV-1a with a last mixing (as in MurmurHash 3), since ids that are counted up differ in their last figures only. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
