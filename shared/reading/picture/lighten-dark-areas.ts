import { blankRaster, type GreyRaster } from './grey-raster.ts';

const cell = 16;
/** A square of the page is dark when most of it is: letters never fill one. */
const darkShare = 0.55;
const darkBelow = 130;
/** Shares of the page's width: a dark area is a band or a heading, not a bold letter or a spot. */
const widthMin = 0.05;

type Area = { cells: number[]; left: number; right: number; top: number; bottom: number };

/** White print on dark bands becomes dark print on white, which is what recognisers read. */
export function lightenDarkAreas(raster: GreyRaster): GreyRaster {
  const { width, height, data } = raster;
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const areas = darkAreas(darkCells(raster, across, down), across, down).filter(
    ({ left, right }) => (right - left + 1) * cell >= width * widthMin,
  );
  if (areas.length === 0) return raster;
  const light = { ...blankRaster(width, height), data: Uint8Array.from(data) };
  for (const area of areas) lighten(raster, light, area, across);
  return light;
}

function darkCells({ width, height, data }: GreyRaster, across: number, down: number): Uint8Array {
  const dark = new Uint8Array(across * down);
  for (let cy = 0; cy < down; cy++) {
    for (let cx = 0; cx < across; cx++) {
      let [count, looked] = [0, 0];
      for (let y = cy * cell; y < Math.min(height, (cy + 1) * cell); y += 2) {
        for (let x = cx * cell; x < Math.min(width, (cx + 1) * cell); x += 2) {
          looked += 1;
          if ((data[y * width + x] ?? 255) < darkBelow) count += 1;
        }
      }
      dark[cy * across + cx] = count > looked * darkShare ? 1 : 0;
    }
  }
  return dark;
}

function darkAreas(dark: Uint8Array, across: number, down: number): Area[] {
  const seen = new Uint8Array(dark.length);
  const areas: Area[] = [];
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] !== 1 || seen[start] === 1) continue;
    const area: Area = { cells: [], left: across, right: 0, top: down, bottom: 0 };
    const open = [start];
    seen[start] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % across, Math.floor(at / across)];
      area.cells.push(at);
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, x);
      area.top = Math.min(area.top, y);
      area.bottom = Math.max(area.bottom, y);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) {
          const near = ny * across + nx;
          if (dark[near] !== 1 || seen[near] === 1) continue;
          seen[near] = 1;
          open.push(near);
        }
      }
    }
    areas.push(area);
  }
  return areas;
}

/** Inside the rows and columns of the area: large letters make holes in it, so it is its rectangle where that is full. */
function lighten(raster: GreyRaster, light: GreyRaster, area: Area, across: number): void {
  const { width, height, data } = raster;
  const full = area.cells.length / ((area.right - area.left + 1) * (area.bottom - area.top + 1)) > 0.6;
  const cells = full ? cellsOf(area, across) : area.cells;
  const [dark, bright] = levelsOf(raster, cells, across);
  const scale = 255 / Math.max(40, bright - dark);
  for (const at of cells) {
    const [cx, cy] = [(at % across) * cell, Math.floor(at / across) * cell];
    for (let y = cy; y < Math.min(height, cy + cell); y++) {
      for (let x = cx; x < Math.min(width, cx + cell); x++) {
        const value = ((data[y * width + x] ?? 0) - dark) * scale;
        light.data[y * width + x] = 255 - Math.min(255, Math.max(0, value));
      }
    }
  }
}

function cellsOf({ left, right, top, bottom }: Area, across: number): number[] {
  const cells: number[] = [];
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) cells.push(y * across + x);
  return cells;
}

/** The usual dark and the brightest of an area. */
function levelsOf({ width, height, data }: GreyRaster, cells: readonly number[], across: number): [number, number] {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const at of cells) {
    const [cx, cy] = [(at % across) * cell, Math.floor(at / across) * cell];
    for (let y = cy; y < Math.min(height, cy + cell); y += 2) {
      for (let x = cx; x < Math.min(width, cx + cell); x += 2) {
        const value = data[y * width + x] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
        total += 1;
      }
    }
  }
  const level = (share: number) => {
    let sum = 0;
    return counts.findIndex((count) => (sum += count) >= total * share);
  };
  return [level(0.5), level(0.98)];
}
