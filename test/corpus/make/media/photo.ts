import sharp from 'sharp';
import type { Chance } from '../chance.ts';
import { homography, type Point } from './homography.ts';
import { imageOf, type Raster, rasterOf, worn } from './raster.ts';

/** A sheet photographed on a desk: perspective, a shadow, lamp light, the desk around it. */
const desks = [
  [112, 84, 60],
  [60, 62, 68],
  [150, 128, 104],
  [38, 46, 58],
] as const;

export type Turning = 'none' | 'exif' | 'real';

export async function photographed(png: Buffer, chance: Chance, turning: Turning): Promise<Buffer> {
  const sheet = await rasterOf(sharp(png).resize({ width: chance.whole(1700, 2300) }), 3);
  const view = laid(sheet, chance);
  const warmth = [1, chance.between(0.95, 1), chance.between(0.82, 0.97)];
  const [side, fall, edge] = [chance.between(0, 1), chance.between(0.12, 0.4), chance.between(0.2, 0.8)];
  const shadow = chance.is(0.6) ? chance.between(0.1, 0.28) : 0;
  const light = (x: number, y: number) => {
    const inShadow = 1 / (1 + Math.exp((y + (x - 0.5) * 0.6 - edge) * 28));
    return 1.02 - fall * (side * x + (1 - side) * y) - shadow * inShadow;
  };
  const lit = worn(view, chance.dice, chance.between(6, 18), light);
  const tinted = imageOf(lit).blur(chance.between(0.5, 1.1)).linear(warmth, [0, 0, 0]);
  const quality = chance.whole(68, 88);
  if (turning === 'none') return tinted.jpeg({ quality }).toBuffer();
  const quarter = chance.pick([90, 180, 270] as const);
  const turned = sharp(await tinted.png().toBuffer()).rotate(quarter);
  if (turning === 'real') return turned.jpeg({ quality }).toBuffer();
  // the telephone says how to turn it back: 8 = a quarter to the left, 3 = half, 6 = a quarter to the right
  const orientation = { 90: 8, 180: 3, 270: 6 }[quarter];
  return turned.jpeg({ quality }).withMetadata({ orientation }).toBuffer();
}

/** The sheet seen from a hand above the desk. */
function laid(sheet: Raster, chance: Chance): Raster {
  const [width, height] = [
    Math.round(sheet.width * chance.between(1.12, 1.3)),
    Math.round(sheet.height * chance.between(1.12, 1.28)),
  ];
  const [freeX, freeY] = [(width - sheet.width) / 2, (height - sheet.height) / 2];
  const wobble = () => chance.between(0.25, 1.1);
  const tilt = chance.spread() * 0.014;
  const corner = (x: number, y: number): Point => {
    const [cx, cy] = [
      x === 0 ? freeX * wobble() : width - freeX * wobble(),
      y === 0 ? freeY * wobble() : height - freeY * wobble(),
    ];
    return [cx - (cy - height / 2) * tilt, cy + (cx - width / 2) * tilt];
  };
  const corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] as const;
  const back = homography(corners, [
    [0, 0],
    [sheet.width, 0],
    [sheet.width, sheet.height],
    [0, sheet.height],
  ]);
  const desk = chance.pick(desks);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const [sx, sy] = back(x, y);
      if (sx < 0 || sy < 0 || sx >= sheet.width - 1 || sy >= sheet.height - 1) {
        const grain = Math.sin(y * 0.09 + Math.sin(x * 0.011) * 3) * 7;
        for (let c = 0; c < 3; c += 1) data[at + c] = (desk[c] ?? 0) + grain;
      } else between(sheet, sx, sy, data, at);
    }
  }
  return { width, height, channels: 3, data };
}

/** The colour between four dots. */
function between({ width, data }: Raster, x: number, y: number, out: Uint8Array, at: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const from = (top * width + left) * 3;
  const below = from + width * 3;
  for (let c = 0; c < 3; c += 1) {
    const upper = (data[from + c] ?? 0) * (1 - fx) + (data[from + 3 + c] ?? 0) * fx;
    const lower = (data[below + c] ?? 0) * (1 - fx) + (data[below + 3 + c] ?? 0) * fx;
    out[at + c] = upper * (1 - fy) + lower * fy;
  }
}
