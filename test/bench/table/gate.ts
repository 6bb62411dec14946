/** Lets so many in at a time; the inbox takes fifty connections at most, as a mail server in front knows. */
export function makeGate(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return async function through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
