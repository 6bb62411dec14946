import { beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '#shared/domain/reading.ts';
import { blankRaster, type GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { judgeMark, judgeSignature } from '#shared/reading/picture/second-measure.ts';
import { both, type Counted, countBoxes, countSignatures, isWrong, type Seen } from '#test/corpus/marks-count.ts';

/** The whole count is `node test/corpus/marks.ts`; this share of it keeps its bounds. */
describe('on pages drawn by lot and copied by scanner, telephone and fax', () => {
  let boxes: Counted;
  let signatures: Counted;
  beforeAll(async () => {
    const [scan, fax, light] = [
      await countBoxes({ seed: 'kept 1', dotsPerInch: 150, way: 'soft scan' }),
      await countBoxes({ seed: 'kept 2', dotsPerInch: 200, way: 'fax' }),
      await countBoxes({ seed: 'kept 3', dotsPerInch: 200, way: 'photo light' }),
    ];
    boxes = { seen: [...scan.seen, ...fax.seen, ...light.seen], extra: scan.extra + fax.extra + light.extra };
    const [signed, faxed] = [
      await countSignatures({ seed: 'kept 4', dotsPerInch: 200, way: 'scan' }),
      await countSignatures({ seed: 'kept 5', dotsPerInch: 150, way: 'fax 98' }),
    ];
    signatures = { seen: [...signed.seen, ...faxed.seen], extra: 0 };
  });
  const believedWrongly = ({ seen }: Counted) => seen.filter((one) => isWrong(both(one), one));
  const shareTold = (seen: readonly Seen[]) =>
    seen.filter((one) => ['yes', 'no'].includes(both(one))).length / seen.length;

  it('no box is believed to be what it is not', () => {
    expect(believedWrongly(boxes)).toEqual([]);
  });

  it('rows of boxes for digits, cells of a table and letters with holes are not taken for boxes', () => {
    expect(boxes.extra).toBe(0);
  });

  it('the second look alone is not wrong either: ticks that pass through, slips and boxes struck out are left open', () => {
    expect(boxes.seen.filter((one) => isWrong(one.second, one))).toEqual([]);
  });

  it('of plain ticks, crosses and empty boxes most are told', () => {
    const plain = boxes.seen.filter(({ kind }) => ['tick', 'cross', 'typed', 'empty'].includes(kind));
    expect(plain.length).toBeGreaterThan(120);
    expect(shareTold(plain)).toBeGreaterThan(0.85);
  });

  it('no place to sign is believed to be what it is not', () => {
    expect(believedWrongly(signatures)).toEqual([]);
  });

  it('of signatures and empty lines most are told', () => {
    const plain = signatures.seen.filter(({ kind }) => ['loops', 'waves', 'empty'].includes(kind));
    expect(plain.length).toBeGreaterThan(20);
    expect(shareTold(plain)).toBeGreaterThan(0.7);
  });
});

describe('a place that holds nothing to judge', () => {
  const middle: Box = [0.4, 0.4, 0.02, 0.015];
  const grey = (): GreyRaster => blankRaster(1700, 2200);

  it('without the frame of a box is neither ticked nor empty', () => {
    expect(judgeMark(grey(), middle).present).toBeNull();
  });

  it('beyond the page is neither', () => {
    expect(judgeMark(grey(), [0.99, 0.4, 0.03, 0.02]).present).toBeNull();
    expect(judgeSignature(grey(), [-0.1, 0.4, 0.3, 0.05]).present).toBeNull();
  });

  it('where a letter stands in place of the box is neither ticked nor empty', () => {
    const raster = grey();
    for (let y = 880; y < 915; y++) raster.data.fill(0, y * 1700 + 690, y * 1700 + 696);
    expect(judgeMark(raster, middle).present).toBeNull();
  });
});

it('the corner of a shadow over an empty line is no signature', () => {
  const [width, height] = [1275, 1650];
  const page = { width, height, data: new Uint8Array(width * height).fill(250) };
  for (let y = 100; y < 190; y++)
    page.data.fill(90, y * width + 300, y * width + 300 + Math.round((y - 100) * 1.3) + 4);
  page.data.fill(0, 190 * width + 300, 190 * width + 700);
  expect(judgeSignature(page, [300 / width, 100 / height, 400 / width, 90 / height]).present).not.toBe(true);
});
