import type { CharacterOrGap, PageCharacter } from './page-characters.ts';
import { type Edges, edgesAround, type PageFrame, type Point, placePoint } from './page-frame.ts';

/**
 * Where a run of letters stands that belongs to a page laid into this one ("two on a sheet"), on the page as stored: the
 * start of its line, the directions of its line and of its letters, how far it reaches, and its letter size.
 */
export type RunInside = { origin: Point; along: Point; up: Point; corners: readonly Point[]; sizePoints: number };

/** Of the letter size: letters of a run do not stand farther from its line than this. */
const offLine = 0.4;

/**
 * PDFium tells of some letters of a page laid into another (those that one sign stands for, as "fi", or that are stored
 * otherwise than they look) that they stand elsewhere on the page. They are put back where their run is drawn.
 */
export function withRunsInPlace(
  characters: readonly CharacterOrGap[],
  inside: ReadonlyMap<number, RunInside>,
  frame: PageFrame,
): CharacterOrGap[] {
  if (inside.size === 0) return [...characters];
  return characters.map((one, at) => {
    const place = typeof one === 'object' ? inside.get(one.run) : undefined;
    if (typeof one !== 'object' || place === undefined || isInPlace(one, place)) return one;
    const isOfRun = (other: CharacterOrGap | undefined) => typeof other === 'object' && other.run === one.run;
    const [before, after] = [countWhile(characters, at, -1, isOfRun), countWhile(characters, at, 1, isOfRun)];
    return put(one, place, before / (before + after + 1), (before + 1) / (before + after + 1), frame);
  });
}

/** A word or a line of letters is a run at most. */
const lettersMax = 200;

function countWhile(
  characters: readonly CharacterOrGap[],
  at: number,
  step: 1 | -1,
  isOfRun: (one: CharacterOrGap | undefined) => boolean,
): number {
  let count = 0;
  while (count < lettersMax && isOfRun(characters[at + step * (count + 1)])) count += 1;
  return count;
}

function isInPlace(one: PageCharacter, { origin, along, up, corners, sizePoints }: RunInside): boolean {
  const [start, end] = reach(corners, along);
  const isOnLine = Math.abs(one.across - dot(origin, up)) < sizePoints * offLine;
  return isOnLine && one.alongStart > start - sizePoints && one.alongEnd < end + sizePoints;
}

/** A letter that takes up the part `from` to `to` of its run. */
function put(one: PageCharacter, place: RunInside, from: number, to: number, frame: PageFrame): PageCharacter {
  const { origin, along, up, corners, sizePoints } = place;
  const [start, end] = reach(corners, along);
  const [alongStart, alongEnd] = [start + (end - start) * from, start + (end - start) * to];
  const across = dot(origin, up);
  const edgesOf = (low: number, high: number): Edges => {
    const at = (a: number, b: number): Point => [a * along[0] + b * up[0], a * along[1] + b * up[1]];
    const around = [at(alongStart, low), at(alongEnd, low), at(alongStart, high), at(alongEnd, high)];
    return edgesAround(around.map((corner) => placePoint(frame, corner)));
  };
  return {
    ...one,
    ...{ alongStart, alongEnd, across, direction: along, sizePoints },
    edges: edgesOf(across - sizePoints * 0.2, across + sizePoints * 0.75),
    inkEdges: edgesOf(...reach(corners, up)),
  };
}

function reach(corners: readonly Point[], direction: Point): [number, number] {
  const along = corners.map((corner) => dot(corner, direction));
  return [Math.min(...along), Math.max(...along)];
}

function dot(one: Point, other: Point): number {
  return one[0] * other[0] + one[1] * other[1];
}
