import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { Chance } from './chance.ts';
import type { Pen } from './drawing/pen.ts';
import { faxed } from './media/fax.ts';
import { withFormFields } from './media/form-fields.ts';
import { photographed, type Turning } from './media/photo.ts';
import { cleanScan, picturesAsPdf, poorScan, type ScanWear, scanned } from './media/scan.ts';
import { screenshotOf } from './media/screenshot.ts';
import type { Paper, Sheet } from './paper.ts';
import { pagePictures, pagesAsPdf } from './render-pages.ts';

/** How a paper gets into the mail: the medium that is scored, and how it was made. */
export const media = [
  'acroform',
  'digital',
  'docx',
  'scan',
  'poor-scan',
  'fax',
  'photo',
  'screenshot',
  'handwriting',
] as const;
export type Medium = (typeof media)[number];
export type MadeFile = { readonly bytes: Uint8Array; readonly ending: 'pdf' | 'jpg' | 'tif' | 'png' | 'docx' };

export type CaptureHow = { browser: Browser; name: string; chance: Chance };
type Capture = {
  readonly medium: Medium;
  readonly pen: Pen['how'];
  /** only the first page is sent: a photo holds one page */
  readonly isOnePage?: boolean;
  make(how: CaptureHow, paper: Paper): Promise<MadeFile>;
};

const file = (ending: MadeFile['ending']) => (bytes: Uint8Array) => ({ bytes, ending });

/** The wide sheets of a pile go through the copier sideways, some of them. */
async function scans({ browser, name, chance }: CaptureHow, sheets: readonly Sheet[], wear: ScanWear) {
  const pages = await pagePictures(browser, name, sheets, 300);
  const jpegs: Buffer[] = [];
  for (const [at, png] of pages.entries()) {
    const isSideways = sheets[at]?.isLandscape === true && chance.is(0.4);
    const laid = isSideways
      ? await sharp(png)
          .rotate(chance.pick([90, 270]))
          .toBuffer()
      : png;
    jpegs.push(await scanned(laid, chance, wear));
  }
  return jpegs;
}

async function asScan(how: CaptureHow, paper: Paper, wear: ScanWear): Promise<MadeFile> {
  const jpegs = await scans(how, paper.sheets, wear);
  const [only] = jpegs;
  if (jpegs.length === 1 && only && how.chance.is(0.2))
    return file('jpg')(
      await sharp(only).withMetadata({ density: wear.dotsPerInch }).jpeg({ quality: wear.quality }).toBuffer(),
    );
  return file('pdf')(await picturesAsPdf(jpegs, wear.dotsPerInch));
}

async function asFax({ browser, name, chance }: CaptureHow, { sheets }: Paper, lines: 196 | 98): Promise<MadeFile> {
  return file('tif')(await faxed(await pagePictures(browser, name, sheets, 300), chance, lines));
}

async function asPhoto({ browser, name, chance }: CaptureHow, { sheets }: Paper, turning: Turning): Promise<MadeFile> {
  const [png] = await pagePictures(browser, name, sheets.slice(0, 1), 300);
  if (png === undefined) throw new Error(`${name} has no page`);
  return file('jpg')(await photographed(png, chance, turning));
}

async function asScreenshot({ browser, name, chance }: CaptureHow, { sheets }: Paper): Promise<MadeFile> {
  const [png] = await pagePictures(browser, name, sheets.slice(0, 1), chance.pick([120, 144, 192]));
  if (png === undefined) throw new Error(`${name} has no page`);
  return file('png')(await screenshotOf(png, chance));
}

export const captures = {
  acroform: {
    ...{ medium: 'acroform', pen: 'slots' },
    make: async ({ browser, name, chance }, paper) => {
      const { bytes, slots } = await pagesAsPdf(browser, name, paper.sheets);
      return file('pdf')(await withFormFields(bytes, slots, chance));
    },
  },
  digital: {
    ...{ medium: 'digital', pen: 'print' },
    make: async ({ browser, name }, { sheets }) => file('pdf')((await pagesAsPdf(browser, name, sheets)).bytes),
  },
  'scan-200': { medium: 'scan', pen: 'print', make: (how, paper) => asScan(how, paper, cleanScan(how.chance, 200)) },
  'scan-300': { medium: 'scan', pen: 'print', make: (how, paper) => asScan(how, paper, cleanScan(how.chance, 300)) },
  'scan-150': { medium: 'poor-scan', pen: 'print', make: (how, paper) => asScan(how, paper, poorScan(how.chance)) },
  'fax-fine': { medium: 'fax', pen: 'print', make: (how, paper) => asFax(how, paper, 196) },
  'fax-standard': { medium: 'fax', pen: 'print', make: (how, paper) => asFax(how, paper, 98) },
  photo: { medium: 'photo', pen: 'print', isOnePage: true, make: (how, paper) => asPhoto(how, paper, 'none') },
  'photo-exif': { medium: 'photo', pen: 'print', isOnePage: true, make: (how, paper) => asPhoto(how, paper, 'exif') },
  'photo-turned': { medium: 'photo', pen: 'print', isOnePage: true, make: (how, paper) => asPhoto(how, paper, 'real') },
  screenshot: { medium: 'screenshot', pen: 'print', isOnePage: true, make: asScreenshot },
  'hand-scan': {
    medium: 'handwriting',
    pen: 'hand',
    make: (how, paper) => asScan(how, paper, cleanScan(how.chance, how.chance.pick([200, 300]))),
  },
  'hand-photo': {
    medium: 'handwriting',
    pen: 'hand',
    isOnePage: true,
    make: (how, paper) => asPhoto(how, paper, 'none'),
  },
  'hand-fax': { medium: 'handwriting', pen: 'hand', make: (how, paper) => asFax(how, paper, 196) },
} as const satisfies Record<string, Capture>;
export type CaptureName = keyof typeof captures;
export const captureOf = (name: CaptureName): Capture => captures[name];
