import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { calmGrain } from '#shared/reading/picture/calm-grain.ts';
import { blankRaster, type GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { whyInPart, whyNoWords } from '#shared/reading/picture/readability.ts';
import type { SeenWord } from '#shared/reading/picture/recognise-words.ts';
import { seeded } from '#test/fixtures/make/seeded.ts';

const page = (confidences: number[], left = 200): SeenWord[] =>
  confidences.map((confidence, at) => ({
    text: 'certificate',
    confidence,
    box: { left, top: at * 40, right: left + 200, bottom: at * 40 + 30 },
  }));
const many = (sure: number, unsure: number) => page([...Array(sure).fill(0.95), ...Array(unsure).fill(0.6)]);

/** Black bars on white, `soft` pixels from one to the other. */
async function bars(soft: number, width = 1700, height = 2200): Promise<GreyRaster> {
  const raster = blankRaster(width, height);
  for (let at = 0; at < raster.data.length; at++) if ((at % width) % 60 < 20) raster.data[at] = 0;
  if (soft === 0) return raster;
  const blurred = sharp(raster.data, { raw: { width, height, channels: 1 } })
    .blur(soft)
    .raw();
  return { width, height, data: new Uint8Array(await blurred.toColourspace('b-w').toBuffer()) };
}

describe('after reading, a page is refused', () => {
  it('as blurred when few of its words are sure and its print is soft', async () => {
    expect(whyNoWords(many(5, 5), await bars(4), 2200)).toMatchObject({ cause: 'blurred' });
    expect(whyNoWords(many(8, 2), await bars(4), 2200)).toBeNull();
  });

  it('as too small when few of its words are sure and it has few pixels', async () => {
    expect(whyNoWords(many(5, 5), await bars(0), 600)).toMatchObject({ cause: 'too-small' });
    expect(whyNoWords(many(8, 2), await bars(0), 600)).toBeNull();
  });

  it('never for unsure words on sharp paper: they may be handwriting', async () => {
    expect(whyNoWords(many(5, 5), await bars(0), 2200)).toBeNull();
  });

  it('as cut off when its words run off the paper and the paper is slimmer than any sheet', async () => {
    const words = page(Array(20).fill(0.95), 0);
    expect(whyNoWords(words, await bars(0, 1200, 2200), 2200)).toMatchObject({ cause: 'cut-off' });
    expect(whyNoWords(words, await bars(0), 2200)).toBeNull();
  });
});

describe('a page that is read in part says so', () => {
  it('when words run off one of its sides, or many could not be made out', () => {
    expect(whyInPart(page(Array(20).fill(0.95), 0), { width: 1700 })).toContain('cut off');
    expect(whyInPart(many(7, 3), { width: 1700 })).toContain('could not be made out');
    expect(whyInPart(many(9, 1), { width: 1700 })).toBeNull();
  });
});

it('grain is calmed and clean paper left as it is', () => {
  const clean = blankRaster(300, 300, 200);
  expect(calmGrain(clean)).toBe(clean);
  const dice = seeded('grain');
  const grainy = { ...clean, data: clean.data.map(() => 140 + dice() * 120) };
  const spread = ({ data }: GreyRaster) => data.reduce((sum, value) => sum + Math.abs(value - 200), 0);
  expect(spread(calmGrain(grainy))).toBeLessThan(spread(grainy) * 0.5);
});
