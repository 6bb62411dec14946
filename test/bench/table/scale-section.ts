import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Asked, type Row, rounded, row } from './row.ts';
import { casesCurve, pagesCurve, peopleCurve, waitingCurve } from './scale-curves.ts';
import { growthOf, scalePlot } from './scale-plot.ts';

const picture = join(import.meta.dirname, '../../../shared/docs/pictures/scale.svg');
/** Linear, and what a machine with other work adds to it. */
const powerMax = 1.15;

/** `npm run bench:scale`: processor time against size, and the picture of it. The power is 1 where twice as much takes twice as long. */
export async function scaleSection(asked: Asked): Promise<Row[]> {
  const curves = [
    await pagesCurve(asked),
    await waitingCurve(asked),
    await peopleCurve(asked),
    await casesCurve(asked),
  ];
  await writeFile(picture, scalePlot(curves));
  return curves.map(({ id, what, points }) => {
    const power = growthOf(points);
    return row({
      ...{ id: `scale.${id}`, what: `growth: ${what}` },
      ours: { value: rounded(power), unit: 'power of the size' },
      ...{ promised: 'no worse than linear', holds: power <= powerMax },
      more: Object.fromEntries(points.map(({ size, ms }) => [`ms at ${size}`, rounded(ms, 3)])),
    });
  });
}
