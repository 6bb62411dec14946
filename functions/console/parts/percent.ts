/** A share of a page for SVG, which takes shares of its own size: 0.25 → "25.00%". Held inside the page. */
export function percent(fraction: number): string {
  return `${(Math.min(Math.max(fraction, 0), 1) * 100).toFixed(2)}%`;
}
