import { blankRaster, type GreyRaster } from './grey-raster.ts';

/**
 * Steps of brightness on bare paper, of 255. Up to 37 the recogniser did not mind; from there on it found no word on pages
 * of which it reads four fifths, or all, once they are calmed.
 */
const grainFrom = 30;
const strongFrom = 60;

/** The grain of a poor sensor made softer where there is much of it; letters and the dots of decimals stay. */
export function calmGrain(raster: GreyRaster): GreyRaster {
  const grain = grainOf(raster);
  if (grain < grainFrom) return raster;
  return grain < strongFrom ? soften(raster) : soften(soften(raster));
}

/** How much a pixel usually differs from its four neighbours together: the median, so that print does not count. */
function grainOf({ width, height, data }: GreyRaster): number {
  const counts = new Uint32Array(1024);
  let looked = 0;
  for (let y = 1; y + 1 < height; y += 3) {
    for (let x = 1; x + 1 < width; x += 2) {
      const at = y * width + x;
      const around = (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const step = Math.min(1023, Math.abs(4 * (data[at] ?? 0) - around));
      counts[step] = (counts[step] ?? 0) + 1;
      looked += 1;
    }
  }
  let below = 0;
  for (const [step, count] of counts.entries()) {
    below += count;
    if (below > looked / 2) return step;
  }
  return 0;
}

/** Each pixel with its neighbours, by 1, 2, 1 across and down. */
function soften({ width, height, data }: GreyRaster): GreyRaster {
  const across = blankRaster(width, height);
  for (let y = 0; y < height; y++) {
    const [first, last] = [y * width, y * width + width - 1];
    for (let at = first; at <= last; at++) {
      const own = data[at] ?? 0;
      const left = data[Math.max(first, at - 1)] ?? own;
      const right = data[Math.min(last, at + 1)] ?? own;
      across.data[at] = (left + 2 * own + right) / 4;
    }
  }
  const soft = blankRaster(width, height);
  for (let at = 0; at < data.length; at++) {
    const own = across.data[at] ?? 0;
    soft.data[at] = ((across.data[at - width] ?? own) + 2 * own + (across.data[at + width] ?? own)) / 4;
  }
  return soft;
}
