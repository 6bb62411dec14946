import type { Box } from '#shared/domain/reading.ts';
import type { GreyRaster } from './grey-raster.ts';
import { judgeInside } from './judge-inside.ts';
import { judgeStrokes } from './judge-strokes.ts';

/** What a second look at a box or at a line to sign on says; `present` is null when it cannot tell. */
export type Judgement = { present: boolean | null; confidence: number };

/**
 * A second look at a box to tick. The finder of boxes counts black pixels; this look weighs the grey of the box's inside
 * against its own frame and paper and shares no step with it: where both say the same, that is evidence. `raster` is the
 * page as it was prepared for reading.
 */
export const judgeMark = (raster: GreyRaster, box: Box): Judgement => clearly(box, () => judgeInside(raster, box));

/** A second look at the place to sign: `box` is that place, or the ink that was found in it. */
export const judgeSignature = (raster: GreyRaster, box: Box): Judgement =>
  clearly(box, () => judgeStrokes(raster, box));

/** A place that does not lie on the page cannot be judged. */
function clearly([left, top, wide, high]: Box, judge: () => Judgement): Judgement {
  const isOnPage = left >= 0 && top >= 0 && wide > 0 && high > 0 && left + wide <= 1.001 && top + high <= 1.001;
  return isOnPage ? judge() : { present: null, confidence: 0 };
}
