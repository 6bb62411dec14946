import { html } from 'hono/html';
import { type Html, nothing } from './html.ts';
import { percent } from './percent.ts';
import { allPlaces, type NumberedDocument, type Place } from './places.ts';

/** The numbered places of one page, drawn over its picture. */
export function placesOverlay(document: NumberedDocument, page: number): Html {
  const places = allPlaces(document).filter((place) => place.page === page && place.box !== null);
  return html`<svg class="desk-page__places" role="group" aria-label="Places of the values on page ${page}">
    ${places.map(drawnPlace)}
  </svg>`;
}

/** A link in the picture; the tables hold the way for the keyboard, so these are not tab stops. */
function drawnPlace({ box, boxAnchor, rowAnchor, number, label, isLow }: Place): Html {
  if (box === null) return nothing;
  const [left, top, width, height] = box;
  // What is written right of a value is most often nothing; its label stands left of it.
  const isAtEdge = left + width > 0.94;
  return html`<a id="${boxAnchor}" class="desk-place${isLow ? ' desk-place--low' : ''}" href="#${rowAnchor}" tabindex="-1"
    aria-label="${number}: ${label}">
    <rect x="${percent(left - 0.004)}" y="${percent(top - 0.003)}" width="${percent(width + 0.008)}"
      height="${percent(height + 0.006)}" rx="2"></rect>
    <text x="${percent(isAtEdge ? left + width : left + width + 0.012)}" y="${percent(isAtEdge ? top - 0.006 : top + height / 2)}"
      dy="${isAtEdge ? '0' : '0.35em'}" text-anchor="${isAtEdge ? 'end' : 'start'}">${number}</text>
  </a>`;
}
