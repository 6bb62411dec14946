import type { Chance } from '../chance.ts';

/** What a pen leaves on paper, as small SVG pictures: no type face has to know a tick. */
export type TickStyle = 'tick' | 'cross' | 'filled' | 'typed' | 'round' | 'brackets';

const number = (value: number) => value.toFixed(1);

/** A box of 12 by 12, with or without a mark; marks of a hand run over its edge. */
export function box(chance: Chance, style: TickStyle, isTicked: boolean, ink: string): string {
  if (style === 'brackets') return `<span class="typed-box">[${isTicked ? 'X' : '&nbsp;&nbsp;'}]</span>`;
  const frame =
    style === 'round'
      ? '<circle cx="8" cy="8" r="5.6" fill="#fff" stroke="#222" stroke-width="1"/>'
      : '<rect x="2" y="2" width="12" height="12" fill="#fff" stroke="#222" stroke-width="1"/>';
  const mark = isTicked ? marks[style](chance, ink) : '';
  return `<svg class="box" width="16" height="16" viewBox="0 0 16 16" overflow="visible">${frame}${mark}</svg>`;
}

const line = (path: string, ink: string, width: number) =>
  `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const marks: Record<Exclude<TickStyle, 'brackets'>, (chance: Chance, ink: string) => string> = {
  tick: (chance, ink) => {
    const by = () => number(chance.spread() * 0.6);
    return line(`M3.4,8.${chance.whole(0, 9)} L6.6,12.2 Q9,${by()} 14.6,${number(1 + chance.spread())}`, ink, 1.7);
  },
  cross: (chance, ink) => {
    const at = (value: number) => number(value + chance.spread() * 0.5);
    return line(
      `M${at(2.6)},${at(2.6)} L${at(13.4)},${at(13.4)} M${at(13.2)},${at(2.4)} L${at(2.8)},${at(13.6)}`,
      ink,
      1.5,
    );
  },
  filled: (_chance, ink) => `<rect x="3.4" y="3.4" width="9.2" height="9.2" fill="${ink}"/>`,
  typed: () => line('M4.6,4.4 L11.4,11.6 M11.4,4.4 L4.6,11.6', '#111', 1.9),
  round: (_chance, ink) => `<circle cx="8" cy="8" r="3.2" fill="${ink}"/>`,
};

/** A ring drawn round a word by hand. */
export function ringed(chance: Chance, word: string, ink: string): string {
  const tilt = number(chance.spread() * 4);
  return `<span class="ringed">${word}<svg viewBox="0 0 100 60" preserveAspectRatio="none"><ellipse cx="50" cy="30" rx="46" ry="25" fill="none" stroke="${ink}" stroke-width="1.6" vector-effect="non-scaling-stroke" transform="rotate(${tilt} 50 30)"/></svg></span>`;
}

/** A signature: loops from left to right that nobody can read. */
export function scribble(chance: Chance, ink: string, width = 190): string {
  const height = 46;
  let [x, y] = [6, height * chance.between(0.4, 0.7)];
  let path = `M${number(x)},${number(y)}`;
  const strokes = chance.whole(6, 12);
  for (let i = 0; i < strokes; i += 1) {
    const nextX = x + ((width - 24) / strokes) * chance.between(0.5, 1.4);
    const nextY = height * chance.between(0.45, 0.75);
    // a tall first letter, then smaller loops, some of them going back
    const tall = i === 0 || chance.is(0.25) ? chance.between(-0.25, 0.05) : chance.between(0.2, 0.5);
    const back = chance.between(-14, 10);
    path += ` C${number(x + chance.between(4, 22))},${number(height * tall)} ${number(nextX + back)},${number(height * (1.15 - tall))} ${number(nextX)},${number(nextY)}`;
    [x, y] = [nextX, nextY];
  }
  const tail = chance.is(0.4)
    ? ` M${number(width * 0.2)},${number(height * 0.92)} q${width * 0.3},-8 ${width * 0.6},-3`
    : '';
  return `<svg class="signature" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" overflow="visible">${line(path + tail, ink, 1.6)}</svg>`;
}
