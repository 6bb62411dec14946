import sharp, { type Sharp } from 'sharp';
import type { Dice } from '#test/fixtures/make/seeded.ts';

/** A picture as rows of dots: one byte a dot (grey) or three (colour). */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
};

export async function rasterOf(picture: Sharp, channels: 1 | 3): Promise<Raster> {
  const flat = picture.flatten({ background: '#fff' });
  const shown = channels === 1 ? flat.grayscale() : flat.toColourspace('srgb').removeAlpha();
  const { data, info } = await shown.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== channels) throw new Error(`a picture with ${info.channels} channels`);
  return { width: info.width, height: info.height, channels, data };
}

export function imageOf({ width, height, channels, data }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Grain and light: every dot is multiplied with the light at its place and gets some noise. */
export function worn(raster: Raster, dice: Dice, noise: number, light: (x: number, y: number) => number): Raster {
  const { width, height, channels, data } = raster;
  const out = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = light(x / width, y / height);
      const grain = (dice() + dice() - 1) * noise;
      for (let c = 0; c < channels; c += 1, at += 1) out[at] = bounded((data[at] ?? 255) * share + grain);
    }
  }
  return { width, height, channels, data: out };
}

const bounded = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));

/** Turned by a few degrees inside the same frame; the corners show `background`. */
export async function skewed(png: Buffer, degrees: number, width: number, height: number, background: string) {
  const turned = await sharp(png)
    .resize(width, height, { fit: 'fill' })
    .rotate(degrees, { background })
    .toBuffer({ resolveWithObject: true });
  const [left, top] = [Math.floor((turned.info.width - width) / 2), Math.floor((turned.info.height - height) / 2)];
  return sharp(turned.data).extract({ left, top, width, height });
}
