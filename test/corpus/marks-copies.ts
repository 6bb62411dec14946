import sharp from 'sharp';
import { decodePicture } from '#shared/reading/picture/decode-picture.ts';
import type { GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { preparePage } from '#shared/reading/picture/prepare-page.ts';
import type { Chance } from './marks-chance.ts';

/** What a page goes through on its way: how it was copied, how well. */
export const waysOfCopying = ['scan', 'soft scan', 'poor scan', 'photo light', 'fax', 'fax 98'] as const;
export type WayOfCopying = (typeof waysOfCopying)[number];

/** The page as it arrives, opened and set upright as every picture is. */
export async function copied(png: Uint8Array, way: WayOfCopying, chance: Chance): Promise<GreyRaster> {
  const decoded = await decodePicture(await arrived(png, way, chance));
  if (decoded === null) throw new Error('the copy cannot be opened');
  return preparePage(decoded);
}

async function arrived(png: Uint8Array, way: WayOfCopying, chance: Chance): Promise<Uint8Array> {
  const laid = sharp(png).greyscale().rotate(chance.noise(0.35), { background: '#ffffff' });
  const { data, info } = await laid.raw().toBuffer({ resolveWithObject: true });
  const grey = new Uint8Array(data);
  const size = { width: info.width, height: info.height };
  if (way === 'scan') return jpeg(noisy(grey, chance, 3), size, 0.3, chance.whole(75, 92));
  if (way === 'soft scan') return jpeg(noisy(grey, chance, 6), size, chance.between(0.7, 1.1), chance.whole(55, 80));
  if (way === 'poor scan')
    return jpeg(specked(noisy(grey, chance, 14), chance, 0.0002), size, 0.5, chance.whole(25, 45));
  if (way === 'photo light') return jpeg(noisy(shaded(grey, size, chance), chance, 7), size, 0.8, chance.whole(60, 85));
  return faxed(specked(noisy(grey, chance, 16), chance, 0.0003), size, way === 'fax 98' ? 98 : 196, chance);
}

async function jpeg(grey: Uint8Array, size: { width: number; height: number }, blur: number, quality: number) {
  const picture = sharp(grey, { raw: { ...size, channels: 1 } });
  return new Uint8Array(await picture.blur(Math.max(0.3, blur)).jpeg({ quality }).toBuffer());
}

async function faxed(grey: Uint8Array, size: { width: number; height: number }, down: number, chance: Chance) {
  const height = Math.round((1728 / 204) * (size.height / size.width) * down);
  const fax = sharp(grey, { raw: { ...size, channels: 1 } }).resize(1728, height, { fit: 'fill' });
  return new Uint8Array(
    await fax
      .threshold(chance.whole(125, 190))
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: down / 25.4 })
      .toBuffer(),
  );
}

function noisy(grey: Uint8Array, chance: Chance, width: number): Uint8Array {
  const paper = chance.between(0.88, 1);
  return grey.map((value) => Math.max(0, Math.min(255, value * paper + chance.noise(width))));
}

function specked(grey: Uint8Array, chance: Chance, share: number): Uint8Array {
  for (let left = Math.round(grey.length * share); left > 0; left--) grey[chance.whole(0, grey.length - 1)] = 20;
  return grey;
}

function shaded(grey: Uint8Array, { width, height }: { width: number; height: number }, chance: Chance): Uint8Array {
  const [across, down] = [chance.between(-0.35, 0.35), chance.between(-0.35, 0.35)];
  return grey.map((value, at) => {
    const light = 0.72 + across * ((at % width) / width - 0.5) + down * (at / width / height - 0.5);
    return value * light;
  });
}
