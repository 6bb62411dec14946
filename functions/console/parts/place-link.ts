import { html } from 'hono/html';
import type { Html } from './html.ts';
import type { Place } from './places.ts';

/** From a value to its place on the page. */
export function placeLink(place: Place): Html {
  const page = html`<span class="desk-placepage">page ${place.page}</span>`;
  if (place.box === null) return html`<span class="desk-quiet" title="No place on the page is known">–</span> ${page}`;
  return html`<a class="usa-link desk-placelink" href="#${place.boxAnchor}"
      ><span class="usa-sr-only">Show on the page: ${place.label}, </span>${place.number}</a
    > ${page}`;
}
