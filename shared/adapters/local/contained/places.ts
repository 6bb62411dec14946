/** A few places that are given out in the order in which they were asked for: who asks for all of them is alone once they have them. */
export type Places = {
  take(count: number): Promise<void>;
  give(count: number): void;
};

export function makePlaces(size: number): Places {
  const waiting: { count: number; resolve: () => void }[] = [];
  let free = size;
  function serve(): void {
    for (let next = waiting[0]; next !== undefined && next.count <= free; next = waiting[0]) {
      free -= next.count;
      waiting.shift();
      next.resolve();
    }
  }
  return {
    take: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, resolve });
        serve();
      }),
    give(count) {
      free += count;
      serve();
    },
  };
}
