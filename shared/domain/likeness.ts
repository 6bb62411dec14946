/** Of so many places each says whether the page is lighter there than to its right. */
export const likenessBits = 256;
/**
 * Measured (decision 0030): one sheet scanned twice differs in 5 to 16, two papers of one layout in 1 to 19, of two layouts in 30 and more.
 * So it cannot tell a paper sent twice from another one of the same course, and only ever says that a person should look at both.
 */
const alikeBelow = 24;

/** Both as they are kept: 64 hex digits. */
export function areAlike(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && bitsBetween(one, other) < alikeBelow;
}

export function bitsBetween(one: string, other: string): number {
  if (one.length !== other.length) return likenessBits;
  let differing = 0;
  for (let at = 0; at < one.length; at += 8) {
    let bits = Number.parseInt(one.slice(at, at + 8), 16) ^ Number.parseInt(other.slice(at, at + 8), 16);
    for (; bits !== 0; bits &= bits - 1) differing += 1;
  }
  return differing;
}
