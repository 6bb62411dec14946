import type { Edges } from './page-frame.ts';
import type { PageShape } from './page-shapes.ts';
import { lengthOf } from './page-shapes.ts';
import { paperLuminance } from './ruling-lines.ts';

/** Strokes of one pen movement lie this close. */
const nearPoints = 6;
/** Smaller than this is a dot or a dash, not something a person wrote. */
const widthPointsMin = 10;
const heightPointsMin = 4;

/** A painted drawing that is no straight line, no filled area with straight edges: what a pen leaves. */
export function isInkLike(shape: PageShape): boolean {
  if (shape.kind === 'image') return true;
  const isPainted = [shape.filled, shape.stroked].some((paint) => paint !== null && paint < paperLuminance);
  return isPainted && (shape.curves > 0 || shape.lines.some((line) => lengthOf(line) > 0.5 && isSlanted(line)));
}

function isSlanted({ from, to }: PageShape['lines'][number]): boolean {
  return Math.abs(from[0] - to[0]) > 0.7 && Math.abs(from[1] - to[1]) > 0.7;
}

/** Joins strokes that touch or nearly touch into places of ink. */
export function gatherInk(shapes: readonly PageShape[]): Edges[] {
  const places: Edges[] = [];
  for (const { edges } of shapes) {
    let grown = { ...edges };
    for (let at = places.length - 1; at >= 0; at--) {
      const place = places[at];
      if (place !== undefined && isNear(place, grown)) {
        grown = joined(place, grown);
        places.splice(at, 1);
      }
    }
    places.push(grown);
  }
  return places.filter((p) => p.right - p.left >= widthPointsMin && p.bottom - p.top >= heightPointsMin);
}

function isNear(one: Edges, other: Edges): boolean {
  return (
    one.left <= other.right + nearPoints &&
    other.left <= one.right + nearPoints &&
    one.top <= other.bottom + nearPoints &&
    other.top <= one.bottom + nearPoints
  );
}

function joined(one: Edges, other: Edges): Edges {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
