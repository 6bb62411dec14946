/** The perspective that carries four points onto four others: eight unknowns by Gauss's elimination. */
export type Point = readonly [x: number, y: number];
export type Four = readonly [Point, Point, Point, Point];

export function homography(from: Four, to: Four): (x: number, y: number) => [number, number] {
  const rows: number[][] = [];
  from.forEach(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved(rows);
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
  };
}

function solved(rows: number[][]): number[] {
  const size = rows.length;
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 0; i < size; i += 1) {
    let best = i;
    for (let row = i + 1; row < size; row += 1) if (Math.abs(cell(row, i)) > Math.abs(cell(best, i))) best = row;
    [rows[i], rows[best]] = [rows[best] ?? [], rows[i] ?? []];
    for (let row = 0; row < size; row += 1) {
      if (row === i) continue;
      const share = cell(row, i) / cell(i, i);
      rows[row] = (rows[row] ?? []).map((value, column) => value - share * cell(i, column));
    }
  }
  return rows.map((_, i) => cell(i, size) / cell(i, i));
}
