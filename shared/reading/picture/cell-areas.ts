/** A page seen as coarse squares; 1 marks those of interest. */
export type CellGrid = { across: number; down: number; marked: Uint8Array };

/** Marked squares that hang together, as indexes into the grid, and the rows and columns they span. */
export type Area = { cells: number[]; left: number; right: number; top: number; bottom: number };

/** `reach` is how many squares apart two of one area may be. */
export function areasOf(grid: CellGrid, reach = 1): Area[] {
  const { across, down, marked } = grid;
  const left = Uint8Array.from(marked);
  const areas: Area[] = [];
  for (let start = 0; start < marked.length; start++) {
    if (left[start] !== 1) continue;
    const area: Area = { cells: [], left: across, right: 0, top: down, bottom: 0 };
    const open = [start];
    left[start] = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      add(area, at, at % across, Math.floor(at / across));
      takeNear(grid, left, at, reach, open);
    }
    areas.push(area);
  }
  return areas;
}

function takeNear({ across, down }: CellGrid, left: Uint8Array, at: number, reach: number, open: number[]): void {
  const [x, y] = [at % across, Math.floor(at / across)];
  for (let ny = Math.max(0, y - reach); ny <= Math.min(down - 1, y + reach); ny++) {
    for (let nx = Math.max(0, x - reach); nx <= Math.min(across - 1, x + reach); nx++) {
      const near = ny * across + nx;
      if (left[near] !== 1) continue;
      left[near] = 0;
      open.push(near);
    }
  }
}

function add(area: Area, at: number, x: number, y: number): void {
  area.cells.push(at);
  area.left = Math.min(area.left, x);
  area.right = Math.max(area.right, x);
  area.top = Math.min(area.top, y);
  area.bottom = Math.max(area.bottom, y);
}

/** The squares of an area and those it encloses, which cannot be reached from outside of it. */
export function withHoles({ across }: CellGrid, area: Area): number[] {
  const [left, top] = [area.left - 1, area.top - 1];
  const [wide, high] = [area.right - left + 2, area.bottom - top + 2];
  const taken = new Uint8Array(wide * high);
  for (const at of area.cells) taken[(Math.floor(at / across) - top) * wide + (at % across) - left] = 1;
  floodOutside(taken, wide);
  const cells: number[] = [];
  for (const [at, state] of taken.entries()) {
    if (state !== 2) cells.push((top + Math.floor(at / wide)) * across + left + (at % wide));
  }
  return cells;
}

/** 2 for all that can be reached from the corner over squares that are 0. */
function floodOutside(taken: Uint8Array, wide: number): void {
  const open = [0];
  taken[0] = 2;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % wide;
    for (const near of [x > 0 ? at - 1 : -1, x < wide - 1 ? at + 1 : -1, at - wide, at + wide]) {
      if (taken[near] !== 0) continue;
      taken[near] = 2;
      open.push(near);
    }
  }
}
