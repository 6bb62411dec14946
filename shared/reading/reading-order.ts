import type { Edges } from './page-frame.ts';

/** Lines from top to bottom, in a line from left to right, as a text reader would give them. */
export function inReadingOrder<Placed extends { edges: Edges }>(placed: readonly Placed[]): Placed[] {
  const lines: { middle: number; height: number; items: Placed[] }[] = [];
  const byTop = [...placed].sort((one, other) => middleOf(one.edges) - middleOf(other.edges));
  for (const item of byTop) {
    const middle = middleOf(item.edges);
    const height = item.edges.bottom - item.edges.top;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(middle - line.middle) < Math.min(height, line.height) * 0.5)
      line.items.push(item);
    else lines.push({ middle, height, items: [item] });
  }
  return lines.flatMap((line) => line.items.sort((one, other) => one.edges.left - other.edges.left));
}

function middleOf(edges: Edges): number {
  return (edges.top + edges.bottom) / 2;
}
