import sharp from 'sharp';
import type { Chance } from '../chance.ts';

/** A page as it stands in a viewer on somebody's screen: a bar above, grey around, no paper at all. */
export async function screenshotOf(png: Buffer, chance: Chance): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const [side, bar] = [chance.whole(20, 160), chance.whole(46, 90)];
  const frame = { width: width + side * 2, height: height + bar + 24 };
  const [dark, grey] = chance.pick([
    ['#323639', '#525659'],
    ['#f1f3f4', '#e4e6e9'],
    ['#2b579a', '#dfe3e8'],
  ] as const);
  const dots = Array.from(
    { length: 5 },
    (_, i) => `<circle cx="${30 + i * 34}" cy="${bar / 2}" r="7" fill="#8a8f98"/>`,
  );
  const top = `<svg width="${frame.width}" height="${bar}"><rect width="100%" height="100%" fill="${dark}"/>${dots.join('')}</svg>`;
  return sharp({ create: { ...frame, channels: 3, background: grey } })
    .composite([
      { input: Buffer.from(top), left: 0, top: 0 },
      { input: png, left: side, top: bar + 12 },
    ])
    .png()
    .toBuffer();
}
