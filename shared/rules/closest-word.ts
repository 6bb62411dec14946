/** How many letters must be changed, added, dropped or swapped with their neighbour to make one word of the other. */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const steps = [
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ];
      current.push(Math.min(...steps));
    }
    before = above;
    above = current;
  }
  return above[other.length] ?? 0;
}

/** The name that was probably meant, for an error message. */
export function closestWord(written: string, names: readonly string[]): string | undefined {
  const byDistance = names.map((name) => ({ name, slips: slipsBetween(written, name) }));
  return byDistance.sort((a, b) => a.slips - b.slips)[0]?.name;
}
