export type Point = { size: number; ms: number };
export type Curve = { id: string; what: string; points: Point[] };

/** The power of the size that time grows with: the slope of the line through the points, both as logarithms. */
export function growthOf(points: readonly Point[]): number {
  const all = points.map(({ size, ms }) => [Math.log(size), Math.log(ms)] as const);
  const mean = (at: 0 | 1) => all.reduce((sum, one) => sum + one[at], 0) / all.length;
  const [meanSize, meanMs] = [mean(0), mean(1)];
  const over = all.reduce((sum, [size, ms]) => sum + (size - meanSize) * (ms - meanMs), 0);
  return over / all.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0);
}

const [width, height, edge, gap] = [300, 220, 60, 70];
const colours = ['#1d4ed8', '#b45309', '#047857', '#7c3aed'];

/** Each curve in a field of its own, both axes logarithmic; the dashed line is twice as much in twice the time. */
export function scalePlot(curves: readonly Curve[]): string {
  const fields = curves.map((curve, at) => {
    const [x, y] = [edge + (at % 2) * (width + gap), edge + Math.floor(at / 2) * (height + gap + 20)];
    return `<g transform="translate(${x} ${y})">${fieldOf(curve, colours[at % colours.length] ?? '#333')}</g>`;
  });
  const [all, high] = [2 * width + gap + 2 * edge, 2 * (height + gap + 20) + edge];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="${high}" font-family="sans-serif" font-size="11" fill="#333">
<title>Processor time against size</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${all / 2}" y="24" text-anchor="middle" font-size="15">Processor time against size</text>
${fields.join('\n')}
</svg>
`;
}

function fieldOf({ what, points }: Curve, colour: string): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const sizes = Math.log(last.size / first.size);
  const times = points.map(({ ms }) => ms);
  const [least, most] = [Math.min(...times) / 2, Math.max(...times, (first.ms * last.size) / first.size) * 1.2];
  const across = (size: number) => ((Math.log(size / first.size) / sizes) * width).toFixed(1);
  const up = (ms: number) =>
    (height - (Math.log(Math.min(ms, most) / least) / Math.log(most / least)) * height).toFixed(1);
  const line = points.map(({ size, ms }, at) => `${at === 0 ? 'M' : 'L'}${across(size)},${up(ms)}`).join(' ');
  const marks = points.map(
    ({ size, ms }) =>
      `<circle cx="${across(size)}" cy="${up(ms)}" r="4" fill="${colour}"/><text x="${across(size)}" y="${Number(up(ms)) - 8}" text-anchor="middle">${inWords(ms)}</text><text x="${across(size)}" y="${height + 15}" text-anchor="middle">${size.toLocaleString('en-US')}</text>`,
  );
  return `<text x="${width / 2}" y="-12" text-anchor="middle" font-size="12">${what}: power ${growthOf(points).toFixed(2)}</text>
<rect width="${width}" height="${height}" fill="none" stroke="#ccc"/>
<path d="M${across(first.size)},${up(first.ms)} L${across(last.size)},${up((first.ms * last.size) / first.size)}" stroke="#999" stroke-dasharray="5 4"/>
<path d="${line}" fill="none" stroke="${colour}" stroke-width="2"/>
${marks.join('\n')}`;
}

function inWords(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms >= 1 ? `${ms.toFixed(0)} ms` : `${(ms * 1_000).toFixed(0)} µs`;
}
