/** Brightness of one page, one byte a pixel (0 black, 255 white), rows from the top, no padding. */
export type GreyRaster = { width: number; height: number; data: Uint8Array };

export function blankRaster(width: number, height: number, brightness = 255): GreyRaster {
  return { width, height, data: new Uint8Array(width * height).fill(brightness) };
}

/** The picture made smaller by a whole number: each pixel is the mean of a square of `step` x `step`. */
export function shrink(raster: GreyRaster, step: number): GreyRaster {
  const { width, height, data } = raster;
  if (step === 2 && width > 1 && height > 1) return half(raster);
  const small = blankRaster(Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step)));
  const rows = Math.min(step, height);
  const columns = Math.min(step, width);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      for (let dy = 0; dy < rows; dy++) {
        const from = (y * step + dy) * width + x * step;
        for (let dx = 0; dx < columns; dx++) sum += data[from + dx] ?? 0;
      }
      small.data[y * small.width + x] = sum / (rows * columns);
    }
  }
  return small;
}

function half({ width, height, data }: GreyRaster): GreyRaster {
  const small = blankRaster(width >> 1, height >> 1);
  for (let y = 0; y < small.height; y++) {
    const to = y * small.width;
    let from = y * 2 * width;
    for (let x = 0; x < small.width; x++, from += 2) {
      const below = from + width;
      small.data[to + x] =
        ((data[from] ?? 0) + (data[from + 1] ?? 0) + (data[below] ?? 0) + (data[below + 1] ?? 0)) >> 2;
    }
  }
  return small;
}

/** Turned clockwise by quarters. */
export type Quarters = 0 | 1 | 2 | 3;

export function turnQuarters(raster: GreyRaster, quarters: Quarters): GreyRaster {
  if (quarters === 0) return raster;
  const { width, height, data } = raster;
  const turned = quarters === 2 ? blankRaster(width, height) : blankRaster(height, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [tx, ty] =
        quarters === 1 ? [height - 1 - y, x] : quarters === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      turned.data[ty * turned.width + tx] = data[y * width + x] ?? 255;
    }
  }
  return turned;
}
