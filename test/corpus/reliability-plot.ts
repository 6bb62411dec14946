import type { Bin } from './tally.ts';

/** Confidence against the share that was right, as a picture: a calibrated machine lies on the diagonal. */
const size = 420;
const edge = 56;
const at = (share: number) => edge + share * size;
const up = (share: number) => edge + (1 - share) * size;
const number = (value: number) => value.toFixed(1);

const text = (x: number, y: number, words: string, more = '') =>
  `<text x="${number(x)}" y="${number(y)}" ${more}>${words}</text>`;

export function reliabilityPlot(title: string, bins: readonly Bin[]): string {
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<path d="M${edge},${up(share)} h${size} M${at(share)},${edge} v${size}" stroke="#ddd"/>`,
    text(edge - 8, up(share) + 4, share.toFixed(1), 'text-anchor="end"'),
    text(at(share), edge + size + 18, share.toFixed(1), 'text-anchor="middle"'),
  ]);
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  const points = bins.map(({ mean, right, n }, place) => {
    // two standard errors to either side, and a dot as large as its share of the values
    const spread = 2 * Math.sqrt(Math.max(right * (1 - right), 0.25 / n) / n);
    const [low, high] = [Math.max(0, right - spread), Math.min(1, right + spread)];
    const radius = 3 + 11 * Math.sqrt(n / all);
    // surer values crowd in the corner: their counts stand below, each on its own line
    const isCrowded = mean >= 0.8;
    const [x, y] = isCrowded
      ? [at(mean), up(low) + 14 + 13 * (bins.length - 1 - place)]
      : [at(mean) + radius + 4, up(right) + 4];
    const label = text(x, y, String(n), `fill="#1e3a8a" text-anchor="${isCrowded ? 'middle' : 'start'}"`);
    return `<path d="M${number(at(mean))},${number(up(low))} V${number(up(high))}" stroke="#1d4ed8"/><circle cx="${number(at(mean))}" cy="${number(up(right))}" r="${number(radius)}" fill="#1d4ed8" fill-opacity=".55"/>${label}`;
  });
  const width = size + edge * 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width + 10}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
${text(width / 2, 26, `${title}: ${all} values`, 'text-anchor="middle" font-size="15"')}
${grid.join('\n')}
<path d="M${at(0)},${up(0)} L${at(1)},${up(1)}" stroke="#888" stroke-dasharray="5 4"/>
${points.join('\n')}
${text(width / 2, edge + size + 42, 'confidence of the machine (mean of a bin)', 'text-anchor="middle"')}
${text(0, 0, 'share that was right', `text-anchor="middle" transform="translate(18 ${width / 2}) rotate(-90)"`)}
</svg>
`;
}
