import { describe, expect, it } from 'vitest';
import { cutLines } from '#shared/reading/picture/cut-lines.ts';
import { blankRaster, type GreyRaster } from '#shared/reading/picture/grey-raster.ts';

/** A page with black bars for letters: left, top, width, height. */
function aPage(...bars: [number, number, number, number][]): GreyRaster {
  const page = blankRaster(400, 300);
  for (const [left, top, width, height] of bars) {
    for (let y = top; y < top + height; y++) page.data.fill(0, y * 400 + left, y * 400 + left + width);
  }
  return page;
}

const sizes = (lines: readonly GreyRaster[]) => lines.map(({ width, height }) => [width, height]);

describe('a place of a page', () => {
  it('without ink has no lines', () => {
    expect(cutLines(aPage(), { left: 50, top: 50, right: 200, bottom: 90 })).toEqual([]);
  });

  it('with three lines of print has three cut-outs, each as wide as its print and a little paper', () => {
    const page = aPage([60, 52, 100, 20], [60, 90, 80, 20], [60, 130, 40, 20]);
    const lines = cutLines(page, { left: 50, top: 50, right: 200, bottom: 155 });
    expect(sizes(lines)).toEqual([104, 84, 44].map((width) => [width, 22]));
  });

  it('has no part of the lines above and below it', () => {
    const page = aPage([60, 20, 100, 26], [60, 60, 80, 20], [60, 84, 100, 26]);
    expect(sizes(cutLines(page, { left: 50, top: 58, right: 200, bottom: 82 }))).toEqual([[84, 22]]);
  });

  it('with a dot above its letter has one line', () => {
    const page = aPage([60, 52, 4, 3], [60, 57, 4, 20], [70, 57, 30, 20]);
    expect(sizes(cutLines(page, { left: 50, top: 50, right: 200, bottom: 80 }))).toEqual([[46, 27]]);
  });

  it('that cuts off the first letter of a word is read with it: "10" never becomes "0"', () => {
    const page = aPage([60, 50, 10, 20], [73, 50, 12, 20]);
    expect(sizes(cutLines(page, { left: 72, top: 48, right: 90, bottom: 72 }))).toEqual([[29, 22]]);
  });

  it('has neither the next word nor the rule of its table cell', () => {
    const page = aPage([20, 50, 30, 20], [70, 30, 2, 60], [74, 50, 12, 20], [106, 50, 30, 20]);
    expect(sizes(cutLines(page, { left: 73, top: 48, right: 90, bottom: 72 }))).toEqual([[16, 22]]);
  });
});
