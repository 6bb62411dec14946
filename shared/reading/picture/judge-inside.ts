import type { Box } from '#shared/domain/reading.ts';
import { fitFrame } from './fit-frame.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkPatch } from './ink-patch.ts';
import { type Inside, insideOf } from './inside-of-box.ts';
import type { Judgement } from './second-measure.ts';

/** Every box is looked at in one size, whatever the resolution: its side in pixels of the patch, and the rim around it. */
const side = 32;
const rim = 18;

/** The tail of a tick covers less of what lies around its box; strokes that strike the box out cover more. */
const aroundMax = 0.06;
/** A cross leaves its box at four corners. */
const exitsMax = 4;

const cannotTell = (confidence: number): Judgement => ({ present: null, confidence });

/** Finds the frame of the box again by itself: where the box was said to lie is only where to look. */
export function judgeInside(raster: GreyRaster, box: Box): Judgement {
  const [across, down] = [box[2] * raster.width, box[3] * raster.height];
  const scale = Math.max(across, down) / side;
  if (scale < 0.25 || Math.min(across, down) < side * scale * 0.7) return cannotTell(0);
  const [midX, midY] = [box[0] * raster.width + across / 2, box[1] * raster.height + down / 2];
  const [halfX, halfY] = [across / 2 + rim * scale, down / 2 + rim * scale];
  const patch = inkPatch(raster, {
    left: midX - halfX,
    right: midX + halfX,
    top: midY - halfY,
    bottom: midY + halfY,
    scale,
  }); // prettier-ignore
  if (patch === null) return cannotTell(0);
  const frame = fitFrame(patch, across / scale, down / scale);
  if (frame === null) return cannotTell(0.2);
  const inside = insideOf(patch, frame);
  return inside === null ? cannotTell(0.3) : judge(inside);
}

/**
 * A mark goes across the box and down it, through its middle, and not as one straight line: the tail of another tick and a
 * slip of the pen do that. Wholly black may be an ornament, and black all around is a box that was struck out.
 */
function judge(inside: Inside): Judgement {
  const { mean, core, peak, across, down, lesserHalf, breadth, light, around, exits } = inside;
  const isBlank = mean < 0.035 && core < 0.03 && peak < 0.35 && across < 0.15 && down < 0.15;
  if (isBlank) return { present: false, confidence: 0.95 };
  const isSpread = across >= 0.5 && down >= 0.5 && lesserHalf >= 0.06 && core >= 0.08 && peak >= 0.5;
  if (!isSpread || mean < 0.06 || breadth < 0.31) return cannotTell(0.5);
  if (exits > exitsMax || around > aroundMax || (mean > 0.38 && around > aroundMax / 2)) return cannotTell(0.5);
  if (light >= 0.25) return { present: true, confidence: 0.95 };
  return around <= 0.02 && light >= 0.03 ? { present: true, confidence: 0.85 } : cannotTell(0.5);
}
