import { html } from 'hono/html';
import type { Box } from '#shared/domain/reading.ts';
import { type Html, nothing } from './html.ts';
import { percent } from './percent.ts';
import { allPlaces, type CellPlace, type NumberedDocument, type Place } from './places.ts';

/** The numbered places of one page, drawn over its picture. */
export function placesOverlay(document: NumberedDocument, page: number): Html {
  const places = allPlaces(document).filter((place) => place.page === page && place.box !== null);
  const cells = allPlaces(document).flatMap((place) => place.cells.filter((cell) => cell.page === page));
  return html`<svg class="desk-page__places" role="group" aria-label="Places of the values on page ${page}">
    ${places.map((place) => drawnPlace(place, places))}
    ${cells.map(drawnCell)}
  </svg>`;
}

/** A link in the picture; the tables hold the way for the keyboard, so these are not tab stops. */
function drawnPlace(place: Place, places: readonly Place[]): Html {
  const { box, boxAnchor, rowAnchor, number, label, isLow } = place;
  if (box === null) return nothing;
  const [left, top, width, height] = box;
  const { x, y, dy, anchor } = numberPlace(place, places, box);
  return html`<a id="${boxAnchor}" class="desk-place${isLow ? ' desk-place--low' : ''}" href="#${rowAnchor}" tabindex="-1"
    aria-label="${number}: ${label}">
    <rect x="${percent(left - 0.004)}" y="${percent(top - 0.003)}" width="${percent(width + 0.008)}"
      height="${percent(height + 0.006)}" rx="2"></rect>
    <text x="${percent(x)}" y="${percent(y)}" dy="${dy}" text-anchor="${anchor}">${number}</text>
  </a>`;
}

/** Quiet until its value is at hand or pointed at: the row around it has the number. */
function drawnCell({ box: [left, top, width, height], boxAnchor, rowAnchor, label }: CellPlace): Html {
  return html`<a id="${boxAnchor}" class="desk-place desk-place--cell" href="#${rowAnchor}" tabindex="-1" aria-label="${label}">
    <rect x="${percent(left - 0.002)}" y="${percent(top - 0.002)}" width="${percent(width + 0.004)}"
      height="${percent(height + 0.004)}" rx="2"></rect>
  </a>`;
}

type NumberPlace = { x: number; y: number; dy: string; anchor: 'start' | 'end' };

/** What is written right of a value is most often nothing; where another value begins there, the number stays inside. */
function numberPlace(place: Place, places: readonly Place[], [left, top, width, height]: Box): NumberPlace {
  const right = left + width;
  const middle = { y: top + height / 2, dy: '0.35em' };
  if (places.some((other) => other !== place && beginsRightOf(other, [left, top, width, height]))) {
    return { x: right - 0.006, ...middle, anchor: 'end' };
  }
  if (right > 0.94) return { x: right, y: top - 0.006, dy: '0', anchor: 'end' };
  return { x: right + 0.012, ...middle, anchor: 'start' };
}

function beginsRightOf({ box }: Place, [left, top, width, height]: Box): boolean {
  if (box === null) return false;
  const gap = box[0] - (left + width);
  const isLevel = box[1] < top + height && top < box[1] + box[3];
  return isLevel && gap > -0.01 && gap < 0.05;
}
